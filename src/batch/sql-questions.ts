/** Answers as columns of a query: a code, a number, or a code for each option. */

import type { Variable } from '../callers/encoding.ts';
import type { FactValue } from '../conditions/model.ts';
import type { Question } from '../questionnaire/model.ts';
import { column, plain, type Sql, sql } from './sql-text.ts';

/** A question in a query. */
export interface SqlQuestion {
  readonly question: Question;
  /** Names of the columns of its answer: one, or one per option. */
  readonly parts: readonly string[];
  /** What each holds where there is no answer; options are 0 denied, 1 named, 2 neither. */
  readonly unknown: readonly number[];
  /** Holds where there is an answer. */
  readonly has: Sql;
  /** Name of the column that says so; undefined where the answer itself does. */
  readonly hasColumn: string | undefined;
}

export const OPTION_UNKNOWN = 2;

/** The columns of a question, named by its place in the script. */
export function sqlQuestion(question: Question): SqlQuestion {
  const name = `q${question.index}`;
  const hasColumn = `h${question.index}`;
  const { kind } = question;
  if (kind.kind === 'values') {
    const unknown = kind.values.length;
    return {
      question,
      parts: [name],
      unknown: [unknown],
      has: sql`${column(name)} <> ${unknown}`,
      hasColumn: undefined,
    };
  }
  if (kind.kind === 'options') {
    const parts = kind.options.map((_, place) => `${name}o${place}`);
    return { question, parts, unknown: parts.map(() => OPTION_UNKNOWN), has: column(hasColumn), hasColumn };
  }
  return { question, parts: [name], unknown: [0], has: column(hasColumn), hasColumn };
}

/** An answer as numbers, one per part. */
export function partsOf({ kind }: Question, value: FactValue, unknownOptions: readonly string[]): readonly number[] {
  if (kind.kind === 'options')
    return kind.options.map((option) => {
      if (unknownOptions.includes(option)) return OPTION_UNKNOWN;
      return typeof value === 'object' && value.includes(option) ? 1 : 0;
    });
  if (typeof value === 'number') return [value];
  return [kind.kind === 'values' && typeof value === 'string' ? kind.values.indexOf(value) : 0];
}

/** The code of a variable for the answer to its question in a row, the variable's width where it is unknown. */
export function codeOf(variable: Variable, { question, parts, has }: SqlQuestion): Sql {
  const own =
    question.kind.kind === 'options' && variable.kind === 'option' ? question.kind.options.indexOf(variable.option) : 0;
  const part = column(parts[own] ?? '');
  if (variable.kind !== 'band') return part;
  const bands = variable.starts.map((start, band) => ({ start, band })).reverse();
  const cases = bands.flatMap(({ start, band }) => (band === 0 ? [] : [sql`when ${part} >= ${start} then ${band}`]));
  const code = cases.length === 0 ? plain(0) : sql`case ${cases.reduce((all, one) => sql`${all} ${one}`)} else 0 end`;
  return sql`case when ${has} then ${code} else ${variable.starts.length} end`;
}
