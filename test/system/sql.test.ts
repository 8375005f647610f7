/** The query for a database decides 100,000 different rows as scoring does, in two engines; and its third form fits the grammar of Spark. */

import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parse } from 'csv-parse/sync';
import { build } from 'esbuild';
import { expect, test, vi } from 'vitest';
import { bandStartsOf, bindMapping } from '../../src/batch/bind-mapping.ts';
import type { BoundMapping } from '../../src/batch/bound-mapping.ts';
import { epochDay } from '../../src/batch/calendar-day.ts';
import type { Mapping } from '../../src/batch/mapping.ts';
import { STATUSES } from '../../src/batch/row-result.ts';
import type { SqlDialectName } from '../../src/batch/sql-dialect.ts';
import { sqlQuery } from '../../src/batch/sql-query.ts';
import { contentFiles } from '../../src/cli/content-files.ts';
import { loadMapping } from '../../src/cli/load-mapping.ts';
import { type CompiledPolicy, compilePolicy } from '../../src/decision/compile.ts';
import { LEVELS } from '../../src/policy/care-lists.ts';
import { duckDb, postgres, type SqlRow } from '../batch/sql-engines.ts';
import { differences, expectedRows, ROW_CODES } from '../batch/sql-rows.ts';
import { type ExportShape, generateExport } from '../bench/generate-export.ts';
import { intakeExport } from '../bench/generate-export-intakes.ts';
import { tedsExport } from '../bench/generate-export-teds.ts';
import { valueIn } from '../fixtures/read-fixture.ts';
import { shippedContent } from '../fixtures/shipped.ts';
import { type Random, randomFrom } from '../questionnaires/random-callers.ts';
import { COLUMNS, drawnRow, respelled } from './kinds-rows.ts';
import { scoredRows } from './scored-rows.ts';

const TODAY = '2026-11-22';

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
  const place = { file: 'rows.csv', header, today: epochDay(TODAY) };
  return valueIn(bindMapping(mapping, { ...place, bandStarts: bandStartsOf(compiled.callers.encoding) }));
}

function queryFor(compiled: CompiledPolicy, bound: BoundMapping, dialect: SqlDialectName): string {
  const outcome = sqlQuery({ compiled, bound, dialect, table: ['intakes'], about: ['made for a test'] });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.faults));
  return outcome.query;
}

const intakeLine = policyOf('intake-line');

/** How often each value stands in a column. */
function counted(rows: readonly SqlRow[], column: keyof SqlRow): ReadonlyMap<string | null, number> {
  const counts = new Map<string | null, number>();
  for (const row of rows) counts.set(row[column] ?? null, (counts.get(row[column] ?? null) ?? 0) + 1);
  return counts;
}

/** What the rows of a source are decided by, and how they are made. */
interface Source {
  readonly mapping: string;
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** As many rows as are wanted, no two of which are the same in the columns that the mapping reads, spelled in many ways. */
async function distinct(source: Source, count: number, random: Random): Promise<Source & { bound: BoundMapping }> {
  const bound = boundTo(await mappingOf(source.mapping), intakeLine, source.header);
  const seen = new Set<string>();
  const rows = source.rows.filter((cells) => {
    const before = seen.size;
    return seen.size < count && seen.add(bound.columns.map((place) => cells[place]).join()).size > before;
  });
  expect(rows).toHaveLength(count);
  return { ...source, bound, rows: rows.map((cells) => respelled(cells, random)) };
}

/** The rows of an export of the benchmarks. */
function generated(shape: ExportShape, rows: number): Omit<Source, 'mapping'> {
  const [header = [], ...found] = parse(Buffer.concat([...generateExport(shape, { rows, seed: 1 })])) as string[][];
  return { header, rows: found };
}

const TEDS = tedsExport(readFileSync('test/fixtures/teds-a/codebook-frequencies.csv', 'utf8'), '2017');

const sources: readonly (readonly [what: string, count: number, source: (random: Random) => Source])[] = [
  [
    '20,000 rows over every kind of reading',
    20_000,
    (random) => ({
      mapping: 'test/fixtures/sql/kinds.yaml',
      header: Object.keys(COLUMNS),
      rows: Array.from({ length: 22_000 }, () => drawnRow(random)),
    }),
  ],
  [
    '60,000 rows of the export that scoring is measured with',
    60_000,
    () => ({
      mapping: 'test/bench/benchmark-mapping.yaml',
      ...generated(intakeExport({ lineEndsInNotes: false }), 70_000),
    }),
  ],
  ['20,000 rows of TEDS-A', 20_000, () => ({ mapping: 'teds-a', ...generated(TEDS, 25_000) })],
];

test.each(sources)(
  'no two alike, %s are decided as `score` decides them',
  async (_what, count, sourceOf) => {
    const random = randomFrom(20_261_122);
    const { mapping, header, rows, bound } = await distinct(sourceOf(random), count, random);
    const expected = scoredRows({ header, rows }, ['--mapping', mapping, '--today', TODAY]);
    const problems = counted(expected, 'problem');
    if (mapping.endsWith('kinds.yaml')) {
      const statuses = [...counted(expected, 'status')].filter(([status]) => status !== null);
      expect(statuses.map(([status]) => status).sort()).toEqual([...STATUSES].sort());
      expect(Math.min(...statuses.map(([, times]) => times))).toBeGreaterThan(100);
      expect([...problems.keys()].filter((code) => code !== null).sort()).toEqual([...ROW_CODES].sort());
    }
    expect(problems.get(null)).toBeGreaterThan(count / 2);
    const engines = await Promise.all([duckDb(), postgres()]); // each on a processor of its own
    const all = await Promise.all(
      engines.map((engine) => engine.run({ header, rows }, queryFor(intakeLine, bound, engine.dialect))),
    );
    for (const [place, { dialect, close }] of engines.entries()) {
      expect(differences(all[place] ?? [], expected), dialect).toEqual([]);
      await close();
    }
  },
  400_000,
);

test('the sample of TEDS-A, under policies that speak and that may be silent', async () => {
  const [head = '', ...lines] = readFileSync('test/fixtures/teds-a/admissions-2017-sample.csv', 'utf8')
    .trim()
    .split(/\r?\n/);
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

test('the query for Spark fits its grammar, and a broken one does not', async () => {
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
  const mapping = await mappingOf('test/fixtures/sql/kinds.yaml');
  const queryBy = (policy: CompiledPolicy) => queryFor(policy, boundTo(mapping, policy, Object.keys(COLUMNS)), 'spark');
  expect(parser.validate(queryBy(intakeLine))).toEqual([]);
  const query = queryBy(policyOf('safety')); // the smallest: the parser takes seconds for 100 KB
  expect(parser.validate(query)).toEqual([]);
  const broken = query.replace(/from \w+\n$/, 'from\n');
  expect(broken).not.toBe(query);
  expect(parser.validate(broken).length).toBeGreaterThan(0);
  vi.unstubAllGlobals();
}, 120_000);
