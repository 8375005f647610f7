/** Adds up what was counted in the blocks of a run. */

import type { RejectCode } from './reject-codes.ts';
import type { Urgency } from './reject-urgency.ts';
import type { Counts, Tally } from './tally.ts';

type Mutable<T> = { -readonly [K in keyof T]: T[K] extends ReadonlyMap<infer Key, number> ? Map<Key, number> : T[K] };
/** A tally that is still counted on. */
export type Running = Mutable<Tally>;

/** A tally to begin with: its maps are its own. */
export function nothing(): Running {
  return {
    scored: 0,
    rejected: 0,
    blank: 0,
    statuses: new Map(),
    bounds: new Map(),
    dispositions: new Map(),
    firstSteps: new Map(),
    firstStepsPossible: new Map(),
    fallback: new Map(),
    safetyOpen: 0,
    missing: new Map(),
    missingAlone: new Map(),
    rejectCodes: new Map<RejectCode, number>(),
    rejectColumns: new Map(),
    rejectUrgencies: new Map<Urgency, number>(),
    assumed: new Map(),
    implied: new Map(),
    ignored: new Map(),
    nearMisses: new Map(),
  };
}

/** The tally of nothing. */
export const EMPTY_TALLY: Tally = nothing();

/** The tally of two parts of a run together. */
export function addTally(one: Tally, other: Tally): Tally {
  return {
    scored: one.scored + other.scored,
    rejected: one.rejected + other.rejected,
    blank: one.blank + other.blank,
    statuses: addCounts(one.statuses, other.statuses),
    bounds: addCounts(one.bounds, other.bounds),
    dispositions: addCounts(one.dispositions, other.dispositions),
    firstSteps: addCounts(one.firstSteps, other.firstSteps),
    firstStepsPossible: addCounts(one.firstStepsPossible, other.firstStepsPossible),
    fallback: addCounts(one.fallback, other.fallback),
    safetyOpen: one.safetyOpen + other.safetyOpen,
    missing: addCounts(one.missing, other.missing),
    missingAlone: addCounts(one.missingAlone, other.missingAlone),
    rejectCodes: addCounts(one.rejectCodes, other.rejectCodes),
    rejectUrgencies: addCounts(one.rejectUrgencies, other.rejectUrgencies),
    rejectColumns: addCounts(one.rejectColumns, other.rejectColumns),
    assumed: addCounts(one.assumed, other.assumed),
    implied: addCounts(one.implied, other.implied),
    ignored: addCounts(one.ignored, other.ignored),
    nearMisses: addCounts(one.nearMisses, other.nearMisses),
  };
}

function addCounts<K>(one: Counts<K>, other: Counts<K>): Counts<K> {
  if (one.size === 0) return other;
  const sum = new Map(one);
  for (const [key, count] of other) sum.set(key, (sum.get(key) ?? 0) + count);
  return sum;
}
