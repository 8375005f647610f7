/** An answer from the texts of several columns. */

import type { Path } from '../documents/document.ts';
import { reportRejections } from '../questionnaire/compile-answers.ts';
import { compileTest } from './compile-column.ts';
import type { CasesReading } from './mapping.ts';
import type { ReadingPlace } from './reading-place.ts';

/** Most cases that a reading tells apart, and most options: a bit each (bound-mapping.ts). */
export const MOST_PARTS = 31;

type CaseSource = NonNullable<ReadingPlace['source']['cases']>[number];

/** Compiles `cases`; their answers must be such as the question takes. */
export function compileCases(place: ReadingPlace): CasesReading {
  const { source, path, scope } = place;
  const cases = source.cases ?? [];
  if (cases.length > MOST_PARTS)
    scope.report({
      code: 'too-many-parts',
      path: [...path, 'cases'],
      part: 'key',
      message: `there are ${cases.length} cases, of which only ${MOST_PARTS} can be told apart`,
      remedy: 'join those that have the same answer, or take out what stays open anyway',
    });
  return { kind: 'cases', cases: cases.map((one, index) => compileCase(one, [...path, 'cases', index], place)) };
}

function compileCase(
  { when, answer }: CaseSource,
  path: Path,
  { question, scope }: ReadingPlace,
): CasesReading['cases'][number] {
  const tests = Object.entries(when).map(([column, texts]) => {
    const here = [...path, 'when', column];
    return compileTest(column, texts, { columnPath: here, textsPath: here, scope });
  });
  if (tests.length === 0)
    scope.report({
      code: 'empty-condition',
      path: [...path, 'when'],
      message: 'a case without a test would answer for rows that say nothing',
      remedy: 'add a column and its texts, or delete the case',
    });
  if (answer !== null) reportRejections(question, answer, [...path, 'answer'], scope.report);
  return { when: tests, answer: answer ?? undefined };
}
