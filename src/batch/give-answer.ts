/** Answers of a row's own. */

import { type AnswerCodes, OWN } from './answer-codes.ts';
import type { RowState } from './row-state.ts';

/** Puts an answer that the row itself gives into its state. */
export function giveAnswer({ codes, marks }: RowState, answer: AnswerCodes): void {
  marks[answer.question] = answer.marks | OWN;
  for (const { variable, code } of answer.codes) codes[variable] = code;
}
