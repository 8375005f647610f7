/** What a query adds to a row. */

import { RESULT_COLUMNS, type ResultColumn } from './row-result.ts';

/** They need work for each row that no query should do. */
const TOLD_BY_SCORE = ['rules', 'missing', 'missing_count'] as const;

/** A column that `score` and a query have in common. */
export type SharedColumn = Exclude<ResultColumn, (typeof TOLD_BY_SCORE)[number]>;
export type SqlResultColumn = SharedColumn | 'problem';

/** The columns that `score` and a query have in common, in the order of both. */
export const SHARED_COLUMNS: readonly SharedColumn[] = RESULT_COLUMNS.filter(isShared);

/** All columns that a query adds, in their order. */
export const SQL_RESULT_COLUMNS: readonly SqlResultColumn[] = [...SHARED_COLUMNS, 'problem'];

function isShared(column: ResultColumn): column is SharedColumn {
  return !TOLD_BY_SCORE.some((one) => one === column);
}
