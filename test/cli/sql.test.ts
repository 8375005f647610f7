/** `intakeline sql` as a person uses it, and the page that explains it. */

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { Command } from 'commander';
import { afterAll, expect, test } from 'vitest';
import { SQL_RESULT_COLUMNS } from '../../src/batch/sql-columns.ts';
import { addScore } from '../../src/cli/add-score.ts';
import { addSql } from '../../src/cli/add-sql.ts';
import { runProgram } from './run-program.ts';

const SAMPLE = 'test/fixtures/teds-a/admissions-2017-sample.csv';
const page = readFileSync('docs/sql.md', 'utf8');
const folder = mkdtempSync(join(tmpdir(), 'intakeline-sql-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Runs statements in DuckDB; the last one's columns and number of rows. */
async function inDuckDb(...statements: readonly string[]): Promise<{ columns: readonly string[]; rows: number }> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  let found = { columns: [] as readonly string[], rows: 0 };
  for (const statement of statements) {
    const reader = await connection.runAndReadAll(statement);
    found = { columns: reader.columnNames(), rows: reader.currentRowCount };
  }
  connection.closeSync();
  instance.closeSync();
  return found;
}

/** The first block of a language in the page. */
function block(language: string): string {
  const [, text = ''] = new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``).exec(page) ?? [];
  expect(text).not.toBe('');
  return text;
}

test('the example of the page runs: a view of a file, and the query on it', async () => {
  const query = join(folder, 'decide.sql');
  const ended = runProgram(['sql', '--mapping', 'teds-a', '--table', 'admissions', '--header', SAMPLE, '--out', query]);
  expect([ended.status, ended.stdout]).toEqual([0, '']);
  const view = block('sql').replace('admissions.csv', SAMPLE);
  const { columns, rows } = await inDuckDb(view, readFileSync(query, 'utf8'));
  const header = readFileSync(SAMPLE, 'utf8').split(/\r?\n/, 1)[0]?.split(',') ?? [];
  expect(columns).toEqual([...header, ...SQL_RESULT_COLUMNS]);
  expect(rows).toBe(200);
});

test('the view of the page keeps a row that begins like a comment', async () => {
  const file = join(folder, 'comments.csv');
  writeFileSync(file, 'id,AGE\n#1,2\n3,4\n"#5",6\n\n#7,8\n');
  const { rows } = await inDuckDb(block('sql').replace('admissions.csv', file), 'select id from admissions');
  expect(rows).toBe(4);
});

test.each([
  ['duckdb', '"', 'varchar'],
  ['postgres', '"', 'text'],
  ['spark', '`', 'string'],
])('the table for %s has a text for every column', (dialect, mark, type) => {
  const header = join(folder, 'table.csv');
  writeFileSync(header, `"a ${mark === '"' ? '""' : mark} b",level,,level\n`);
  const args = ['--create-table', '--table', 'raw.new', '--dialect', dialect, '--header', header];
  const lines = [`a ${mark}${mark} b`, 'level', 'column_3', 'level_2'].map((name) => `  ${mark}${name}${mark} ${type}`);
  expect(runProgram(['sql', ...args])).toEqual({
    status: 0,
    stdout: `create table ${mark}raw${mark}.${mark}new${mark} (\n${lines.join(',\n')}\n);\n`,
    stderr: '',
  });
});

test('the page explains every column that the query adds, in their order', () => {
  const rows = [...page.matchAll(/^\| `([a-z_]+)` \|/gm)].map(([, name]) => name);
  expect(rows).toEqual([...SQL_RESULT_COLUMNS]);
});

test('every option in the page exists', () => {
  const program = new Command();
  addScore(program, async () => undefined);
  addSql(program, async () => undefined);
  const known = (name: string) =>
    program.commands.find((command) => command.name() === name)?.options.flatMap(({ long }) => long ?? []) ?? [];
  const form = /^form='(.*)'$/m.exec(page)?.[1] ?? '';
  expect(form).toContain('--delimiter');
  const lines = [...page.matchAll(/\bintakeline (score|sql) ([^\n]*)/g)];
  expect(lines.length).toBeGreaterThan(4);
  for (const [, name = '', rest = ''] of lines)
    for (const option of `${rest} ${name === 'score' ? form : ''}`.match(/--[a-z-]+/g) ?? [])
      expect(known(name), option).toContain(option);
});

test('what stands above the query says what it was made from, and what it assumes', () => {
  const { stdout } = runProgram(['sql', '--mapping', 'teds-a', '--today', '2026-01-31']);
  const head = stdout.slice(0, stdout.indexOf('\nwith '));
  expect(head.split('\n').every((line) => line.startsWith('-- '))).toBe(true);
  for (const word of ['policy intake-line', 'mapping teds-a', 'day 2026-01-31', 'danger_now: no', 'SHA-256'])
    expect(head).toContain(word);
});

test('a scored table gets columns of other names, and a hostile header stays a name', async () => {
  const name = 'age"; drop table intakes; --';
  const mapping = join(folder, 'hostile.yaml');
  const text = `format: intakeline/mapping/1\nid: hostile\ntitle: Hostile\nquestionnaire: adult-intake\nanswers:\n  age: { column: '${name}', number: true }\n`;
  writeFileSync(mapping, text);
  const header = join(folder, 'hostile.csv');
  const quoted = `"${name.replaceAll('"', '""')}"`;
  writeFileSync(header, `${quoted},level\n40,iop\n`);
  const { stdout, status } = runProgram(['sql', '--mapping', mapping, '--policy', 'safety', '--header', header]);
  expect(status).toBe(0);
  const table = `create table intakes as select '40' as ${quoted}, 'iop' as level`;
  const { columns, rows } = await inDuckDb(table, stdout);
  expect(columns).toEqual([name, 'level', 'level_2', ...SQL_RESULT_COLUMNS.slice(1)]);
  expect(rows).toBe(1);
  expect((await inDuckDb(table, stdout, 'select * from intakes')).rows).toBe(1);
});

const refusals: readonly (readonly [what: string, args: readonly string[], says: RegExp])[] = [
  ['a table with a blank in its name', ['--table', 'my table'], /letters, digits/],
  ['a header and names', ['--header', SAMPLE, '--columns', 'AGE'], /both name the columns/],
  ['a mapping that nobody knows', ['--mapping', 'nobody'], /no mapping `nobody`/],
  ['columns that the mapping does not read', ['--mapping', 'teds-a', '--columns', 'one,two'], /none of the columns/],
  ['an engine that nobody wrote for', ['--dialect', 'oracle'], /duckdb, postgres, spark/],
  ['a header that is not there', ['--header', 'missing.csv'], /there is no such file/],
];

test.each(refusals)('%s is refused', (_what, args, says) => {
  const { status, stdout, stderr } = runProgram(['sql', ...args]);
  expect([status, stdout, stderr]).toEqual([2, '', expect.stringMatching(says)]);
});

/** A mapping of its own, without what every one begins with. */
function mappingOf(name: string, ...lines: readonly string[]): string {
  const path = join(folder, `${name}.yaml`);
  const head = [
    'format: intakeline/mapping/1',
    `id: ${name}`,
    'title: Test',
    'questionnaire: adult-intake',
    'answers:',
  ];
  writeFileSync(path, `${[...head, '  age: { column: age, number: true }', ...lines].join('\n')}\n`);
  return path;
}

const home = (text: string) =>
  `  housing: { column: home, values: { stable: ["${text}"], temporary: [b], none: [c] } }`;
const harm = (separator: string) =>
  `  self_harm: { column: harm, list: "${separator}", values: options, none: [none-of-these] }`;
const unlike: readonly (readonly [what: string, lines: readonly string[], says: readonly string[]])[] = [
  [
    'an assumption that ends the call',
    ['assume:', '  - { question: danger_now, answer: "yes", because: A test. }'],
    ['the assumption about `danger_now`', 'it ends the call'],
  ],
  ['a final sigma', [home('ΟΔΟΣ')], ['the text `οδος`', 'small in another way']],
  ['a sigma that may become final', [home('σ')], ['the text `σ`', 'small in another way']],
  ['a dotted capital', [home('İ')], ['the text `i\u0307`', 'small in another way']],
  ['a letter beyond 16 bits', [home('\u{10400}')], ['the text `\u{10428}`', 'small in another way']],
  ['a list between tabs', [harm('\\t')], ['the reading of `self_harm`', 'stands between the entries']],
];

test.each(unlike)('what no engine would read as scoring does is named: %s', (_what, lines, says) => {
  const { status, stderr } = runProgram(['sql', '--mapping', mappingOf('unlike', ...lines), '--policy', 'safety']);
  expect([status, ...says.map((text) => (stderr.includes(text) ? text : stderr))]).toEqual([2, ...says]);
});

test('a table in which a column is called as the query calls its rows is refused', () => {
  const args = ['--mapping', mappingOf('plain'), '--policy', 'safety', '--columns', 'age,Intakeline_Row'];
  const { status, stderr } = runProgram(['sql', ...args]);
  expect([status, stderr]).toEqual([2, expect.stringContaining('the column `Intakeline_Row`')]);
});

test('no text of a mapping goes on in the next line: Spark takes a backslash at the end of a comment so', () => {
  const assume = '  - { question: danger_now, answer: "no", because: "A test. \\\\" }';
  const mapping = mappingOf('backslash', '  role: { column: "who\\\\", values: options }', 'assume:', assume);
  const { stdout } = runProgram(['sql', '--mapping', mapping, '--policy', 'safety', '--dialect', 'spark']);
  expect(stdout).toContain('-- who \n');
  expect(stdout.split('\n').filter((line) => line.endsWith('\\'))).toEqual([]);
});
