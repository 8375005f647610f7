/** A reading of a mapping in a query, and what it makes of the cells. */

import type { Question } from '../questionnaire/model.ts';
import type { Reading } from './mapping.ts';
import type { Branch, Sql } from './sql-text.ts';

/** A reading with the columns it is bound to. */
export interface BoundSqlReading {
  readonly place: number;
  readonly reading: Reading;
  readonly question: Question;
  /** Slots of its columns, ascending. */
  readonly slots: readonly number[];
}

/** An answer that holds under some condition: its parts, or undefined where there is none. */
export interface AnswerBranch {
  readonly when: Sql;
  readonly parts: readonly Sql[] | undefined;
}

export interface ReadingMeaning {
  readonly branches: readonly AnswerBranch[];
  readonly problems: readonly Branch[];
}
