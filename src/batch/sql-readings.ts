/** What the readings of a mapping make of the cells: the row's own answers. Means what combine-reading.ts means. */

import type { Question } from '../questionnaire/model.ts';
import type { AnswerBranch, BoundSqlReading, ReadingMeaning } from './sql-bound-reading.ts';
import { casesBranches } from './sql-cases-reading.ts';
import { cellBranches } from './sql-cell-reading.ts';
import { isSound } from './sql-cells.ts';
import { dateMeaning } from './sql-date-reading.ts';
import { optionsMeaning } from './sql-options-reading.ts';
import { sqlQuestion } from './sql-questions.ts';
import { NO_PROBLEM, type SqlScope } from './sql-slots.ts';
import type { Made } from './sql-steps.ts';
import { allOf, column, firstOf, NO, not, plain, type Sql, YES } from './sql-text.ts';

/** The answer of a reading in the query. */
export interface SqlReading {
  readonly makes: readonly Made[];
  /** The number of the problem that its columns have together; undefined where they can have none. */
  readonly problem: Sql | undefined;
}

/** The columns of a reading's answer, and of its own problem where it can have one. */
export function sqlReading(scope: SqlScope, bound: BoundSqlReading): SqlReading {
  const { question, place, slots } = bound;
  const { branches, problems } = meaningOf(scope, bound);
  const sound = allOf(slots.map(isSound));
  const isList = bound.reading.kind === 'cell' && bound.reading.cell.kind === 'list'; // it may be wrong and name options
  const needsSound = isList || slots.length > 1 || slots.some((slot) => (scope.bound.uses[slot]?.length ?? 0) > 1);
  const open: readonly AnswerBranch[] = needsSound ? [{ when: not(sound), parts: undefined }, ...branches] : branches;
  const own = sqlQuestion(question);
  const part = (index: number): Sql =>
    firstOf(
      open.map(({ when, parts }) => ({ when, then: parts?.[index] ?? plain(own.unknown[index] ?? 0) })),
      plain(own.unknown[index] ?? 0),
    );
  const has = firstOf(
    open.map(({ when, parts }) => ({ when, then: parts === undefined ? NO : YES })),
    NO,
  );
  const answer: readonly Made[] = [
    ...own.parts.map((name, index) => ({ name, value: part(index), note: noteOf(question, index) })),
    ...(own.hasColumn === undefined ? [] : [{ name: own.hasColumn, value: has }]),
  ];
  if (problems.length === 0) return { makes: answer, problem: undefined };
  const problem = column(`r${place}`);
  const faults = problems.map(({ when, then }) => ({ when: allOf([sound, when]), then }));
  return { makes: [...answer, { name: problem.text, value: firstOf(faults, plain(NO_PROBLEM)) }], problem };
}

function noteOf({ id, kind }: Question, index: number): string {
  return kind.kind === 'options' ? `${id}: ${kind.options[index] ?? ''}` : id;
}

function meaningOf(scope: SqlScope, bound: BoundSqlReading): ReadingMeaning {
  const { reading } = bound;
  switch (reading.kind) {
    case 'cell':
      return { branches: cellBranches(scope, bound), problems: [] };
    case 'date':
      return dateMeaning(scope, bound, reading.date);
    case 'options':
      return optionsMeaning(scope, bound, reading);
    case 'cases':
      return { branches: casesBranches(scope, bound, reading), problems: [] };
    default:
      return reading satisfies never;
  }
}
