/** Two days of a row as codes of the answer that the time between them is. */

import type { AnswerCodes, EncodeAnswer } from './answer-codes.ts';
import type { PlacedReading } from './case-codes.ts';
import { daysAnswer } from './days-answer.ts';
import { giveAnswer } from './give-answer.ts';
import type { Reading } from './mapping.ts';
import type { PutReading } from './row-columns.ts';
import type { RowState } from './row-state.ts';

type DatesReading = Extract<Reading, { kind: 'date' }>;

/** How many answers are remembered. */
const REMEMBERED = 1 << 12;

/** Prepares the dates of a reading; days that cannot be understood together are left to the slow way. */
export function dayCodes(
  encode: EncodeAnswer,
  { reading, place }: PlacedReading<DatesReading>,
  state: RowState,
): PutReading {
  const answers = new Map<number, AnswerCodes | undefined>();
  const encoded = (number: number): AnswerCodes | undefined => {
    const before = answers.get(number);
    if (before !== undefined) return before;
    const answer = encode(reading.question, number, []);
    if (answers.size < REMEMBERED) answers.set(number, answer);
    return answer;
  };
  return ({ days }) => {
    const from = days[2 * place] ?? Number.NaN;
    const until = days[2 * place + 1] ?? Number.NaN;
    if (Number.isNaN(from) || Number.isNaN(until)) return true;
    const said = daysAnswer(reading.date, from, until);
    if (typeof said === 'string' || typeof said.value !== 'number') return false;
    const answer = encoded(said.value);
    if (answer !== undefined) giveAnswer(state, answer);
    return true;
  };
}
