/** A safety question was left without an answer: is there danger? */

import { answerInWords } from '../../questionnaire/in-words.ts';
import type { Question } from '../../questionnaire/model.ts';
import type { Dialogue } from '../dialogue-model.ts';
import { placeCommands } from './place-commands.ts';
import { sectionTitle, shortForms } from './scripts.ts';
import { earlierEmergency } from './told.ts';
import { choicesField, type View } from './view.ts';

/** Offers the emergency panel before the call goes on. */
export function safetyUnknownView(dialogue: Dialogue, question: Question): View {
  const unsure = unsureOptions(dialogue, question);
  const asked = shortForms(dialogue)(question);
  const open = unsure.length === 0 ? asked : answerInWords(question, unsure, dialogue.setting.language);
  return {
    section: sectionTitle(dialogue, question),
    isAlarm: false,
    isFresh: true,
    notices: [
      ...earlierEmergency(dialogue),
      `a safety question has no ${unsure.length === 0 ? '' : 'full '}answer, which does not mean no`,
    ],
    blocks: [
      { kind: 'title', text: 'Could somebody be in danger?' },
      { kind: 'text', text: `Left open: ${open}` },
      ...(unsure.length === 0 ? [] : [{ kind: 'text' as const, text: `Asked: ${asked}` }]),
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

/** The options that were left open one by one; none where the whole question was. */
function unsureOptions({ state }: Dialogue, { id }: Question): readonly string[] {
  const reply = state.given.get(id)?.reply;
  return reply !== undefined && 'said' in reply ? (reply.unsure ?? []) : [];
}
