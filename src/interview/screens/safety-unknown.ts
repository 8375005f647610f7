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
  const words = dialogue.setting.words.emergency;
  const unsure = unsureOptions(dialogue, question);
  const asked = shortForms(dialogue)(question);
  const open = unsure.length === 0 ? asked : answerInWords(question, unsure, dialogue.setting.language);
  return {
    section: sectionTitle(dialogue, question),
    isAlarm: false,
    isFresh: true,
    notices: [...earlierEmergency(dialogue), unsure.length === 0 ? words.noAnswer : words.noFullAnswer],
    blocks: [
      { kind: 'title', text: words.couldBeDanger },
      { kind: 'text', text: words.leftOpen(open) },
      ...(unsure.length === 0 ? [] : [{ kind: 'text' as const, text: words.asked(asked) }]),
      { kind: 'help', text: words.whenInDoubt },
    ],
    ...choicesField([
      { id: 'open-panel', label: words.openPanel, move: { events: [{ kind: 'panel-opened' }] } },
      { id: 'go-on', label: words.noSign, move: { events: [{ kind: 'went-on' }] } },
      { id: 'ask-again', label: words.askAgain, move: { events: [{ kind: 'went-back' }] } },
    ]),
    commands: placeCommands(dialogue),
  };
}

/** The options that were left open one by one; none where the whole question was. */
function unsureOptions({ state }: Dialogue, { id }: Question): readonly string[] {
  const reply = state.given.get(id)?.reply;
  return reply !== undefined && 'said' in reply ? (reply.unsure ?? []) : [];
}
