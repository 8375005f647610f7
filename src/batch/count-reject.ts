/** Counts a record that was rejected. */

import type { RejectCode, RowProblem } from './reject-codes.ts';
import { EMPTY_TALLY } from './sum-tallies.ts';
import type { Tally } from './tally.ts';

/** The tally of one rejected record: each code counts once, and once in each of its columns. */
export function rejectTally(problems: readonly RowProblem[]): Tally {
  const codes = new Set<RejectCode>(problems.map(({ code }) => code));
  const places = problems.flatMap(({ code, column }) => (column === undefined ? [] : [`${code} ${column}`]));
  return {
    ...EMPTY_TALLY,
    rejected: 1,
    rejectCodes: new Map([...codes].map((code) => [code, 1])),
    rejectColumns: new Map([...new Set(places)].map((place) => [place, 1])),
  };
}
