/** Counts a record that was rejected. */

import type { RejectCode, RowProblem } from './reject-codes.ts';
import type { Urgency } from './reject-urgency.ts';
import { EMPTY_TALLY } from './sum-tallies.ts';
import type { Tally } from './tally.ts';

/** A rejected record, as far as it is counted. */
export interface CountedReject {
  readonly problems: readonly RowProblem[];
  readonly urgency: Urgency;
}

/** The tally of one rejected record: each code counts once, and once in each of its columns. */
export function rejectTally({ problems, urgency }: CountedReject): Tally {
  const codes = new Set<RejectCode>(problems.map(({ code }) => code));
  const places = problems.flatMap(({ code, column }) => (column === undefined ? [] : [`${code} ${column}`]));
  return {
    ...EMPTY_TALLY,
    rejected: 1,
    rejectCodes: new Map([...codes].map((code) => [code, 1])),
    rejectUrgencies: new Map([[urgency, 1]]),
    rejectColumns: new Map([...new Set(places)].map((place) => [place, 1])),
  };
}
