/** Which questions rows can answer at all: the tables of a decider need know no others. */

import type { BoundMapping } from './bound-mapping.ts';

/** Ids of the questions that some row under a mapping may know: read from columns, implied, or assumed. */
export function answerableQuestions({ mapping, readingColumns }: BoundMapping): ReadonlySet<string> {
  const read = mapping.readings.filter((_, place) => (readingColumns[place] ?? []).length > 0);
  return new Set([
    ...read.map(({ question }) => question),
    ...mapping.implications.flatMap(({ answers }) => [...answers.keys()]),
    ...mapping.assumptions.map(({ question }) => question),
  ]);
}
