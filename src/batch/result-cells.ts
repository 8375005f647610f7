/** What each result column says of a row, before it is written in some form. */

import { MISSING_NAMED, type ResultColumn, type RowResult } from './row-result.ts';

/** A cell: a word (undefined where there is none), a list of words, or a count. Words are ids, so all of it is ASCII. */
export type ResultCell = string | undefined | readonly string[] | number;

/** The cells of a result, by column. */
export const RESULT_CELLS: Readonly<Record<ResultColumn, (result: RowResult) => ResultCell>> = {
  level: ({ status, lowest }) => (status === 'settled' ? lowest : undefined),
  level_at_least: ({ lowest }) => lowest,
  level_at_most: ({ highest }) => highest,
  status: ({ status }) => status,
  disposition: ({ disposition }) => disposition,
  first_step: ({ firstSteps }) => firstSteps,
  first_step_possible: ({ firstStepsPossible }) => firstStepsPossible,
  fallback: ({ fallback }) => fallback,
  rules: ({ rules, oneOf }) => (oneOf ? [`one-of:${rules.join(';')}`] : rules), // one of them: a single statement
  missing: ({ missing }) => missing.slice(0, MISSING_NAMED),
  missing_count: ({ missing }) => missing.length,
  safety_open: ({ safetyOpen }) => safetyOpen,
};
