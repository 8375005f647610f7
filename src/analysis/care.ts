/** How much care a policy shows to each caller, as one diagram whose terminals can be compared. */

import type { CompiledPolicy } from '../decision/compile.ts';
import { FALSE, type Node } from '../diagram/forest.ts';

/**
 * Terminal 0 for callers to whom no level is shown: the policy is silent, or their disposition shows none. Terminal k + 1 where
 * LEVELS[k] is shown, be it as still open (a call about somebody else). So no level at all is less than any level, and a policy's
 * "this page does not say" never counts as more protective than what another one says.
 */
export function careShown({ callers, policy, helped, unreached, atLeast }: CompiledPolicy): Node {
  const { forest } = callers;
  const shown = policy.otherwise.silent ? forest.and(helped, forest.not(unreached)) : helped;
  return atLeast.reduce(
    (care, region, rank) => forest.choose(forest.and(shown, region), rank + 1, care),
    FALSE, // terminal 0
  );
}
