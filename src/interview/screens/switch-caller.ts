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
  const { toThemselves, toOther } = dialogue.setting.words.screens.caller;
  const label = isAboutOther(dialogue) ? toThemselves : toOther;
  return [{ id: 'switch-caller', label, move: inItsPlace(dialogue, { kind: 'switch-caller' }) }];
}

/** Asks once before anything is asked again. */
export function switchCallerView(dialogue: Dialogue): View {
  const event = switchEvent(dialogue);
  const words = dialogue.setting.words.screens.caller;
  const title = isAboutOther(dialogue) ? words.isThemselves : words.isOther;
  return {
    section: words.section,
    isAlarm: false,
    isFresh: false,
    notices: [],
    blocks: [
      { kind: 'title', text: title },
      { kind: 'text', text: words.askedAgain },
    ],
    ...choicesField([
      { id: 'close-list', label: words.leave, move: takenAway(dialogue) },
      ...(event === undefined
        ? []
        : [{ id: 'switch-now', label: words.askThose, move: { events: [event], overlays: [] } }]),
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
