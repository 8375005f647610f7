/** What a mapping takes for granted of questions that a row leaves unanswered. */

import type { Answers } from '../questionnaire/model.ts';
import type { CombinedRow } from './combine-row.ts';
import type { Mapping } from './mapping.ts';

export interface AssumedAnswers {
  readonly answers: Answers;
  /** The questions that an assumption filled. */
  readonly assumed: readonly string[];
}

/**
 * Fills the questions about which nothing is recorded: every column that is read for them is missing or blank. A text that leaves
 * its question open, such as `refused to say`, is no silence.
 */
export function assumedAnswers(
  { assumptions }: Mapping,
  { answers, faulty, said }: Pick<CombinedRow, 'answers' | 'faulty' | 'said'>,
): AssumedAnswers {
  const needed = assumptions.filter(
    ({ question }) => !answers.values.has(question) && !faulty.has(question) && !said.has(question),
  );
  const filled = needed.map(({ question, answer }) => [question, answer] as const);
  return {
    answers: { ...answers, values: new Map([...answers.values, ...filled]) },
    assumed: needed.map(({ question }) => question),
  };
}
