/** Scoring that is killed, interrupted, or whose reader leaves: nothing half-written under a final name, nothing said falsely. */

import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { PROGRAM, SMALL_POLICY } from '../cli/program-path.ts';
import { SURROUNDINGS } from '../cli/run-program.ts';
import { randomFrom } from '../questionnaires/random-callers.ts';
import { filesIn, hashOf, OPTIONS, pause, startScoring, writeExport } from './scoring-program.ts';

/** Enough for several blocks and for workers, which a run of less than 4 MiB does without. */
const ROWS = 35_000;

let root = '';
let input = '';
/** The whole result, as a run that nothing disturbs gives it. */
let whole: Buffer = Buffer.alloc(0);
/** How long such a run takes, in milliseconds. */
let usual = 0;

const folder = (): string => mkdtempSync(join(root, 'case-'));

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'intakeline-scoring-'));
  input = join(root, 'in.csv');
  writeExport(input, ROWS);
  const started = Date.now();
  const place = folder();
  const { status } = await startScoring(place, [input, '--out', 'out.csv']).ended;
  usual = Date.now() - started;
  expect(status).toBe(0);
  whole = readFileSync(join(place, 'out.csv'));
  expect(whole.toString('latin1').split('\n').length).toBe(ROWS + 2);
}, 60_000);
afterAll(() => rmSync(root, { recursive: true }));

const MAPPING = `--mapping ${OPTIONS[1]}`;

const random = randomFrom(20_261_122);
const SIGNALS = ['SIGKILL', 'SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT'] as const;
const MOMENTS = Array.from({ length: 15 }, (_, index) => ({
  signal: SIGNALS[index % SIGNALS.length] ?? 'SIGKILL',
  /** Share of the usual time, to its end and a little beyond. */
  share: random() * 1.1,
}));

/** Everything that a run saves, in the order in which it gets its names. */
const SAVED = ['out.csv', 'out.rejects.csv', 'out.problems.csv', 'r.html'];
const SAVING = ['mixed.csv', '--out', 'out.csv', '--report', 'r.html', '--today', '2026-11-22'];

/** A folder with an export of which some records are rejected. */
function mixedFolder(): string {
  const place = folder();
  const [header = '', ...rows] = readFileSync(input, 'latin1').split('\n');
  const mixed = rows.map((row, index) => (index % 1000 === 7 ? `${row},x` : row));
  writeFileSync(join(place, 'mixed.csv'), [header, ...mixed].join('\n'), 'latin1');
  return place;
}

/** What a run leaves that nothing disturbs, by name. */
let undisturbed: ReadonlyMap<string, string> = new Map();
const savedIn = (place: string): ReadonlyMap<string, string> =>
  new Map(
    SAVED.filter((name) => existsSync(join(place, name))).map((name) => [
      name,
      hashOf(readFileSync(join(place, name))),
    ]),
  );

beforeAll(async () => {
  const place = mixedFolder();
  expect((await startScoring(place, SAVING).ended).status).toBe(1);
  undisturbed = savedIn(place);
  expect([...undisturbed.keys()]).toEqual(SAVED);
}, 60_000);

test.each(MOMENTS)(
  '$signal after a share of $share: result, rejects and report are whole or absent, and no other file is left',
  async ({ signal, share }) => {
    const place = mixedFolder();
    const { child, ended } = startScoring(place, SAVING);
    await pause(share * usual);
    child.kill(signal);
    const { status, signal: by, stderr } = await ended;
    const files = filesIn(place).filter((name) => name !== 'mixed.csv');
    const named = files.filter((name) => !/^\.intakeline-.*\.tmp$/.test(name));
    const saved = savedIn(place);
    expect(named).toEqual([...saved.keys()].sort());
    for (const [name, hash] of saved) expect([name, hash]).toEqual([name, undisturbed.get(name)]);
    expect([...saved.keys()]).toEqual(SAVED.slice(0, saved.size)); // killed between two names, what matters most is there
    if (signal === 'SIGKILL') return;
    expect([0, SAVED.length]).toContain(saved.size);
    expect(files).toEqual(named); // nothing temporary
    if (status === 130)
      expect(stderr).toMatch(/interrupted after [\d,]+ records? .*\n {2}nothing was saved to `out.csv`/);
    else expect([1, signal]).toContain(by ?? status); // it was done before, or had not begun
  },
);

test.each([
  ['the result', 'out.csv', 'intakeline score mixed.csv --out out.csv', 3000],
  ['the rejects', 'wide.rejects.csv', 'intakeline score wide.csv', 200],
  ['the problems', 'small.problems.csv', 'intakeline score small.csv', 20],
  ['the report', 'r.html', 'intakeline score right.csv --report r.html --out out.csv', 20],
])('a disk that is full when it comes to %s leaves no file, which is said', (_, name, line, blocks) => {
  const place = mixedFolder();
  const [header = '', ...rows] = readFileSync(input, 'latin1').split('\n');
  const wide = rows.slice(0, 300).map((row) => `${row},${'x'.repeat(500)}`);
  writeFileSync(join(place, 'wide.csv'), [header, ...wide, ''].join('\n'), 'latin1');
  writeFileSync(join(place, 'small.csv'), [header, ...wide.map(() => 'x,y'), ''].join('\n'), 'latin1');
  writeFileSync(join(place, 'right.csv'), [header, ...rows.slice(0, 20), ''].join('\n'), 'latin1');
  const before = filesIn(place);
  // Files may grow to so many blocks of 512 bytes: further writes fail as on a full disk.
  const { status, stderr } = shell(place, `ulimit -f ${blocks}; ${line} ${MAPPING} > /dev/null`);
  expect([status, stderr]).toEqual([
    2,
    expect.stringContaining(`cannot save to \`${name}\`: the system refuses (EFBIG)`),
  ]);
  expect(stderr).toContain('before that; no file was saved');
  expect(filesIn(place)).toEqual(before);
});

test('an interrupted pipe gets whole records, in order, and what was done is said', async () => {
  const place = folder();
  const { child, ended } = startScoring(place, [input]);
  const chunks: Buffer[] = [];
  child.stdout?.once('data', () => child.kill('SIGINT'));
  child.stdout?.on('data', (chunk: Buffer) => chunks.push(chunk));
  const { status, stderr } = await ended;
  const got = Buffer.concat(chunks);
  expect([status, got.length < whole.length]).toEqual([130, true]);
  expect(got.equals(whole.subarray(0, got.length))).toBe(true);
  expect(got.at(-1)).toBe(0x0a);
  const scored = got.toString('latin1').split('\n').length - 2;
  expect(stderr).toContain(`interrupted after ${scored.toLocaleString('en')} record`);
  expect(filesIn(place)).toEqual([]);
});

test('while it waits for a pipe, an interrupted run ends at once', async () => {
  const place = folder();
  const { child, ended } = startScoring(place, ['-']);
  child.stdin?.write('AGE\n'); // less than what is looked at first
  await pause(usual);
  child.kill('SIGINT');
  expect(await ended).toMatchObject({ status: 130, stderr: expect.stringContaining('interrupted after 0 records') });
});

test.each(['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT'] as const)(
  'a second %s does not wait for a reader who does not read',
  async (signal) => {
    const place = folder();
    // The reader sleeps, and holds the pipe open for longer than anybody would wait.
    const reader = spawn('sleep', ['60'], { stdio: ['pipe', 'ignore', 'ignore'] });
    const child = spawn(process.execPath, [PROGRAM, 'score', ...OPTIONS, input, '--rejects', 'mine'], {
      cwd: place,
      env: SURROUNDINGS,
      stdio: ['ignore', reader.stdin, 'pipe'],
    });
    const ended = new Promise((resolve) => child.once('exit', (status, by) => resolve(by ?? status)));
    await once(child, 'commas between fields');
    await pause(usual);
    child.kill(signal);
    await pause(300);
    expect([child.exitCode, child.signalCode]).toEqual([null, null]); // it waits, so that whoever reads gets whole records
    child.kill(signal);
    expect(await Promise.race([ended, pause(10_000)])).toBe(signal === 'SIGQUIT' ? 'SIGHUP' : signal); // no core dump
    expect(filesIn(place)).toEqual([]);
    reader.kill();
  },
);

test('a reader who has enough ends the run early, which is no fault', async () => {
  const place = folder();
  const { child, ended } = startScoring(place, [input]);
  await new Promise<void>((resolve) => {
    child.stdout?.once('data', () => {
      child.stdout?.destroy();
      resolve();
    });
  });
  const { status, stderr } = await ended;
  expect([status, stderr]).toEqual([0, expect.stringContaining('nobody reads the result any more')]);
  expect(stderr).toContain('not all of the input was read');
  expect(stderr).not.toContain('EPIPE');
  expect(filesIn(place)).toEqual([]);
});

test('rejects of a part of the input never take the place of those of all of it', async () => {
  const place = folder();
  const [header = '', ...rows] = readFileSync(input, 'latin1').split('\n');
  const wrong = `${rows[0]},too many`;
  writeFileSync(join(place, 'in.csv'), [header, wrong, ...rows.slice(0, -1), wrong, ''].join('\n'), 'latin1');
  expect((await startScoring(place, ['in.csv', '--out', 'in.scored']).ended).status).toBe(1);
  const all = readFileSync(join(place, 'in.rejects.csv'));
  expect(all.toString('latin1').split(wrong).length).toBe(3);
  const { stderr } = shell(place, `intakeline score in.csv ${MAPPING} | head -c 1000000 | wc -c`);
  expect(stderr).toContain('nobody reads the result any more');
  expect(stderr).toContain('`in-2.rejects.csv`');
  expect(readFileSync(join(place, 'in.rejects.csv')).equals(all)).toBe(true);
  const names = ['in', 'in-2'].flatMap((name) => [`${name}.problems.csv`, `${name}.rejects.csv`]);
  expect(filesIn(place)).toEqual(expect.arrayContaining(names));
  // A reader who leaves at once has seen no reject, so that nothing can be said of those that lie there.
  writeFileSync(join(place, 'right.csv'), readFileSync(input));
  writeFileSync(join(place, 'right.rejects.csv'), all);
  const { stderr: early } = shell(place, `intakeline score right.csv ${MAPPING} | head -1`);
  expect(early).toContain('nobody reads the result any more');
  expect(early).not.toContain('is of an earlier run');
});

test('what could not be put under its name is told apart from what was', async () => {
  const place = folder();
  const [header = '', ...rows] = readFileSync(input, 'latin1').split('\n');
  const { child, ended } = startScoring(place, ['-', '--out', 'out.csv', '--rejects', 'mine', '--report', 'r.html']);
  child.stdin?.write(Buffer.from(`${header}\n${rows[0]},too many\n${rows.slice(0, 2000).join('\n')}\n`, 'latin1'));
  await once(child, 'commas between fields');
  mkdirSync(join(place, 'mine.problems.csv')); // after everything was found to be in order
  child.stdin?.end();
  const { status, stderr } = await ended;
  expect(status).toBe(2);
  expect(stderr).toContain('cannot save to `mine.problems.csv`');
  expect(stderr).toContain(
    '2,001 records (2,000 scored, 1 rejected) before that; only `out.csv`, `mine.rejects.csv` were saved\n',
  );
  expect(filesIn(place)).toEqual(['mine.problems.csv', 'mine.rejects.csv', 'out.csv']);
  expect(readFileSync(join(place, 'out.csv'), 'latin1').split('\n').length).toBe(2002);
});

test.each([
  ['printed', ''],
  ['as JSON', '--format jsonl'],
])('a full disk is said, and is no success (%s)', (_, options) => {
  const place = folder();
  const line = `'${process.execPath}' '${process.cwd()}/bin/intakeline.js' score ${OPTIONS.join(' ')} ${options} '${input}' > /dev/full`;
  try {
    execFileSync('sh', ['-c', line], { cwd: place, stdio: 'pipe' });
    expect.unreachable();
  } catch (error) {
    expect(error).toMatchObject({ status: 2 });
    expect(String((error as { stderr: Buffer }).stderr)).toContain('cannot write to standard output (ENOSPC)');
  }
  expect(filesIn(place)).toEqual([]);
});

test('a disk that fills up under a redirected result leaves whole records, and as many as are said', () => {
  for (const [redirect, before] of [
    ['>', ''],
    ['>>', 'what was there\n'],
  ] as const) {
    const place = folder();
    writeFileSync(join(place, 'lim.csv'), before);
    // Files may grow to so many blocks of 512 bytes; the second block of rows does not fit.
    const { status, stderr } = shell(
      place,
      `ulimit -f 1500; intakeline score '${input}' ${MAPPING} ${redirect} lim.csv`,
    );
    expect([status, stderr]).toEqual([2, expect.stringContaining('cannot write to standard output (EFBIG)')]);
    const got = readFileSync(join(place, 'lim.csv'));
    expect(got.length).toBeGreaterThan(100_000);
    expect(got.equals(Buffer.concat([Buffer.from(before), whole]).subarray(0, got.length))).toBe(true);
    expect(got.at(-1)).toBe(0x0a);
    const rows = got.subarray(before.length).toString('latin1').split('\n').length - 2;
    expect(stderr).toContain(
      `${rows.toLocaleString('en')} records (${rows.toLocaleString('en')} scored, 0 rejected) before that; no file`,
    );
  }
  // Written over from its start, the file does not end where this program wrote last: nothing may be taken away.
  const place = folder();
  writeFileSync(join(place, 'lim.csv'), 'x'.repeat(500));
  const { stderr } = shell(place, `ulimit -f 1500; intakeline score '${input}' ${MAPPING} 1<> lim.csv`);
  expect(stderr).toContain(
    'before that, perhaps more, and the last record that was written may be cut; no file was saved',
  );
});

test('an input that shrinks while it is read leaves no result', async () => {
  const place = folder();
  const copy = join(place, 'copy.csv');
  writeFileSync(copy, readFileSync(input));
  const { child, ended } = startScoring(place, [copy, '--out', 'out.csv']);
  await once(child, 'commas between fields');
  truncateSync(copy, 1000);
  const { status, stderr } = await ended;
  expect([status, stderr]).toEqual([2, expect.stringContaining('it changed while it was read')]);
  expect(filesIn(place)).toEqual(['copy.csv']);
});

test('packed input that ends too early leaves no result; a pipe gets the rows before that, whole', async () => {
  const place = folder();
  const packed = gzipSync(readFileSync(input));
  writeFileSync(join(place, 'cut.gz'), packed.subarray(0, packed.length * 0.7));
  const saved = await startScoring(place, ['cut.gz', '--out', 'out.csv']).ended;
  expect([saved.status, saved.stderr]).toEqual([2, expect.stringContaining('ends too early')]);
  expect(saved.stderr).toMatch(/[\d,]+ records \(.*\) before that; nothing was saved to `out.csv`/);
  expect(filesIn(place)).toEqual(['cut.gz']);
  const { child, ended } = startScoring(place, ['cut.gz']);
  const chunks: Buffer[] = [];
  child.stdout?.on('data', (chunk: Buffer) => chunks.push(chunk));
  expect((await ended).status).toBe(2);
  const got = Buffer.concat(chunks);
  expect(got.length).toBeGreaterThan(whole.length / 4);
  expect(got.equals(whole.subarray(0, got.length))).toBe(true);
  expect(got.at(-1)).toBe(0x0a);
});

test('whatever scores it, the result is the same: one thread, several, a pipe, a packed file', async () => {
  const place = folder();
  for (const threads of ['1', '3']) {
    const { status } = await startScoring(place, [input, '--threads', threads, '--out', `${threads}.csv`]).ended;
    expect([status, hashOf(readFileSync(join(place, `${threads}.csv`)))]).toEqual([0, hashOf(whole)]);
  }
  const { child, ended } = startScoring(place, ['-', '--out', 'piped.csv']);
  child.stdin?.end(gzipSync(readFileSync(input)));
  expect([(await ended).status, hashOf(readFileSync(join(place, 'piped.csv')))]).toEqual([0, hashOf(whole)]);
});

test('GNU parallel, as the page says, gives the rows and the rejects of the whole, whatever the columns are called', () => {
  const place = folder();
  const page = readFileSync('docs/sql.md', 'utf8');
  const [, recipe = ''] = page.match(/```sh\n(mkdir rejects\n[^`]*)```/) ?? [];
  expect(recipe).toContain('--block 10M');
  const [header = '', ...rows] = readFileSync(input, 'latin1').split('\n');
  const own = `${header},it's "$HOME" & so on`;
  const intakes = rows.slice(0, 3000).map((row, index) => (index % 1000 === 7 ? row : `${row},x`));
  writeFileSync(join(place, 'intakes.csv'), `${own}\n${intakes.join('\n')}\n`, 'latin1');
  copyFileSync('test/bench/benchmark-mapping.yaml', join(place, 'site.yaml'));
  const all = shell(place, 'intakeline score intakes.csv --mapping site.yaml --rejects whole').stdout;
  const { status, stdout, stderr } = shell(place, recipe.replace('10M', '100k'));
  expect([status, stdout.length, stderr]).toEqual([0, 0, expect.stringContaining('records in')]); // no piece was lost
  const scored = readFileSync(join(place, 'scored-rows.csv'));
  expect(scored.length).toBeGreaterThan(400_000);
  expect(scored.equals(all.subarray(all.indexOf(0x0a) + 1))).toBe(true);
  const pieces = filesIn(join(place, 'rejects')).filter((name) => name.endsWith('.rejects.csv'));
  expect(pieces).toHaveLength(3);
  const rejected = pieces.map((name) => readFileSync(join(place, 'rejects', name), 'latin1')).join('');
  expect(rejected).toBe(readFileSync(join(place, 'whole.rejects.csv'), 'latin1').slice(own.length + 1));
});

/** Gives a line to a shell, in which `intakeline` scores by a small policy. */
function shell(place: string, line: string) {
  const program = join(root, 'intakeline');
  writeFileSync(program, `#!/bin/sh\nexec '${process.execPath}' '${PROGRAM}' "$@" --policy ${SMALL_POLICY}\n`, {
    mode: 0o755,
  });
  const env = { ...SURROUNDINGS, PATH: `${root}:${SURROUNDINGS['PATH']}` };
  const { status, stdout, stderr } = spawnSync('sh', ['-c', line], { cwd: place, env, maxBuffer: 1 << 28 });
  return { status, stdout, stderr: stderr.toString('utf8') };
}

/** Resolves once something was said on standard error. */
function once(child: ChildProcess, text: string): Promise<void> {
  return new Promise((resolve) => {
    let said = '';
    child.stderr?.on('data', (chunk: Buffer | string) => {
      said += chunk;
      if (said.includes(text)) resolve();
    });
  });
}
