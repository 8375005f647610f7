/** A safety question was left without an answer, or an answer calls for the emergency panel: is there danger? */

import { answerInWords } from '../../questionnaire/in-words.ts';
import type { Question } from '../../questionnaire/model.ts';
import { panelNamed } from '../alarm.ts';
import type { Dialogue } from '../dialogue-model.ts';
import { placeCommands } from './place-commands.ts';
import { sectionTitle, shortForms } from './scripts.ts';
import { earlierEmergency } from './told.ts';
import { choicesField, type View } from './view.ts';

/** Offers the emergency panel before the call goes on. */
export function safetyUnknownView(dialogue: Dialogue, question: Question): View {
  const { notice, left } = offered(dialogue, question);
  return {
    section: sectionTitle(dialogue, question),
    isAlarm: false,
    isFresh: true,
    notices: [...earlierEmergency(dialogue), notice],
    blocks: [
      { kind: 'title', text: 'Could somebody be in danger?' },
      ...left.map((text) => ({ kind: 'text' as const, text })),
      { kind: 'help', text: 'Go on only where nothing that you hear points to danger. When in doubt, open the panel.' },
    ],
    ...choicesField([
      { id: 'open-panel', label: 'open the emergency panel', move: { events: [{ kind: 'panel-opened' }] } },
      { id: 'go-on', label: 'go on: there is no sign of danger', move: { events: [{ kind: 'went-on' }] } },
      { id: 'ask-again', label: 'ask the question again', move: { events: [{ kind: 'went-back' }] } },
    ]),
    commands: placeCommands(dialogue),
  };
}

/** Why the panel is offered, and what was said or left open. */
function offered(
  dialogue: Dialogue,
  question: Question,
): { readonly notice: string; readonly left: readonly string[] } {
  const { language } = dialogue.setting;
  const asked = shortForms(dialogue)(question);
  const alarming = alarmingOptions(dialogue, question);
  if (alarming.length > 0)
    return {
      notice: 'this answer calls for the emergency panel, whatever a score says',
      left: [`Answered: ${answerInWords(question, alarming, language)}`, `Asked: ${asked}`],
    };
  const unsure = unsureOptions(dialogue, question);
  if (unsure.length === 0)
    return { notice: 'a safety question has no answer, which does not mean no', left: [`Left open: ${asked}`] };
  return {
    notice: 'a safety question has no full answer, which does not mean no',
    left: [`Left open: ${answerInWords(question, unsure, language)}`, `Asked: ${asked}`],
  };
}

/** The options said for which the question wants the panel offered. */
function alarmingOptions({ state }: Dialogue, question: Question): readonly string[] {
  const reply = state.given.get(question.id)?.reply;
  return reply === undefined ? [] : panelNamed(question, reply);
}

/** The options that were left open one by one; none where the whole question was. */
function unsureOptions({ state }: Dialogue, { id }: Question): readonly string[] {
  const reply = state.given.get(id)?.reply;
  return reply !== undefined && 'said' in reply ? (reply.unsure ?? []) : [];
}
