/** Where a caller's level is read for an explanation, and what is possible there. */

import type { KnownCaller } from '../decision/known-caller.ts';
import type { Node } from '../diagram/forest.ts';
import { reachable, terminalsIn } from '../diagram/walk.ts';
import { LEVELS, type Level } from '../policy/care-lists.ts';
import type { Disposition } from '../questionnaire/model.ts';
import type { Outcome } from '../referral/outcome.ts';
import { stoppedRegion } from './stopped.ts';

export interface Ground {
  /** Terminal k where LEVELS[k] is what a caller is shown to get, or may be shown to get. */
  readonly root: Node;
  /** The levels that are possible now. */
  readonly levels: readonly Level[];
  /** How the call ends that gets no level, or only levels that are open. */
  readonly ending: Disposition | undefined;
  /** Whether the caller is in an emergency now. */
  readonly isEmergency: boolean;
}

/**
 * Where a call about somebody else shows levels as open they are explained as if that person were scored. An answer that stops the call is
 * an emergency whatever the policy says.
 */
export function groundOf({ compiled, known }: KnownCaller, outcome: Outcome): Ground {
  const { callers } = compiled;
  const ending = outcome.emergency ? undefined : outcome.ending;
  const byPolicy = outcome.endsWith === 'open' ? compiled.shownLevel : compiled.outcome;
  const root = callers.forest.choose(stoppedRegion(callers), LEVELS.indexOf('emergency'), byPolicy);
  const results = terminalsIn(reachable(callers.forest, root, known));
  const isOver = outcome.isCutShort && ending?.level === 'none';
  return {
    root,
    levels: isOver ? [] : results.flatMap((result) => LEVELS[result] ?? []),
    ending,
    isEmergency: outcome.emergency,
  };
}

/** Whether the counselor ended the call for a reason that no answer shows: then no other answer would have changed that. */
export function isEndedByHand({ ending }: Ground): boolean {
  return ending !== undefined && ending.when === undefined;
}
