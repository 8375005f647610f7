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

/** Whether a reply leaves a safety question, or one of its options, without an answer. */
export function isSafetyUnknown(question: Question, reply: Reply): boolean {
  return question.safety && ('unknown' in reply || (reply.unsure ?? []).length > 0);
}
