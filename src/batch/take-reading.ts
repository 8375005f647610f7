/** Puts a row that was read the slow way into the state from which rows are decided. */

import type { FactValue } from '../conditions/model.ts';
import type { CompiledPolicy } from '../decision/compile.ts';
import type { Answers } from '../questionnaire/model.ts';
import { type EncodeAnswer, OWN } from './answer-codes.ts';
import type { BoundMapping } from './bound-mapping.ts';
import type { RowReading } from './read-row.ts';
import type { RowState } from './row-state.ts';

export interface TakingParts {
  readonly compiled: CompiledPolicy;
  readonly bound: BoundMapping;
  readonly encode: EncodeAnswer;
  readonly state: RowState;
}

/** Takes a reading over into a state of which nothing is known. */
export function takeReading(parts: TakingParts, reading: RowReading): void {
  const { compiled, bound, state } = parts;
  const { questions, dispositions } = compiled.callers.questionnaire;
  const { answers, withoutSafety, ended, isStopped } = reading.row;
  for (const [question, value] of answers.values) takeAnswer(parts, reading, question, value);
  state.isCautious = withoutSafety !== undefined;
  if (withoutSafety !== undefined) keepCautious(parts, withoutSafety);
  state.ended = dispositions.findIndex(({ id }) => id === ended);
  state.isStopped = isStopped;
  for (const [index, { question }] of bound.mapping.assumptions.entries())
    state.assumed[index] = reading.assumed.includes(question) ? 1 : 0;
  for (const { id, index } of questions) {
    if (reading.implied.includes(id)) state.implied[state.impliedCount++] = index;
    if (reading.ignored.includes(id)) state.ignored[state.ignoredCount++] = index;
  }
}

function takeAnswer(
  { encode, state }: TakingParts,
  { row, own }: RowReading,
  question: string,
  value: FactValue,
): void {
  const answer = encode(question, value, [...(row.answers.unknownOptions.get(question)?.keys() ?? [])]);
  if (answer === undefined) return;
  state.marks[answer.question] = answer.marks | (own.has(question) ? OWN : 0);
  for (const { variable, code } of answer.codes) state.codes[variable] = code;
}

function keepCautious({ compiled, state }: TakingParts, withoutSafety: Answers): void {
  const { variables, widths } = compiled.callers.encoding;
  state.cautious.set(state.codes);
  for (const [number, { question }] of variables.entries())
    if (!withoutSafety.values.has(question.id)) state.cautious[number] = widths[number] ?? 0;
}
