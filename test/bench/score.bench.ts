/**
 * `intakeline score` against other ways of doing the same: reading an export of 25 columns, deciding every row by ten rules,
 * writing every row back with its level. What each of them writes is compared byte for byte before anything is timed: all rows, or
 * the first ones of peers that take minutes. Ours is the whole process; the others run in this one, where nothing has to be started.
 * Beside it the full policy, counting line ends, copying the file, and how time grows with rows and columns. Run with
 * `npm run bench -- score`; ROWS=100000 makes it short.
 */

import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Comparison, comparisonIn, exportIn, narrowMapping } from './peers/comparison.ts';
import { csvParseJsonRules } from './peers/csv-parse-json-rules.ts';
import { csvParseZen } from './peers/csv-parse-zen.ts';
import { duckDbCopy } from './peers/duckdb-copy.ts';
import { papaparseCompiled } from './peers/papaparse-compiled.ts';
import { RESULT } from './peers/rows-out.ts';

const ROWS = Number(process.env['ROWS'] ?? 1_000_000);
/** Rows for peers that take minutes for all of them: their time is multiplied. */
const FEW = Math.min(50_000, ROWS);
/** A gigabyte has so many rows, about. */
const MANY = Math.min(7_300_000, 8 * ROWS);
const ROUNDS = 3;

type Work = (input: string, output: string) => void | Promise<void>;

/** One way of doing it, and how many times longer than ours it must take at least. */
interface Peer {
  readonly name: string;
  readonly work: Work;
  readonly isSlow: boolean;
  readonly aim: number;
}

const PEERS: readonly Peer[] = [
  { name: 'DuckDB COPY, 2 threads, order kept', work: duckDbCopy, isSlow: false, aim: 2 },
  { name: 'papaparse + compiled conditions', work: papaparseCompiled, isSlow: false, aim: 4 },
  { name: 'csv-parse + json-rules-engine', work: csvParseJsonRules, isSlow: true, aim: 20 },
  { name: 'csv-parse + zen-engine', work: csvParseZen, isSlow: true, aim: 20 },
];

const SLOW = PEERS.filter(({ isSlow }) => isSlow);
const FAST = PEERS.filter(({ isSlow }) => !isSlow);

/** Runs the program; rows that it rejects are counted, not a fault. */
function score(input: string, output: string, options: readonly string[]): void {
  const args = ['bin/intakeline.js', 'score', input, '--out', output, ...options];
  const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  if (status !== 0 && status !== 1) throw new Error(`intakeline score ended with ${status}\n${stderr}`);
}

function tenRules({ questionnaire, mapping }: Comparison, narrow = mapping): readonly string[] {
  return ['--questionnaire', questionnaire, '--policy', 'comparison', '--mapping', narrow, '--add', RESULT];
}

const FULL: readonly string[] = ['--mapping', 'test/bench/benchmark-mapping.yaml'];

async function countLineEnds(input: string): Promise<void> {
  const file = await open(input);
  const block = Buffer.allocUnsafe(1 << 20);
  let count = 0;
  for (;;) {
    const { bytesRead } = await file.read(block, 0, block.length);
    if (bytesRead === 0) break;
    for (let at = block.indexOf(10); at !== -1 && at < bytesRead; at = block.indexOf(10, at + 1)) count += 1;
  }
  await file.close();
  if (count === 0) throw new Error('no line ends');
}

async function timed(work: () => void | Promise<void>): Promise<number> {
  const before = process.hrtime.bigint();
  await work();
  return Number(process.hrtime.bigint() - before) / 1e9;
}

function median(times: readonly number[]): number {
  return [...times].sort((left, right) => left - right)[Math.floor(times.length / 2)] ?? 0;
}

/** The median time of each, the rounds interleaved, so that a busy machine burdens all alike. */
async function race(works: ReadonlyMap<string, () => void | Promise<void>>): Promise<ReadonlyMap<string, number>> {
  const times = new Map([...works.keys()].map((name): [string, number[]] => [name, []]));
  for (let round = 0; round < ROUNDS; round++)
    for (const [name, work] of works) times.get(name)?.push(await timed(work));
  return new Map([...times].map(([name, all]) => [name, median(all)]));
}

function line(name: string, seconds: number, ours: number, remark = ''): void {
  const ratio = `${(seconds / ours).toFixed(2)} times`;
  console.log(`${name.padEnd(44)} ${seconds.toFixed(2).padStart(8)} s ${ratio.padStart(13)}  ${remark}`);
}

/** These peers write of so many rows what we write. */
async function check(folder: string, comparison: Comparison, peers: readonly Peer[], rows: number): Promise<void> {
  const input = await exportIn(folder, rows);
  const ours = join(folder, 'ours.csv');
  const theirs = join(folder, 'theirs.csv');
  score(input, ours, tenRules(comparison));
  const expected = readFileSync(ours);
  for (const { name, work } of peers) {
    await work(input, theirs);
    if (!readFileSync(theirs).equals(expected)) throw new Error(`${name} decides other than we do`);
    console.log(`${name}: the same ${rows} rows, byte for byte`);
  }
}

async function comparePeers(folder: string, comparison: Comparison): Promise<void> {
  const input = await exportIn(folder, ROWS);
  const few = await exportIn(folder, FEW);
  const output = join(folder, 'output.csv');
  const times = await race(
    new Map([
      ['ours', () => score(input, output, tenRules(comparison))],
      ['full', () => score(input, output, FULL)],
      ['ends', () => countLineEnds(input)],
      ...FAST.map(({ name, work }) => [name, () => work(input, output)] as const),
    ]),
  );
  const ours = times.get('ours') ?? 0;
  console.log(
    `\n${ROWS} rows of 25 columns, 20 mapped, ${(statSync(input).size / 1e6).toFixed(0)} MB; median of ${ROUNDS}`,
  );
  line('intakeline score, ten rules, whole process', ours, ours);
  for (const { name, work, isSlow, aim } of PEERS) {
    const seconds = isSlow ? (await timed(() => work(few, output))) * (ROWS / FEW) : (times.get(name) ?? 0);
    line(name, seconds, ours, `aim: at least ${aim}${isSlow ? `; extrapolated from ${FEW} rows` : ''}`);
  }
  line('intakeline score, policy intake-line', times.get('full') ?? 0, ours);
  line('counting line ends', times.get('ends') ?? 0, ours, 'aim: at least 0.33');
}

async function compareCopy(folder: string, comparison: Comparison): Promise<void> {
  const input = await exportIn(folder, MANY);
  const output = join(folder, 'output.csv');
  const times = await race(
    new Map([
      ['ours', () => score(input, output, tenRules(comparison))],
      ['full', () => score(input, output, FULL)],
      ['copy', () => copyFileSync(input, output)],
      ['cat', () => void spawnSync('sh', ['-c', 'cat "$1" > "$2"', 'sh', input, output])],
    ]),
  );
  const ours = times.get('ours') ?? 0;
  console.log(`\n${MANY} rows, ${(statSync(input).size / 1e6).toFixed(0)} MB; median of ${ROUNDS}`);
  line('intakeline score, ten rules', ours, ours);
  line('intakeline score, policy intake-line', times.get('full') ?? 0, ours);
  line('copying the file', times.get('copy') ?? 0, ours, 'aim: at least 0.33');
  line('cat, into a file', times.get('cat') ?? 0, ours, 'aim: at least 0.33');
  rmSync(input);
}

/** Time over rows and over mapped columns: the process alone takes the time of no rows. */
async function growth(folder: string, comparison: Comparison): Promise<void> {
  const output = join(folder, 'output.csv');
  const sizes = [ROWS / 4, ROWS / 2, ROWS];
  const inputs = await Promise.all(sizes.map((rows) => exportIn(folder, rows)));
  const byRows = await race(
    new Map(inputs.map((input, place) => [String(sizes[place]), () => score(input, output, tenRules(comparison))])),
  );
  console.log('\ntime over rows, 20 columns mapped');
  for (const [rows, seconds] of byRows) line(`${rows} rows`, seconds, byRows.get(String(sizes[0])) ?? 1);
  const input = inputs.at(-1) ?? '';
  const byColumns = await race(
    new Map(
      [5, 10, 20].map((columns) => {
        const mapping = narrowMapping(folder, comparison, columns);
        return [String(columns), () => score(input, output, tenRules(comparison, mapping))];
      }),
    ),
  );
  console.log(`\ntime over mapped columns, ${ROWS} rows`);
  for (const [columns, seconds] of byColumns) line(`${columns} columns`, seconds, byColumns.get('5') ?? 1);
}

const folder = mkdtempSync(join(tmpdir(), 'intakeline-bench-'));
try {
  const comparison = comparisonIn(folder);
  await check(folder, comparison, SLOW, FEW);
  await check(folder, comparison, FAST, ROWS);
  await comparePeers(folder, comparison);
  await growth(folder, comparison);
  await compareCopy(folder, comparison);
} finally {
  rmSync(folder, { recursive: true });
}
