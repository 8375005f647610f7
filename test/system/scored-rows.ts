/** What `score` itself gives for rows, in the columns that a query has. */

import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { SHARED_COLUMNS } from '../../src/batch/sql-columns.ts';
import { numbered, type SqlRow, type TextTable } from '../batch/sql-engines.ts';
import { NOTHING } from '../batch/sql-rows.ts';

/** Scores the same file that the engines read; of several problems the first one counts. */
export function scoredRows(table: TextTable, options: readonly string[]): readonly SqlRow[] {
  const folder = mkdtempSync(join(tmpdir(), 'intakeline-scored-'));
  const [input, out, problems] = ['rows.csv', 'out.csv', 'out.problems.csv'].map((name) => join(folder, name));
  if (input === undefined || out === undefined || problems === undefined) throw new Error('no file');
  writeFileSync(input, numbered(table));
  const form = ['--only-new-columns', '--add', SHARED_COLUMNS.join(), '--out', out];
  const { stderr } = spawnSync(process.execPath, ['bin/intakeline.js', 'score', input, ...form, ...options]);
  if (!existsSync(out)) throw new Error(stderr.toString('utf8'));
  const rows: SqlRow[] = [];
  const placeOf = (line: string | undefined) => Number(line) - 2; // the header is the first line
  for (const [line, ...cells] of parse(readFileSync(out), { from: 2 }) as string[][]) {
    const values = SHARED_COLUMNS.map((name, place) => [name, cells[place] || null]);
    rows[placeOf(line)] = { ...Object.fromEntries(values), problem: null } as SqlRow;
  }
  const found = existsSync(problems) ? (parse(readFileSync(problems), { columns: true }) as Problem[]) : [];
  for (const { line, code } of found) rows[placeOf(line)] ??= { ...NOTHING, problem: code };
  rmSync(folder, { recursive: true });
  return rows;
}

interface Problem {
  readonly line: string;
  readonly code: string;
}
