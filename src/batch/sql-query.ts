/** The decision of a policy on the rows of a table, as one query for a database. */

import type { CompiledPolicy } from '../decision/compile.ts';
import type { BoundMapping } from './bound-mapping.ts';
import { resultNames } from './result-names.ts';
import { answerSteps } from './sql-answers.ts';
import { cellSteps } from './sql-cells.ts';
import { SQL_RESULT_COLUMNS } from './sql-columns.ts';
import { decisionSteps } from './sql-decision.ts';
import { SQL_DIALECT } from './sql-dialect.ts';
import { endedMake, haltedMake } from './sql-end.ts';
import { faultsIn, ROW_NAME, type SqlFault } from './sql-faults.ts';
import { resultColumns, resultSteps } from './sql-result.ts';
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

export type SqlOutcome =
  | { readonly ok: true; readonly query: string }
  | { readonly ok: false; readonly faults: readonly SqlFault[] };

/** Name of the column that carries the row as it stood. */
const SOURCE = 'source_row';

/** Writes the query, or says which readings no engine would read as `score` does. */
export function sqlQuery({ compiled, bound, dialect: name, table, about }: SqlPlan): SqlOutcome {
  const { questionnaire } = compiled.callers;
  const faults = faultsIn(bound, questionnaire);
  if (faults.length > 0) return { ok: false, faults };
  const dialect = SQL_DIALECT[name];
  const scope: SqlScope = { bound, dialect };
  const cellOf = (place: number) => plain(`${ROW_NAME}.${dialect.name(bound.header[place] ?? '')}`);
  const [first, ...cells] = cellSteps(scope, cellOf);
  const {
    own,
    steps: [answers, ...others],
  } = answerSteps(scope, questionnaire);
  const decided = decisionSteps(scope, compiled, own);
  const source = { name: SOURCE, value: plain(dialect.wholeRow(ROW_NAME)), note: 'the row as it stands' };
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
  const from = `${tableName(table, dialect)} as ${ROW_NAME}`;
  const columns = [
    dialect.columnsOf(column(SOURCE).text),
    ...results.map(({ value }, place) => `${value.text} as ${names[place] ?? ''}`),
  ];
  const query = [
    ...about.map(comment),
    `with ${stepTexts(selected, from, dialect).join(',\n')}`,
    `select\n  ${columns.join(',\n  ')}`,
    `from ${selected.at(-1)?.name ?? ROW_NAME}`,
  ];
  return { ok: true, query: `${query.join('\n')}\n` };
}
