/** The commands of the screens where a call stands: a question, the end it comes to, the review. */

import type { Dialogue } from '../dialogue-model.ts';
import { backTarget, reachableQuestions } from '../reach.ts';
import { jumpMove } from './jump-list.ts';
import { noteMove } from './note.ts';
import { emergencyMove, laidOver, PAUSE } from './overlay-moves.ts';
import type { Commands } from './view.ts';

/** What works there: a step back and a jump where they lead somewhere, everything else always. */
export function placeCommands(dialogue: Dialogue): Commands {
  const { setting, state } = dialogue;
  const hasBefore = backTarget(setting.call, state) !== undefined;
  const isReaching = reachableQuestions(setting.call, state).length > 0;
  return {
    emergency: () => emergencyMove(dialogue),
    ...(hasBefore ? { back: () => ({ events: [{ kind: 'went-back' }] }) } : {}),
    ...(isReaching ? { jump: (text) => jumpMove(dialogue, text) } : {}),
    note: (text) => noteMove(dialogue, text),
    menu: () => laidOver(dialogue, { kind: 'menu' }),
    pause: () => PAUSE,
  };
}
