/** What alarms the counselor in a reply, seen from the question alone, before anything is worked out. */

import type { Question } from '../questionnaire/model.ts';
import type { Reply } from './model.ts';

/** The stop options that a reply names, in the order in which the question lists them. */
export function stopsNamed(question: Question, reply: Reply): readonly string[] {
  if (!('said' in reply)) return [];
  const { said } = reply;
  const named = typeof said === 'object' ? said : [said];
  return question.stop.filter((option) => named.includes(option));
}

/** Whether a reply ends the questions at once, with the emergency steps. */
export function isStop(question: Question, reply: Reply): boolean {
  return stopsNamed(question, reply).length > 0;
}

/** The options that a reply names and after which the emergency panel is offered, in the order in which the question lists them. */
export function panelNamed({ panel = [] }: Question, reply: Reply): readonly string[] {
  if (!('said' in reply)) return [];
  const { said } = reply;
  const named = typeof said === 'object' ? said : [said];
  return panel.filter((option) => named.includes(option));
}

/** Whether the emergency panel is offered after a reply: it asks for that, or leaves open what might. */
export function callsForPanel(question: Question, reply: Reply): boolean {
  return panelNamed(question, reply).length > 0 || isSafetyUnknown(question, reply);
}

/** Whether a reply leaves a safety question, or one after which the panel may be offered, or one of its options, without an answer. */
function isSafetyUnknown(question: Question, reply: Reply): boolean {
  const isAboutDanger = question.safety || question.panel !== undefined;
  return isAboutDanger && ('unknown' in reply || (reply.unsure ?? []).length > 0);
}
