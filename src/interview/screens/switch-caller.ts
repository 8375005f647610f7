/** Who is called about, told anew: it turns the wording round, and what was asked of the one is asked again of the other. */

import { isRemarkable } from '../../questionnaire/used-answers.ts';
import type { Dialogue } from '../dialogue-model.ts';
import type { CallEvent } from '../model.ts';
import { inItsPlace, overlayCommands, takenAway } from './overlay-moves.ts';
import { isAboutOther, questionnaireOf } from './scripts.ts';
import { type Choice, choicesField, type View } from './view.ts';

/** The line of the menu that leads there; none where no question tells who is called about. */
export function switchChoice(dialogue: Dialogue): readonly Choice[] {
  if (switchEvent(dialogue) === undefined) return [];
  const label = isAboutOther(dialogue)
    ? 'the caller is calling about themselves'
    : 'the caller is calling about someone else';
  return [{ id: 'switch-caller', label, move: inItsPlace(dialogue, { kind: 'switch-caller' }) }];
}

/** Asks once before anything is asked again. */
export function switchCallerView(dialogue: Dialogue): View {
  const event = switchEvent(dialogue);
  const title = isAboutOther(dialogue) ? 'Is the caller calling about themselves?' : 'Is the call about someone else?';
  return {
    section: 'Who it is about',
    isAlarm: false,
    isFresh: false,
    notices: [],
    blocks: [
      { kind: 'title', text: title },
      { kind: 'text', text: 'Age, place and safety questions are asked again; the other answers stay.' },
    ],
    ...choicesField([
      { id: 'close-list', label: 'no: leave it as it is', move: takenAway(dialogue) },
      ...(event === undefined
        ? []
        : [{ id: 'switch-now', label: 'yes, ask those again', move: { events: [event], overlays: [] } }]),
    ]),
    commands: overlayCommands(dialogue),
  };
}

/** The other answer to the first question that serves to tell it. */
function switchEvent(dialogue: Dialogue): CallEvent | undefined {
  const aboutOther = isAboutOther(dialogue);
  const role = questionnaireOf(dialogue).questions.find(({ uses }) => uses.includes('third_party'));
  const option = role?.options.find(({ id }) => isRemarkable({ question: role, value: id }) !== aboutOther);
  if (role === undefined || option === undefined) return undefined;
  return { kind: 'answered', question: role.id, reply: { said: option.id } };
}
