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

/** Counts what was counted in another part of a run, too: into the same maps, since a run has thousands of parts. */
export function addTally(sum: Running, more: Tally): void {
  sum.scored += more.scored;
  sum.rejected += more.rejected;
  sum.blank += more.blank;
  sum.safetyOpen += more.safetyOpen;
  addCounts(sum.statuses, more.statuses);
  addCounts(sum.bounds, more.bounds);
  addCounts(sum.dispositions, more.dispositions);
  addCounts(sum.firstSteps, more.firstSteps);
  addCounts(sum.firstStepsPossible, more.firstStepsPossible);
  addCounts(sum.fallback, more.fallback);
  addCounts(sum.missing, more.missing);
  addCounts(sum.missingAlone, more.missingAlone);
  addCounts(sum.rejectCodes, more.rejectCodes);
  addCounts(sum.rejectUrgencies, more.rejectUrgencies);
  addCounts(sum.rejectColumns, more.rejectColumns);
  addCounts(sum.assumed, more.assumed);
  addCounts(sum.implied, more.implied);
  addCounts(sum.ignored, more.ignored);
  addCounts(sum.nearMisses, more.nearMisses);
}

function addCounts<K>(sum: Map<K, number>, more: Counts<K>): void {
  for (const [key, count] of more) sum.set(key, (sum.get(key) ?? 0) + count);
}
