/** Everything that has no key of its own, each a plain clause. */

import type { Dialogue } from '../dialogue-model.ts';
import { reachableQuestions } from '../reach.ts';
import { emergencyMove, inItsPlace, overlayCommands, PAUSE, takenAway } from './overlay-moves.ts';
import { rewordMove } from './question.ts';
import { questionOf } from './scripts.ts';
import { switchChoice } from './switch-caller.ts';
import { type Choice, choicesField, type View } from './view.ts';

/** The menu over a question, an end or the review. */
export function menuView(dialogue: Dialogue): View {
  return {
    section: 'Menu',
    isAlarm: false,
    isFresh: false,
    notices: [],
    blocks: [{ kind: 'title', text: 'What else?' }],
    ...choicesField([
      { id: 'close-list', label: 'back to where the call stands', move: takenAway(dialogue) },
      { id: 'open-panel', label: 'open the emergency panel', move: emergencyMove(dialogue) },
      ...jumpChoice(dialogue),
      ...rewordChoice(dialogue),
      { id: 'answers-so-far', label: 'see the answers so far', move: inItsPlace(dialogue, { kind: 'answers' }) },
      { id: 'write-note', label: 'write a note', move: inItsPlace(dialogue, { kind: 'note' }) },
      ...switchChoice(dialogue),
      { id: 'end-call-so', label: 'end the call without a level', move: inItsPlace(dialogue, { kind: 'endings' }) },
      { id: 'pause-call', label: pauseLabel(dialogue), move: PAUSE },
    ]),
    commands: overlayCommands(dialogue),
  };
}

function pauseLabel({ setting }: Dialogue): string {
  return setting.coach === undefined ? 'lay the call aside: it is saved' : 'leave the example';
}

function jumpChoice(dialogue: Dialogue): readonly Choice[] {
  if (reachableQuestions(dialogue.setting.call, dialogue.state).length === 0) return [];
  return [{ id: 'go-to-question', label: 'go to a question', move: inItsPlace(dialogue, { kind: 'jump-list' }) }];
}

function rewordChoice(dialogue: Dialogue): readonly Choice[] {
  const { place } = dialogue.state;
  const question = place.kind === 'question' ? questionOf(dialogue, place.id) : undefined;
  if (question === undefined || (question.probe === undefined && question.help === undefined)) return [];
  const label = dialogue.reworded === question.id ? 'hide the other wording' : 'show other wording and help';
  return [{ id: 'other-wording', label, move: rewordMove(dialogue, question.id) }];
}
