/** What a call came to, in a form in which two calls can be compared. */

import { type TerminalSet, terminalsIn } from '../diagram/walk.ts';
import { answersOf } from '../interview/answers-of.ts';
import type { Call, CallState } from '../interview/model.ts';
import { resultRoots } from '../interview/result-roots.ts';
import { standingOf, walkWith } from '../interview/standing.ts';
import { FIRST_STEPS, LEVELS } from '../policy/care-lists.ts';
import { saidName } from './said.ts';

export interface CallOutcome {
  /** How the questions ended: `review`, `stopped` or the disposition. */
  readonly end: string;
  /** Everything that the result is read off, as the terminals that are still possible: equal for equal results. */
  readonly statements: string;
}

/** What a call came to where it stands. */
export function outcomeOf(call: Call, state: CallState): CallOutcome {
  const { place } = state;
  const { reached } = walkWith(call, answersOf(call, state));
  return {
    end: place.kind === 'disposition' ? place.id : place.kind,
    statements: resultRoots(call.compiled).map(reached).join(' '),
  };
}

/**
 * Under which heading a call is counted: what the policy says in one word (`saidName`), or `open` where it may say more than one
 * thing.
 */
export function headingOf(call: Call, state: CallState): string {
  const { place } = state;
  if (place.kind === 'stopped') return saidName({ kind: 'level', level: 'emergency' });
  if (place.kind === 'disposition') return saidName({ kind: 'disposition', disposition: place.id });
  const { outcome, silent } = call.compiled;
  const { reached, certainty } = walkWith(call, answersOf(call, state));
  const [only, ...others] = terminalsIn(reached(outcome));
  const level = LEVELS[only ?? LEVELS.length];
  const silence = certainty(silent);
  if (level === undefined || others.length > 0 || silence === 'possible') return 'open';
  return saidName(silence === 'certain' ? { kind: 'silence' } : { kind: 'level', level });
}

/** Whether level (or disposition) and first steps are certain: nothing that is asked from here on can change them. */
export function isSettled(call: Call, state: CallState): boolean {
  const { firstSteps, outcome } = call.compiled;
  if (standingOf(call, state).isEmergency || state.place.kind === 'stopped') return true;
  const { reached } = walkWith(call, answersOf(call, state));
  return isOneResult(
    reached(outcome),
    FIRST_STEPS.map((id) => reached(firstSteps[id])),
  );
}

/** Whether these are one result, as a decision says it (`Decision.settled`): one disposition, or one level with no first step open. */
export function isOneResult(outcome: TerminalSet, firstSteps: readonly TerminalSet[]): boolean {
  const [only, ...others] = terminalsIn(outcome);
  if (only === undefined || others.length > 0) return false;
  return only >= LEVELS.length || firstSteps.every((step) => terminalsIn(step).length === 1);
}
