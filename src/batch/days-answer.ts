/** The time between two days as an answer. */

import { wholeYears } from './calendar-day.ts';
import type { DateReading } from './mapping.ts';
import { type CellAnswer, gridAnswer } from './read-answer.ts';
import type { RejectCode } from './reject-codes.ts';

/** Whole years or days from one day to another, both since 1970-01-01, or why they are no answer. */
export function daysAnswer({ unit, grid }: DateReading, from: number, until: number): CellAnswer | RejectCode {
  if (until < from) return 'dates-reversed';
  return gridAnswer(unit === 'days' ? until - from : wholeYears(from, until), grid);
}
