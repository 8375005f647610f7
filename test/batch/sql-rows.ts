/** What scoring gives for rows of texts, in the columns that a query has. */

import type { BlockPlan } from '../../src/batch/block-plan.ts';
import type { BoundMapping } from '../../src/batch/bound-mapping.ts';
import { REJECT_CODES } from '../../src/batch/reject-codes.ts';
import { SHARED_COLUMNS } from '../../src/batch/sql-columns.ts';
import type { CompiledPolicy } from '../../src/decision/compile.ts';
import { blockScorer } from './score-block.ts';
import type { SqlRow } from './sql-engines.ts';

/** A row that cannot be scored, but for its problem. */
export const NOTHING = Object.fromEntries(SHARED_COLUMNS.map((name) => [name, null])) as Omit<SqlRow, 'problem'>;
const ROWS_A_BLOCK = 2000;

/** Scores rows whose cells hold no quotes and no line ends; of several problems the first one counts. */
export function expectedRows(
  compiled: CompiledPolicy,
  bound: BoundMapping,
  rows: readonly (readonly string[])[],
): readonly SqlRow[] {
  const plan: BlockPlan = {
    dialect: { delimiter: 44, quote: 34, lineEnd: 'lf' },
    bound,
    columns: SHARED_COLUMNS,
    form: 'csv',
    names: ['line', ...SHARED_COLUMNS],
    onlyNew: true,
    rankMissing: false,
    nearMisses: false,
  };
  const lines = rows.map((cells) => `${cells.map((cell) => `"${cell}"`).join()}\n`);
  const blocks = Array.from({ length: Math.ceil(lines.length / ROWS_A_BLOCK) }, (_, block) =>
    Buffer.from(lines.slice(block * ROWS_A_BLOCK, (block + 1) * ROWS_A_BLOCK).join('')),
  );
  const { output, rejects } = blockScorer(compiled, { plan, encoding: 'utf-8' })(blocks);
  const expected: SqlRow[] = [];
  for (const line of output.split('\n').slice(0, -1)) {
    const [number, ...cells] = line.split(',');
    const values = SHARED_COLUMNS.map((name, place) => [name, cells[place] || null]);
    expected[Number(number) - 1] = { ...Object.fromEntries(values), problem: null } as SqlRow;
  }
  for (const { line, problems } of rejects) expected[line] = { ...NOTHING, problem: problems[0]?.code ?? null };
  return expected;
}

/** What can be wrong with a row of a table: what an engine's reader of files finds wrong never comes to a query. */
export const ROW_CODES: readonly string[] = Object.keys(REJECT_CODES).filter((code) => !ofFiles(code));

function ofFiles(code: string): boolean {
  return [
    ...['quote-not-closed', 'text-after-quote', 'record-too-long', 'too-few-fields', 'too-many-fields'],
    ...['other-line-end', 'invalid-encoding'],
  ].includes(code);
}

/** The rows that differ, by place, at most three. */
export function differences(
  got: readonly SqlRow[],
  expected: readonly SqlRow[],
): readonly { readonly place: number; readonly got: SqlRow | undefined; readonly expected: SqlRow | undefined }[] {
  const length = Math.max(got.length, expected.length);
  const found = [];
  for (let place = 0; place < length && found.length < 3; place++) {
    const isSame = JSON.stringify(ordered(got[place])) === JSON.stringify(ordered(expected[place]));
    if (!isSame) found.push({ place, got: got[place], expected: expected[place] });
  }
  return found;
}

function ordered(row: SqlRow | undefined): readonly (string | null | undefined)[] {
  return row === undefined ? [] : [...SHARED_COLUMNS.map((name) => row[name]), row.problem];
}
