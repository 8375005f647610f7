/** The query for a database decides 100,000 rows as scoring does, in two engines; and its third form fits the grammar of Spark. */

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
import { pathToFileURL } from 'node:url';
import { PGlite } from '@electric-sql/pglite';
import { build } from 'esbuild';
import { expect, test, vi } from 'vitest';
import { bandStartsOf, bindMapping } from '../../src/batch/bind-mapping.ts';
import type { BoundMapping } from '../../src/batch/bound-mapping.ts';
import { epochDay } from '../../src/batch/calendar-day.ts';
import type { Mapping } from '../../src/batch/mapping.ts';
import { REJECT_CODES } from '../../src/batch/reject-codes.ts';
import { STATUSES } from '../../src/batch/row-result.ts';
import type { SqlDialectName } from '../../src/batch/sql-dialect.ts';
import { sqlQuery } from '../../src/batch/sql-query.ts';
import { contentFiles } from '../../src/cli/content-files.ts';
import { loadMapping } from '../../src/cli/load-mapping.ts';
import { type CompiledPolicy, compilePolicy } from '../../src/decision/compile.ts';
import { LEVELS } from '../../src/policy/care-lists.ts';
import { duckDb, postgres, type SqlRow } from '../batch/sql-engines.ts';
import { differences, expectedRows } from '../batch/sql-rows.ts';
import { valueIn } from '../fixtures/read-fixture.ts';
import { shippedContent } from '../fixtures/shipped.ts';
import { type Random, randomFrom } from '../questionnaires/random-callers.ts';

const content = await shippedContent();
const { questionnaire } = content;

function policyOf(id: string): CompiledPolicy {
  const policy = content.policies.find((one) => one.id === id);
  const compiled = policy && compilePolicy(questionnaire, policy);
  if (!compiled?.ok) throw new Error(`no policy ${id}`);
  return compiled.value;
}

async function mappingOf(name: string): Promise<Mapping> {
  return valueIn(await loadMapping(name, { folder: 'questionnaires/adult-intake', questionnaire }, contentFiles()));
}

function boundTo(mapping: Mapping, compiled: CompiledPolicy, header: readonly string[]): BoundMapping {
  const place = { file: 'rows.csv', header, today: epochDay('2026-11-22') };
  return valueIn(bindMapping(mapping, { ...place, bandStarts: bandStartsOf(compiled.callers.encoding) }));
}

function queryFor(compiled: CompiledPolicy, bound: BoundMapping, dialect: SqlDialectName): string {
  const outcome = sqlQuery({ compiled, bound, dialect, table: ['intakes'], about: ['made for a test'] });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.faults));
  return outcome.query;
}

/** What stands in the columns of kinds.yaml. Most rows can be scored: what is odd stands once among many. */
const day = (first: number, last: number) => (random: Random) => {
  const part = (low: number, high: number) => low + Math.floor(random() * (high - low + 1));
  return [part(first, last), part(1, 12), part(1, random() < 0.02 ? 31 : 28)] as const;
};
const born = day(1930, 2012);
const admitted = day(2024, 2025);
const lastUse = day(2026, 2026);
const pad = (number: number) => String(number).padStart(2, '0');
const american = ([year, month, date]: readonly [number, number, number]) => `${month}/${date}/${year}`;
const iso = ([year, month, date]: readonly [number, number, number]) => `${year}-${pad(month)}-${pad(date)}`;
const numbers = (last: number) => (random: Random) => String(Math.floor(random() ** 2 * (last + 1)));

type Draw = readonly string[] | ((random: Random) => string);
const COLUMNS: Readonly<Record<string, Draw>> = {
  note: ['free text', '=1+1', 'caf\u00e9'],
  danger: ['N', 'N', 'N', 'n', ' N ', 'U', 'Y'],
  who: ['S', 'S', 'S', 'S', 'O'],
  knows: ['yes', 'Yes', 'no'],
  born: (random) => american(born(random)),
  admitted: (random) => american(admitted(random)),
  harm: [
    'none-of-these',
    'none-of-these',
    'none-of-these',
    'intent?',
    'NONE-OF-THESE',
    'wish-dead',
    'thoughts ; wish-dead',
  ],
  alc: ['1', '0', '0.0', '1.00'],
  alc2: ['0', '2', '0', '1'],
  opi: ['0', '0', '1'],
  sed: ['0', '0', '0', '1'],
  coc: ['0', '0', '1', ''],
  none: ['0', '0', '0', '0', '0', '1'],
  asked: ['1', '2', ''],
  days: numbers(30),
  drinks: (random) => (random() < 0.3 ? pick(random, ['a few', 'many', 'any', ' A FEW']) : numbers(20)(random)),
  last: (random) => iso(lastUse(random)),
  symptoms: numbers(7),
  w1: ['1', '1', '2', '3', ''],
  w2: ['1', '1', '1', '4'],
  w3: ['1', '1', '1', ''],
  freq: ['1', '2', '3', '4', '9', '7'],
  injects: ['N', 'N', 'Y'],
  pregnant: ['0', '0', '0', '1', '2'],
  preg_flag: ['0', '9', '9', '9', '1'],
  mental: ['none', 'steady', 'Not steady', 'untreated', 'off-medicine'],
  home: ['3', '3', '2', '1'],
  violence: ['N', 'N', 'N', 'Y'],
  screen: ['clear', 'clear', 'not done'],
  stopped: ['no', 'no', 'no', 'no', 'no', 'no', 'no', 'no', 'no', 'yes', 'YES'],
  ended: ['', '', '', '', '', '', '', '', 'dropped', 'silent'],
};
const ODD = [
  'zzz',
  '1e3',
  '-5',
  '99999999999999999999',
  '\u0663',
  '1_0',
  '00',
  '-0',
  '-9',
  'N/A',
  '\u00a01\u3000',
  '13/40/2020',
  '2/29/2023',
];

function pick<T>(random: Random, items: readonly T[]): T {
  const item = items[Math.floor(random() * items.length)];
  if (item === undefined) throw new Error('nothing to pick from');
  return item;
}

function drawnRow(random: Random): readonly string[] {
  const blank = pick(random, [0.1, 0.6, 0.6, 0.9]);
  const odd = random() < 0.1 ? 0.06 : 0;
  return Object.values(COLUMNS).map((draw) => {
    if (random() < odd) return pick(random, ODD);
    if (random() < blank) return '';
    return typeof draw === 'function' ? draw(random) : pick(random, draw);
  });
}

/** The same cells in other capitals, with blanks around them and zeros behind a point: no mapping tells them apart. */
function respelled(cells: readonly string[], random: Random): readonly string[] {
  return cells.map((cell) => {
    const draw = random();
    if (draw < 0.7) return cell;
    if (draw < 0.8) return `\u00a0${cell} \t`;
    if (draw < 0.9) return cell.toUpperCase();
    return /^-?[0-9]+$/.test(cell) ? `${cell}.00` : `${cell}\u2003`;
  });
}

const STRUCTURAL = [
  'quote-not-closed',
  'other-line-end',
  'text-after-quote',
  'record-too-long',
  'too-few-fields',
  'too-many-fields',
  'other-line-end',
  'invalid-encoding',
];

/** How often each value stands in a column. */
function counted(rows: readonly SqlRow[], column: keyof SqlRow): ReadonlyMap<string | null, number> {
  const counts = new Map<string | null, number>();
  for (const row of rows) counts.set(row[column], (counts.get(row[column]) ?? 0) + 1);
  return counts;
}

test('100,000 rows over every kind of reading', async () => {
  const compiled = policyOf('intake-line');
  const header = Object.keys(COLUMNS);
  const bound = boundTo(await mappingOf('test/fixtures/sql/kinds.yaml'), compiled, header);
  const random = randomFrom(20_261_122);
  const plain = Array.from({ length: 12_500 }, () => drawnRow(random));
  const once = expectedRows(compiled, bound, plain);
  const spellings = Array.from({ length: 8 }, (_, spelling) => spelling);
  const rows = spellings.flatMap((spelling) =>
    plain.map((cells) => (spelling === 0 ? cells : respelled(cells, random))),
  );
  const expected = spellings.flatMap(() => once);
  const statuses = counted(expected, 'status');
  expect([...statuses.keys()].filter((status) => status !== null).sort()).toEqual([...STATUSES].sort());
  expect(Math.min(...statuses.values())).toBeGreaterThan(500); // of 100,000
  const codes = Object.keys(REJECT_CODES).filter((code) => !STRUCTURAL.includes(code));
  expect([...counted(expected, 'problem').keys()].filter((code) => code !== null).sort()).toEqual(codes.sort());
  for (const engine of [await duckDb(), await postgres()]) {
    const dialect = engine.dialect;
    const got = await engine.run({ header, rows }, queryFor(compiled, bound, dialect));
    await engine.close();
    expect(differences(got, expected), dialect).toEqual([]);
  }
}, 400_000); // a minute where nothing else runs

test('the sample of TEDS-A, under policies that speak and that may be silent', async () => {
  const [head = '', ...lines] = readFileSync(SAMPLE, 'utf8').trim().split(/\r?\n/);
  const table = { header: head.split(','), rows: lines.map((line) => line.split(',')) };
  expect(table.rows.length).toBe(200);
  const engines = [await duckDb(), await postgres()];
  for (const id of ['intake-line', 'iop-explainer']) {
    const compiled = policyOf(id);
    const bound = boundTo(await mappingOf('teds-a'), compiled, table.header);
    const expected = expectedRows(compiled, bound, table.rows);
    expect(expected.filter(({ level_at_most: level }) => LEVELS.some((one) => one === level)).length).toBeGreaterThan(
      100,
    );
    for (const engine of engines) {
      const got = await engine.run(table, queryFor(compiled, bound, engine.dialect));
      expect(differences(got, expected), `${id}, ${engine.dialect}`).toEqual([]);
    }
  }
  for (const engine of engines) await engine.close();
}, 120_000);

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

test('the query for Spark fits its grammar, and a broken one does not', async () => {
  const compiled = policyOf('safety'); // the smallest: the parser takes seconds for 100 KB
  const bound = boundTo(await mappingOf('test/fixtures/sql/kinds.yaml'), compiled, Object.keys(COLUMNS));
  const query = queryFor(compiled, bound, 'spark');
  const folder = mkdtempSync(join(tmpdir(), 'intakeline-spark-'));
  const outfile = join(folder, 'parser.mjs');
  // The module as it is published cannot be imported by Node: its files name each other without extensions.
  await build({
    stdin: { contents: "export { SparkSQL } from 'dt-sql-parser';", resolveDir: process.cwd() },
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
  });
  const { SparkSQL } = await import(pathToFileURL(outfile).href);
  rmSync(folder, { recursive: true });
  vi.stubGlobal('console', { ...console, error: () => undefined }); // the parser prints what it finds
  const parser = new SparkSQL();
  expect(parser.validate(query)).toEqual([]);
  const broken = query.replace(/from \w+\n$/, 'from\n');
  expect(broken).not.toBe(query);
  expect(parser.validate(broken).length).toBeGreaterThan(0);
  vi.unstubAllGlobals();
}, 120_000);
