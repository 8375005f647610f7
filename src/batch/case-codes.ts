/** The first case that all columns of a reading allow, as codes. */

import type { EncodeAnswer } from './answer-codes.ts';
import { giveAnswer } from './give-answer.ts';
import { lowestBit } from './lowest-bit.ts';
import type { CasesReading } from './mapping.ts';
import type { PutReading } from './row-columns.ts';
import type { RowState } from './row-state.ts';

/** A reading and its place in the mapping. */
export interface PlacedReading<Reading> {
  readonly reading: Reading & { readonly question: string };
  readonly place: number;
}

/** Prepares the cases of a reading. */
export function caseCodes(
  encode: EncodeAnswer,
  { reading, place }: PlacedReading<CasesReading>,
  state: RowState,
): PutReading {
  const answers = reading.cases.map(({ answer }) =>
    answer === undefined ? undefined : encode(reading.question, answer, []),
  );
  return ({ allowed }) => {
    const open = allowed[place] ?? 0;
    const answer = open === 0 ? undefined : answers[lowestBit(open)];
    if (answer !== undefined) giveAnswer(state, answer);
    return true;
  };
}
