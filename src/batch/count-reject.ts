/** Counts a record that was rejected. */

import type { RejectCode, RowProblem } from './reject-codes.ts';
import type { Urgency } from './reject-urgency.ts';
import type { Running } from './sum-tallies.ts';

/** A rejected record, as far as it is counted. */
export interface CountedReject {
  readonly problems: readonly RowProblem[];
  readonly urgency: Urgency;
}

/** Adds a rejected record to what is counted: each code counts once, and once in each of its columns. */
export function countReject(counts: Running, { problems, urgency }: CountedReject): void {
  counts.rejected += 1;
  addOne(counts.rejectUrgencies, urgency);
  const codes = new Set<RejectCode>(problems.map(({ code }) => code));
  for (const code of codes) addOne(counts.rejectCodes, code);
  const places = problems.flatMap(({ code, column }) => (column === undefined ? [] : [`${code} ${column}`]));
  for (const place of new Set(places)) addOne(counts.rejectColumns, place);
}

function addOne<K>(counts: Map<K, number>, key: K): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
