import { execFileSync } from 'node:child_process';
import {
  copyFileSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { afterAll, expect, test, vi } from 'vitest';
import type { InterviewOptions } from '../../src/cli/add-interview.ts';
import { interview } from '../../src/cli/interview.ts';
import { EXIT_STATUSES } from '../../src/cli/outcome.ts';
import { performCommand } from '../../src/cli/program.ts';
import type { SummaryFormat } from '../../src/cli/render-summary.ts';
import type { CallStreams } from '../../src/io/standard-streams.ts';
import { readCsv } from '../fixtures/read-csv.ts';
import { typedCall } from '../fixtures/typed-call.ts';
import type { Ended } from './run-program.ts';

const folder = mkdtempSync(join(tmpdir(), 'intakeline-calls-'));
afterAll(() => rmSync(folder, { recursive: true }));

const DAY = ['--today', '2026-11-22'];
let homes = 0;

/** A place for saved calls that nothing else uses, and ways to take calls there and to run commands, all in this process. */
function home() {
  const state = join(folder, `home-${++homes}`);
  mkdirSync(state);
  const within = async <T>(act: () => Promise<T>): Promise<T> => {
    vi.stubEnv('XDG_STATE_HOME', state);
    try {
      return await act();
    } finally {
      vi.unstubAllEnvs();
    }
  };
  const run = (args: readonly string[]): Promise<Ended> =>
    within(async () => {
      const { output, notes, closing = '', outcome } = await performCommand(args);
      return { stdout: output?.content ?? '', stderr: notes + closing, status: EXIT_STATUSES[outcome] };
    });
  const call = (lines: readonly string[], format: SummaryFormat = 'text', more: Partial<InterviewOptions> = {}) =>
    within(async () => {
      const input = Readable.from([lines.map((line) => `${line}\n`).join('')]);
      const shown: string[] = [];
      const output = new Writable({
        write: (chunk, _encoding, done) => {
          shown.push(String(chunk));
          done();
        },
      });
      const options = { format, color: false, today: '2026-11-22', ...more };
      const taken = await interview(options, { input, output } as unknown as CallStreams);
      const id = /--resume (\S+)/.exec(taken.notes + (taken.closing ?? ''))?.[1] ?? 'none';
      return { id, stdout: taken.output?.content ?? '', shown: shown.join('') };
    });
  const take = async (lines: readonly string[]): Promise<string> => (await call(lines)).id;
  const listed = async (): Promise<readonly string[]> =>
    JSON.parse((await run(['calls', 'list', '--format', 'json'])).stdout).calls.map((one: { id: string }) => one.id);
  return { run, call, take, listed, path: (id: string) => join(state, 'intakeline', `${id}.jsonl`) };
}

test('nothing saved yet is no fault', async () => {
  const { run } = home();
  expect(await run(['calls', 'list'])).toMatchObject({ status: 0, stderr: '' });
  expect(JSON.parse((await run(['calls', 'list', '--format', 'json'])).stdout)).toMatchObject({
    calls: [],
    unread: [],
  });
  expect(readCsv((await run(['calls', 'export'])).stdout).length).toBe(1);
  expect(await run(['calls', 'erase', '--all', '--yes'])).toMatchObject({ status: 0, stdout: 'no calls to erase\n' });
});

test('the list says where each call stands, the latest first', async () => {
  const { run, take } = home();
  const ids = [
    await take(typedCall('iop')),
    await take(['yes', 'end-call']),
    await take(['no', 'self']),
    await take(['no', 'self', '/pause']),
    await take(typedCall('youth')),
  ];
  const { calls } = JSON.parse((await run(['calls', 'list', '--format', 'json'])).stdout);
  const shown = calls.map((one: Record<string, unknown>) => [one.id, one.state, one.disposition]);
  expect(shown.toReversed()).toEqual([
    [ids[0], 'done', null],
    [ids[1], 'stopped', null],
    [ids[2], 'ended', 'dropped'],
    [ids[3], 'open', null],
    [ids[4], 'ended', 'youth'],
  ]);
  const emergencies = calls.filter(({ emergency }: Record<string, unknown>) => emergency);
  expect(emergencies.map(({ id }: { id: string }) => id)).toEqual([ids[1]]);
  const table = (await run(['calls', 'list'])).stdout.split('\n');
  expect(table.filter((row) => row.includes('EMERGENCY'))).toEqual([expect.stringContaining(ids[1] ?? 'none')]);
});

test('a damaged journal is named with its line, hides no other call, and makes the status 1', async () => {
  const { run, take, path, listed } = home();
  const [good, bad] = [await take(['no', '/pause']), await take(['no', 'self', '/pause'])];
  const lines = readFileSync(path(bad), 'utf8').split('\n');
  writeFileSync(path(bad), lines.with(2, 'Canary-7731').join('\n'));
  const list = await run(['calls', 'list']);
  expect([list.status, list.stdout.includes(`${bad}: line 3: `)]).toEqual([1, true]);
  expect(await listed()).toEqual([good]);
  const exported = await run(['calls', 'export']);
  expect([exported.status, exported.stdout.includes(good), exported.stdout.includes(bad)]).toEqual([1, true, false]);
  for (const args of [
    ['calls', 'show', bad],
    ['interview', '--resume', bad],
  ]) {
    const ended = await run(args);
    expect([ended.status, ended.stderr.includes('[journal-damaged]')]).toEqual([2, true]);
    expect(ended.stderr + list.stdout + exported.stderr).not.toContain('Canary');
  }
});

test('a call is shown as it was summed up when it was taken, in every form', async () => {
  const { run, call } = home();
  const { id, stdout } = await call(typedCall('residential'), 'json');
  expect((await run(['calls', 'show', id, '--format', 'json'])).stdout).toBe(stdout);
  expect((await run(['calls', 'show', id])).stdout).toContain('Residential');
  expect((await run(['calls', 'show', id, '--format', 'markdown'])).stdout).toMatch(/^# /);
  const file = join(folder, 'shown.yaml');
  writeFileSync(file, (await run(['calls', 'show', id, '--format', 'answers'])).stdout);
  const decided = JSON.parse((await run(['decide', file, '--format', 'json', ...DAY])).stdout);
  expect(decided.level).toEqual(JSON.parse(stdout).level);
});

test('another policy makes something else of a saved call, and that is said', async () => {
  const { run, take } = home();
  const shown = await run([
    'calls',
    'show',
    await take(typedCall('iop')),
    '--policy',
    'cautious-guide',
    '--format',
    'json',
  ]);
  expect(JSON.parse(shown.stdout).policy.id).toBe('cautious-guide');
  expect(shown.stderr).toContain('decided by `cautious-guide` now');
});

test('an export has a row for each call, names only those that were asked for, and hides who is calling', async () => {
  const { run, take } = home();
  const [one, two] = [await take(typedCall('iop')), await take(['no', 'self', '/pause'])];
  const [header = [], ...rows] = readCsv((await run(['calls', 'export'])).stdout);
  expect(rows.map(([id]) => id)).toEqual([one, two]);
  expect(rows[0]?.[header.indexOf('call.level')]).toBe('iop');
  expect(rows[1]?.[header.indexOf('role')]).toBe('self');
  expect(
    readCsv((await run(['calls', 'export', two])).stdout)
      .slice(1)
      .map(([id]) => id),
  ).toEqual([two]);
  expect((await run(['calls', 'export'])).stdout).not.toContain('12 Example Street');
  expect((await run(['calls', 'export', '--identifying'])).stdout).toContain('12 Example Street');
  expect(await run(['calls', 'export', one, '1122-2222'])).toMatchObject({ status: 2, stdout: '' });
});

test('what is erased is gone, and nothing else is', async () => {
  const { run, take, listed } = home();
  const ids = [await take(['no', '/pause']), await take(['no', '/pause']), await take(['no', '/pause'])];
  expect(await run(['calls', 'erase', ids[0] ?? '', '--yes'])).toMatchObject({
    status: 0,
    stdout: `erased ${ids[0]}\n`,
  });
  expect(await listed()).toEqual([ids[2], ids[1]]);
  expect((await run(['calls', 'show', ids[0] ?? ''])).status).toBe(2);
});

test('only what is older is erased by its age', async () => {
  const { run, take, listed, path } = home();
  const [old, recent] = [await take(['no', '/pause']), await take(['no', '/pause'])];
  const monthAgo = Date.now() / 1000 - 31 * 86_400;
  utimesSync(path(old), monthAgo, monthAgo);
  const none = { status: 0, stdout: 'no calls to erase\n', stderr: '' };
  expect(await run(['calls', 'erase', '--older-than', '32', '--yes'])).toMatchObject(none);
  expect(await run(['calls', 'erase', '--older-than', '32'])).toMatchObject(none);
  const unasked = await run(['calls', 'erase', '--older-than', '30']);
  expect(unasked).toMatchObject({ status: 2, stdout: '' });
  expect(unasked.stderr).toContain('nobody is at the keyboard');
  expect(await listed()).toEqual([recent, old]);
  expect((await run(['calls', 'erase', '--older-than', '30', '--yes'])).stdout).toBe(`erased ${old}\n`);
  expect(await listed()).toEqual([recent]);
});

test.each([
  ['without saying which', []],
  ['in two ways', ['--all', '--older-than', '3']],
  ['an id beside all', ['1122-7k3f', '--all']],
  ['a call that is not there beside one that is', ['GOOD', '1122-2222']],
  ['an id that is none', ['../GOOD']],
  ['a number of days that is none', ['--older-than', 'a']],
])('erasing %s erases nothing', async (_what, args) => {
  const { run, take, listed } = home();
  const id = await take(['no', '/pause']);
  const ended = await run(['calls', 'erase', '--yes', ...args.map((arg) => arg.replace('GOOD', id))]);
  expect(ended).toMatchObject({ status: 2, stdout: '' });
  expect(await listed()).toEqual([id]);
});

test('what is erased here and has another name elsewhere is not gone, and that is said', async () => {
  const { run, take, path, listed } = home();
  const id = await take(['no', '/pause']);
  linkSync(path(id), join(folder, 'kept'));
  const ended = await run(['calls', 'erase', id, '--yes']);
  expect([ended.status, ended.stdout, ended.stderr.includes('hard link')]).toEqual([1, `erased ${id}\n`, true]);
  expect(await listed()).toEqual([]);
});

test.each([
  ['gone', () => {}],
  ['a folder now', (path: string) => void mkdirSync(path)],
  ['a pipe now, for which nobody waits', (path: string) => void execFileSync('mkfifo', [path])],
])(
  'a call whose directory of programs is %s is shown and resumed with the own one, and that is said',
  async (_, put) => {
    const { run, call } = home();
    const directory = join(folder, 'programs.yaml');
    copyFileSync('questionnaires/adult-intake/directory.yaml', directory);
    const { id } = await call(['no', '/pause'], 'text', { directory: [directory] });
    expect((await run(['calls', 'show', id])).stderr).toBe('');
    rmSync(directory);
    put(directory);
    const shown = await run(['calls', 'show', id]);
    expect([shown.status, shown.stderr.includes('the directory of programs')]).toEqual([0, true]);
    const resumed = await call(['/pause'], 'text', { resume: id });
    expect(resumed.shown).toContain('the directory of programs');
    rmSync(directory, { recursive: true, force: true });
  },
);

test('nothing is erased unasked where nobody can be asked', async () => {
  const { run, take, listed } = home();
  const id = await take(['no', '/pause']);
  expect((await run(['calls', 'erase', id])).status).toBe(2);
  expect(await listed()).toEqual([id]);
});

test('a link among the saved calls leads nowhere', async () => {
  const { run, take, path } = home();
  await take(['no', '/pause']);
  const secret = join(folder, 'secret');
  writeFileSync(secret, 'Canary-7731\n');
  symlinkSync(secret, path('1122-2222'));
  const shown = await run(['calls', 'show', '1122-2222']);
  expect([shown.status, shown.stderr.includes('no ordinary file')]).toEqual([2, true]);
  expect(shown.stderr).not.toContain('Canary');
});
