/** Two days of a row as an answer. */

import type { AnswerCodes, EncodeAnswer } from './answer-codes.ts';
import type { BoundMapping } from './bound-mapping.ts';
import { daysAnswer } from './days-answer.ts';

/**
 * The answer of a reading, from the days that all readings have in a row (the earlier one of reading r at 2r, the later one behind it,
 * NaN where none is given); undefined where it has none, `slow` where the days cannot be understood together.
 */
export type DayCodes = (days: Float64Array) => AnswerCodes | undefined | 'slow';

/** How many answers are remembered. */
const REMEMBERED = 1 << 12;

/** Prepares the dates of a reading. */
export function dayCodes(encode: EncodeAnswer, { mapping }: BoundMapping, place: number): DayCodes {
  const reading = mapping.readings[place];
  if (reading?.kind !== 'date') return () => undefined;
  const answers = new Map<number, AnswerCodes | undefined>(); // by number, of which there are few
  return (days) => {
    const from = days[2 * place] ?? Number.NaN;
    const until = days[2 * place + 1] ?? Number.NaN;
    if (Number.isNaN(from) || Number.isNaN(until)) return undefined;
    const said = daysAnswer(reading.date, from, until);
    if (typeof said === 'string' || typeof said.value !== 'number') return 'slow';
    const before = answers.get(said.value);
    if (before !== undefined) return before;
    const answer = encode(reading.question, said.value, []);
    if (answers.size < REMEMBERED) answers.set(said.value, answer);
    return answer;
  };
}
