/** Which questions rows can answer at all. */

import type { BoundMapping } from './bound-mapping.ts';

/** Ids of the questions that some row under a mapping may answer itself: read from columns or implied. */
export function answerableQuestions({ mapping, readingColumns }: BoundMapping): ReadonlySet<string> {
  const read = mapping.readings.filter((_, place) => (readingColumns[place] ?? []).length > 0);
  return new Set([
    ...read.map(({ question }) => question),
    ...mapping.implications.flatMap(({ answers }) => [...answers.keys()]),
  ]);
}
