/** What a mapping takes for granted of questions that a row leaves unanswered. */

import type { Answers } from '../questionnaire/model.ts';
import type { CombinedRow } from './combine-row.ts';
import type { Mapping } from './mapping.ts';

export interface AssumedAnswers {
  readonly answers: Answers;
  /** The questions that an assumption filled. */
  readonly assumed: readonly string[];
}

/** Fills the questions of which nothing at all is known; of a `choices` question one known option is enough to leave it alone. */
export function assumedAnswers(
  { assumptions }: Mapping,
  { answers, faulty }: Pick<CombinedRow, 'answers' | 'faulty'>,
): AssumedAnswers {
  const needed = assumptions.filter(({ question }) => !answers.values.has(question) && !faulty.has(question));
  const filled = needed.map(({ question, answer }) => [question, answer] as const);
  return {
    answers: { ...answers, values: new Map([...answers.values, ...filled]) },
    assumed: needed.map(({ question }) => question),
  };
}
