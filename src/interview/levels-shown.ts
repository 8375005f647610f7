/** Which levels a finished call shows as its result: one meaning for calls that were taken and for rows that were exported. */

import type { Decision } from '../decision/model.ts';
import type { Level } from '../policy/care-lists.ts';
import type { Questionnaire } from '../questionnaire/model.ts';

/** What a result is read off: the decision, and the disposition with which the counselor ended the call, where one did. */
export interface EndedDecision {
  readonly decision: Pick<Decision, 'levels' | 'lowest' | 'settled' | 'stops'>;
  readonly ended: string | undefined;
}

/** A stop is an emergency whatever the policy says; a call that the counselor ended has the level that its disposition leaves. */
export function levelsShown(
  { decision, ended }: EndedDecision,
  dispositions: Questionnaire['dispositions'],
): readonly Level[] {
  if (decision.stops.length > 0) return ['emergency'];
  if (isEmergencyShown({ decision, ended }) || ended === undefined) return decision.levels;
  return dispositions.find(({ id }) => id === ended)?.level === 'open' ? decision.levels : [];
}

/** Whether there is one result. What was ended early is not settled, however few levels were left. */
export function isSettledAsEnded({ decision, ended }: EndedDecision): boolean {
  return isEmergencyShown({ decision, ended }) || (ended === undefined && decision.settled);
}

/** Whether the result is an emergency, which stands before any disposition. */
export function isEmergencyShown({ decision: { stops, settled, lowest } }: EndedDecision): boolean {
  return stops.length > 0 || (settled && lowest === 'emergency');
}
