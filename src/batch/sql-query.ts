/** The decision of a policy on the rows of a table, as one query for a database. */

import type { Grid } from '../conditions/number-test.ts';
import type { CompiledPolicy } from '../decision/compile.ts';
import type { BoundMapping } from './bound-mapping.ts';
import type { CellReading, Reading } from './mapping.ts';
import { resultNames } from './result-names.ts';
import { answerSteps, boundReadings } from './sql-answers.ts';
import { cellSteps } from './sql-cells.ts';
import { decisionSteps } from './sql-decision.ts';
import { SQL_DIALECT } from './sql-dialect.ts';
import { endedMake, haltedMake } from './sql-end.ts';
import { listFault } from './sql-lists.ts';
import { HIDDEN } from './sql-pattern.ts';
import { resultColumns, resultSteps, SQL_RESULT_COLUMNS } from './sql-result.ts';
import type { SqlScope } from './sql-slots.ts';
import { comment, handOn, stepTexts } from './sql-steps.ts';
import { type SqlTable, tableName } from './sql-table.ts';
import { column, plain } from './sql-text.ts';

/** What a query is made from. */
export interface SqlPlan extends SqlTable {
  readonly compiled: CompiledPolicy;
  readonly bound: BoundMapping;
  /** What stands above the query, a line each. */
  readonly about: readonly string[];
}

/** Why a mapping cannot be put into SQL. */
export interface SqlFault {
  /** The part of it, in words. */
  readonly what: string;
  readonly why: string;
}

export type SqlOutcome =
  | { readonly ok: true; readonly query: string }
  | { readonly ok: false; readonly faults: readonly SqlFault[] };

/** Name of the table in its own query; no column may be called so. */
const TABLE = 'intakeline_row';

/** Name of the column that carries the row as it stood. */
const SOURCE = 'source_row';

/** Writes the query, or says which readings no engine would read as `score` does. */
export function sqlQuery({ compiled, bound, dialect: name, table, about }: SqlPlan): SqlOutcome {
  const { questionnaire } = compiled.callers;
  const faults = faultsIn({ compiled, bound });
  if (faults.length > 0) return { ok: false, faults };
  const dialect = SQL_DIALECT[name];
  const scope: SqlScope = { bound, dialect };
  const cellOf = (place: number) => plain(`${TABLE}.${dialect.name(bound.header[place] ?? '')}`);
  const [first, ...cells] = cellSteps(scope, cellOf);
  const {
    own,
    steps: [answers, ...others],
  } = answerSteps(scope, questionnaire);
  const decided = decisionSteps(scope, compiled, own);
  const source = { name: SOURCE, value: plain(dialect.wholeRow(TABLE)), note: 'the row as it stands' };
  const steps = [
    ...(first === undefined ? [] : [{ ...first, makes: [source, ...first.makes] }]),
    ...cells,
    ...(answers === undefined
      ? []
      : [{ ...answers, makes: [...answers.makes, endedMake(scope, questionnaire), haltedMake(scope)] }]),
    ...others,
    ...decided.steps,
    ...resultSteps(scope, questionnaire, decided),
  ];
  const results = resultColumns(questionnaire, dialect);
  const names = resultNames(SQL_RESULT_COLUMNS, bound.header); // a scored table has columns of these names
  const needed = new Set([SOURCE, ...results.flatMap(({ value }) => [...value.reads])]);
  const selected = handOn(steps, needed);
  const from = `${tableName(table, dialect)} as ${TABLE}`;
  const columns = [
    dialect.columnsOf(column(SOURCE).text),
    ...results.map(({ value }, place) => `${value.text} as ${names[place] ?? ''}`),
  ];
  const query = [
    ...about.map(comment),
    `with ${stepTexts(selected, from, dialect).join(',\n')}`,
    `select\n  ${columns.join(',\n  ')}`,
    `from ${selected.at(-1)?.name ?? TABLE}`,
  ];
  return { ok: true, query: `${query.join('\n')}\n` };
}

function faultsIn({ compiled, bound }: Pick<SqlPlan, 'compiled' | 'bound'>): readonly SqlFault[] {
  const { questionnaire } = compiled.callers;
  const stops = new Map(questionnaire.questions.map(({ id, stop }) => [id, stop]));
  const readings = boundReadings({ bound, dialect: SQL_DIALECT.duckdb }, questionnaire);
  return [
    ...bound.columns.flatMap((place) => {
      const name = bound.header[place] ?? '';
      return HIDDEN.test(name)
        ? [{ what: `the column \`${name}\``, why: 'its name holds a character that cannot be seen' }]
        : [];
    }),
    ...readings.flatMap(({ reading }) => {
      const why = readingFault(reading);
      return why === undefined ? [] : [{ what: `the reading of \`${reading.question}\``, why }];
    }),
    ...bound.mapping.assumptions.flatMap(({ question, answer }) => {
      const said = typeof answer === 'object' ? answer : [answer];
      const ends = stops.get(question)?.some((option) => said.includes(option)) ?? false;
      return ends ? [{ what: `the assumption about \`${question}\``, why: 'it ends the call' }] : [];
    }),
  ];
}

function readingFault(reading: Reading): string | undefined {
  if (reading.kind === 'date') return gridFault(reading.date.grid);
  return reading.kind === 'cell' ? cellFault(reading.cell) : undefined;
}

function cellFault(cell: CellReading): string | undefined {
  if (cell.kind === 'list') return listFault(cell);
  return cell.kind === 'number' ? gridFault(cell.grid) : undefined;
}

/** Numbers that are not one apart are listed. */
const MOST_LISTED = 1000;

function gridFault(grid: Grid): string | undefined {
  const isListed = grid.step !== 1 || !Number.isInteger(grid.min);
  return isListed && grid.max - grid.min > MOST_LISTED
    ? 'the question takes too many numbers that are not one apart'
    : undefined;
}
