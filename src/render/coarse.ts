/**
 * Counts of people on a page that may be passed on. All are rounded down to a multiple of five, so that no sum gives a small one
 * away as it would if only the small ones were hidden, and what is under five is said as such.
 */

import { grouped } from './grouped.ts';

/** A count as it may be shown; nothing on the page knows more. */
export interface Coarse {
  /** For tables and running text. */
  readonly shown: string;
  /** For places with room for five characters. */
  readonly brief: string;
  /** What a bar of it measures: a multiple of five, or the middle of 1 to 4. */
  readonly size: number;
}

/** Counts under it are not told apart (the least cell that many health authorities publish). */
const LEAST = 5;

/** What a bar measures where the count is not told: no count is a half. */
const HIDDEN = LEAST / 2;

/** From here on a brief count is given in thousands. */
const BRIEF_FROM = 10_000;

/** A count that may be told as it is, because it is of records. */
export function exactly(records: number): Coarse {
  return { shown: grouped(records), brief: grouped(records), size: records };
}

/** Rounds a count of people down; from 1 to 4 it says no more than that. */
export function coarse(count: number): Coarse {
  if (count > 0 && count < LEAST) return { shown: '1 to 4', brief: '1–4', size: HIDDEN };
  const size = count - (count % LEAST);
  const brief = size < BRIEF_FROM ? grouped(size) : `${grouped(Math.floor(size / 1000))}k`;
  return { shown: grouped(size), brief, size };
}

/** A count of people in a sentence beside an exact one, where a rounded one would be taken for exact, too. */
export function atLeast(count: number): string {
  const { shown } = coarse(count);
  return count < LEAST ? shown : `at least ${shown}`;
}

/** The share of a whole in percent, worked out from what is shown; nothing where the count is hidden or the whole is. */
export function share({ size }: Coarse, whole: Coarse): string {
  if (size === HIDDEN || whole.size === HIDDEN || whole.size === 0) return '';
  const percent = Math.round((size / whole.size) * 100);
  if (percent === 0 && size > 0) return 'under 1%';
  return percent === 100 && size < whole.size ? 'over 99%' : `${percent}%`;
}
