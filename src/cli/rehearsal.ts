/** Gets a process ready to answer quickly, in the seconds in which the first question of a call is read. */

import type { Dialogue } from '../interview/dialogue-model.ts';
import { rehearse } from '../interview/rehearse.ts';
import { now } from '../io/clock.ts';
import { nextTurn } from '../io/next-turn.ts';

/** What has run once in a process need not be rehearsed again. */
let isReady = false;

/**
 * Rehearses a call screen by screen, letting keys come between, until it is through or the call is over. In a new process it
 * takes a third off the processor's time for the slowest of a hundred answers (test/bench/interview.bench.ts).
 */
export async function rehearseOnce(dialogue: Dialogue, isOver: () => boolean): Promise<void> {
  if (isReady) return;
  isReady = true;
  const screens = rehearse(dialogue, now());
  await nextTurn(); // the first question is shown before anything else
  while (!isOver() && screens.next().done !== true) await nextTurn();
}
