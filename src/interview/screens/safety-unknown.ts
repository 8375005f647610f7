/** A safety question was left without an answer: is there danger? */

import type { Question } from '../../questionnaire/model.ts';
import type { Dialogue } from '../dialogue-model.ts';
import { placeCommands } from './place-commands.ts';
import { scripts, sectionTitle } from './scripts.ts';
import { choicesField, type View } from './view.ts';

/** Offers the emergency panel before the call goes on. */
export function safetyUnknownView(dialogue: Dialogue, question: Question): View {
  return {
    section: sectionTitle(dialogue, question),
    isAlarm: false,
    isFresh: true,
    notices: ['a safety question has no answer, which does not mean no'],
    blocks: [
      { kind: 'title', text: 'Could somebody be in danger?' },
      { kind: 'text', text: `Asked: ${scripts(dialogue)(question)}` },
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
