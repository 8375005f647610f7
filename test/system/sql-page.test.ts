/** What docs/sql.md has people type does what it says, whatever a header holds. */

import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { version } from '@duckdb/node-api';
import { PGlite } from '@electric-sql/pglite';
import { expect, test } from 'vitest';

/** Names that nothing reads, and that a shell would run, split or end a text at. */
const HOSTILE = ['$(touch ran)', '`touch ran`', "'; touch ran; '", 'two words', 'a, b', '*'];

/** A folder in which `intakeline` runs as a page has it; the export has names of all kinds, and in one row in ten something unknown. */
function pageFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'intakeline-filter-'));
  const program = `#!/bin/sh\nexec '${process.execPath}' '${process.cwd()}/bin/intakeline.js' "$@"\n`;
  writeFileSync(join(folder, 'intakeline'), program, { mode: 0o700 });
  copyFileSync('questionnaires/mappings/teds-a.yaml', join(folder, 'site.yaml'));
  const [header = '', ...rows] = readFileSync(SAMPLE, 'utf8').trimEnd().split(/\r?\n/);
  const age = header.split(',').indexOf('AGE');
  const spoilt = rows.map((row, place) => (place % 10 === 0 ? row.split(',').with(age, 'x').join() : row));
  const names = [header, ...HOSTILE.map((name) => `"${name}"`)].join();
  const lines = [names, ...spoilt.map((row) => `${row}${',x'.repeat(HOSTILE.length)}`)];
  writeFileSync(join(folder, 'intakes.csv'), `${lines.join('\n')}\n`);
  const env = { ...process.env, PATH: `${folder}:${process.env['PATH']}` };
  const run = (command: string, args: readonly string[]) =>
    spawnSync(command, args, { cwd: folder, env, encoding: 'utf8' });
  return { folder, run, records: rows.length };
}

const SAMPLE = 'test/fixtures/teds-a/admissions-2017-sample.csv';
const page = readFileSync('docs/sql.md', 'utf8');

/** The one block of the page that has these words. */
function recipe(words: string): string {
  const blocks = [...page.matchAll(/```[a-z]+\n([\s\S]*?)```/g)].map(([, text = '']) => text);
  const found = blocks.filter((text) => text.includes(words));
  expect(found).toHaveLength(1);
  return found[0] ?? '';
}

/** Expects rows and rejects of all pieces to be those of the whole. */
function expectPieces({ folder, run, records }: ReturnType<typeof pageFolder>, rows: string, rejects: string): void {
  const whole = run('intakeline', ['score', 'intakes.csv', '--mapping', 'site.yaml']).stdout;
  const scored = whole.split('\n').length - 2;
  expect([scored > 100, scored < records]).toEqual([true, true]);
  expect(rows).toBe(whole.slice(whole.indexOf('\n') + 1));
  const pieces = readdirSync(rejects).filter((name) => name.endsWith('.rejects.csv'));
  const rejected = pieces.map((name) => readFileSync(join(rejects, name), 'utf8').trimEnd().split('\n').length);
  expect(pieces.length).toBeGreaterThan(1);
  expect(rejected.reduce((sum, count) => sum + count, 0)).toBe(records - scored); // pieces have no header
  expect(existsSync(join(folder, 'ran'))).toBe(false);
}

test('the page cuts a file for GNU parallel so that its rows come out as from the whole, whatever the header holds', () => {
  const place = pageFolder();
  const { folder, run } = place;
  try {
    const ended = run('sh', ['-c', recipe('parallel').replace('--block 10M', '--block 8k')]);
    expect([ended.error, ended.stdout]).toEqual([undefined, '']); // no piece is lost
    expectPieces(place, readFileSync(join(folder, 'scored-rows.csv'), 'utf8'), join(folder, 'rejects'));
  } finally {
    rmSync(folder, { recursive: true });
  }
}, 120_000);

test('the page tells the pieces that could not be scored', () => {
  const { folder, run } = pageFolder();
  try {
    const broken = recipe('parallel').replace('--block 10M', '--block 8k').replace('site.yaml', 'nobody.yaml');
    const { stdout } = run('sh', ['-c', broken]);
    expect(stdout.trimEnd().split('\n').length).toBeGreaterThan(1);
    expect(readFileSync(join(folder, 'scored-rows.csv'), 'utf8')).toBe('');
  } finally {
    rmSync(folder, { recursive: true });
  }
}, 120_000);

test('the page pipes pieces as Spark does so that rows come out as from the whole, whatever the header holds', () => {
  const place = pageFolder();
  const { folder, run } = place;
  try {
    const script = `${readFileSync('test/fixtures/sql/pieces.py', 'utf8')}\n${recipe('textFile')}`;
    mkdirSync(join(folder, 'rejects'));
    const ended = run('python3', ['-c', script.replaceAll('/shared/', `${folder}/`)]);
    expect([ended.status, ended.stdout]).toEqual([0, '']);
    expectPieces(place, readFileSync(join(folder, 'scored'), 'utf8'), join(folder, 'rejects'));
    const broken = run('python3', ['-c', script.replaceAll('/shared/site', `${folder}/nobody`)]);
    expect(broken.status).toBe(1);
    expect(broken.stderr).toContain('a piece ended with');
  } finally {
    rmSync(folder, { recursive: true });
  }
}, 120_000);

test('the page makes the table for PostgreSQL from a header, whatever it holds', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'intakeline-table-'));
  const names = ['AGE', 'age', 'a, b', 'x" text); drop table kept; --', '$(touch ran)', 'two words'];
  writeFileSync(join(folder, 'admissions.csv'), `${names.map((name) => `"${name.replaceAll('"', '""')}"`).join()}\r\n`);
  const [line = ''] = recipe('--create-table').split(' | psql\n');
  const program = `'${process.execPath}' '${process.cwd()}/bin/intakeline.js'`;
  const { stdout } = spawnSync('sh', ['-c', line.replace('intakeline', program)], { cwd: folder, encoding: 'utf8' });
  expect(readdirSync(folder)).toEqual(['admissions.csv']);
  rmSync(folder, { recursive: true });
  const database = await PGlite.create();
  await database.exec(`create table kept (); ${stdout}`);
  const { rows } = await database.query<{ column_name: string; data_type: string }>(
    "select column_name, data_type from information_schema.columns where table_name = 'admissions' order by ordinal_position",
  );
  const kept = await database.query('select * from kept');
  await database.close();
  expect(rows).toEqual(names.map((name) => ({ column_name: name, data_type: 'text' })));
  expect(kept.rows).toEqual([]);
}, 60_000);

test('the page names the engines in which the tests run the queries', async () => {
  const database = await PGlite.create();
  const { rows } = await database.query<{ version: string }>('select version()');
  await database.close();
  const named = [version(), rows[0]?.version ?? ''].map((text) => /[0-9]+(?:\.[0-9]+)/.exec(text)?.[0] ?? '');
  const [duckDb = '', postgres = ''] = named;
  expect(page).toContain(`in DuckDB ${duckDb} and PostgreSQL ${postgres.split('.')[0]}.`);
}, 60_000);
