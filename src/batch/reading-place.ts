/** A reading as it stands in the file, and what is known of the question that it is for. */

import type { Grid } from '../conditions/number-test.ts';
import type { Path } from '../documents/document.ts';
import type { Question } from '../questionnaire/model.ts';
import type { Meanings, TextScope } from './claim-texts.ts';
import type { ReadingSource } from './schema.ts';

export interface ReadingPlace {
  readonly source: ReadingSource;
  readonly question: Question;
  readonly path: Path;
  /** What its texts mean before those of its form are read: the questionnaire's own words, and what leaves the question open. */
  readonly meanings: Meanings;
  readonly scope: TextScope;
}

/** The ids that can answer a question; none for a number. */
export function answerIds({ kind }: Question): readonly string[] {
  if (kind.kind === 'values') return kind.values;
  return kind.kind === 'options' ? kind.options : [];
}

/** The numbers that a question takes; a reading of numbers fits no other question. */
export function gridOf({ kind }: Question): Grid {
  return kind.kind === 'number' ? { min: kind.min, max: kind.max, step: kind.step } : { min: 0, max: 0, step: 1 };
}
