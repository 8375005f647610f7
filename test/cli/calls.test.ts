import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readCsv } from '../fixtures/read-csv.ts';
import { typedCall } from '../fixtures/typed-call.ts';
import { type Ended, runProgram } from './run-program.ts';

const folder = mkdtempSync(join(tmpdir(), 'intakeline-calls-'));
afterAll(() => rmSync(folder, { recursive: true }));

const DAY = ['--today', '2026-11-22'];
let homes = 0;

/** A place for saved calls that nothing else uses, and a way to take calls there. */
function home() {
  const state = join(folder, `home-${++homes}`);
  mkdirSync(state);
  const run = (args: readonly string[], stdin = ''): Ended => runProgram(args, stdin, { XDG_STATE_HOME: state });
  const take = (lines: readonly string[]): string => {
    const { stderr } = run(['interview'], lines.map((line) => `${line}\n`).join(''));
    return /--resume (\S+)/.exec(stderr)?.[1] ?? 'none';
  };
  const listed = (): readonly string[] =>
    JSON.parse(run(['calls', 'list', '--format', 'json']).stdout).calls.map(({ id }: { readonly id: string }) => id);
  return { run, take, listed, path: (id: string) => join(state, 'intakeline', `${id}.jsonl`) };
}

test('nothing saved yet is no fault', () => {
  const { run } = home();
  expect(run(['calls', 'list'])).toMatchObject({ status: 0, stderr: '' });
  expect(JSON.parse(run(['calls', 'list', '--format', 'json']).stdout)).toMatchObject({ calls: [], unread: [] });
  expect(readCsv(run(['calls', 'export']).stdout).length).toBe(1);
  expect(run(['calls', 'erase', '--all', '--yes'])).toMatchObject({ status: 0, stdout: 'no calls to erase\n' });
});

test('the list says where each call stands, the latest first', () => {
  const { run, take } = home();
  const ids = [
    take(typedCall('iop')),
    take(['yes', 'end-call']),
    take(['no', 'self']),
    take(['no', 'self', '/pause']),
    take(typedCall('youth')),
  ];
  const { calls } = JSON.parse(run(['calls', 'list', '--format', 'json']).stdout);
  const shown = calls.map(({ id, state, disposition }: Record<string, unknown>) => [id, state, disposition]);
  expect(shown.toReversed()).toEqual([
    [ids[0], 'done', null],
    [ids[1], 'stopped', null],
    [ids[2], 'ended', 'dropped'],
    [ids[3], 'open', null],
    [ids[4], 'ended', 'youth'],
  ]);
});

test('a damaged journal is named with its line, hides no other call, and makes the status 1', () => {
  const { run, take, path, listed } = home();
  const [good, bad] = [take(['no', '/pause']), take(['no', 'self', '/pause'])];
  const lines = readFileSync(path(bad), 'utf8').split('\n');
  writeFileSync(path(bad), lines.with(2, 'Canary-7731').join('\n'));
  const list = run(['calls', 'list']);
  expect([list.status, list.stdout.includes(`${bad}: line 3: `)]).toEqual([1, true]);
  expect(listed()).toEqual([good]);
  const exported = run(['calls', 'export']);
  expect([exported.status, exported.stdout.includes(good), exported.stdout.includes(bad)]).toEqual([1, true, false]);
  for (const args of [
    ['calls', 'show', bad],
    ['interview', '--resume', bad],
  ]) {
    const ended = run(args);
    expect([ended.status, ended.stderr.includes('[journal-damaged]')]).toEqual([2, true]);
    expect(ended.stderr + list.stdout + exported.stderr).not.toContain('Canary');
  }
});

test('a call is shown as it was summed up when it was taken, in every form', () => {
  const { run } = home();
  const taken = run(['interview', '--format', 'json'], typedCall('residential').join('\n'));
  const id = /--resume (\S+)/.exec(taken.stderr)?.[1] ?? 'none';
  expect(run(['calls', 'show', id, '--format', 'json']).stdout).toBe(taken.stdout);
  expect(run(['calls', 'show', id]).stdout).toContain('Residential');
  expect(run(['calls', 'show', id, '--format', 'markdown']).stdout).toMatch(/^# /);
  const answers = run(['calls', 'show', id, '--format', 'answers']).stdout;
  expect(run(['decide', '-', ...DAY], answers).status).toBe(0);
});

test('another policy makes something else of a saved call, and that is said', () => {
  const { run, take } = home();
  const shown = run(['calls', 'show', take(typedCall('iop')), '--policy', 'cautious-guide', '--format', 'json']);
  expect(JSON.parse(shown.stdout).policy.id).toBe('cautious-guide');
  expect(shown.stderr).toContain('decided by `cautious-guide` now');
});

test('an export has a row for each call, names only those that were asked for, and hides who is calling', () => {
  const { run, take } = home();
  const [one, two] = [take(typedCall('iop')), take(['no', 'self', '/pause'])];
  const [header = [], ...rows] = readCsv(run(['calls', 'export']).stdout);
  expect(rows.map(([id]) => id)).toEqual([one, two]);
  expect(rows[0]?.[header.indexOf('call.level')]).toBe('iop');
  expect(rows[1]?.[header.indexOf('role')]).toBe('self');
  expect(
    readCsv(run(['calls', 'export', two]).stdout)
      .slice(1)
      .map(([id]) => id),
  ).toEqual([two]);
  expect(run(['calls', 'export']).stdout).not.toContain('12 Example Street');
  expect(run(['calls', 'export', '--identifying']).stdout).toContain('12 Example Street');
  expect(run(['calls', 'export', one, '1122-2222'])).toMatchObject({ status: 2, stdout: '' });
});

test('what is erased is gone, and nothing else is', () => {
  const { run, take, listed } = home();
  const ids = [take(['no', '/pause']), take(['no', '/pause']), take(['no', '/pause'])];
  expect(run(['calls', 'erase', ids[0] ?? '', '--yes'])).toMatchObject({ status: 0, stdout: `erased ${ids[0]}\n` });
  expect(listed()).toEqual([ids[2], ids[1]]);
  expect(run(['calls', 'show', ids[0] ?? '']).status).toBe(2);
});

test('only what is older is erased by its age', () => {
  const { run, take, listed, path } = home();
  const [old, recent] = [take(['no', '/pause']), take(['no', '/pause'])];
  const monthAgo = Date.now() / 1000 - 31 * 86_400;
  utimesSync(path(old), monthAgo, monthAgo);
  expect(run(['calls', 'erase', '--older-than', '32', '--yes']).stdout).toBe('no calls to erase\n');
  expect(run(['calls', 'erase', '--older-than', '30', '--yes']).stdout).toBe(`erased ${old}\n`);
  expect(listed()).toEqual([recent]);
});

test.each([
  ['without saying which', []],
  ['in two ways', ['--all', '--older-than', '3']],
  ['an id beside all', ['1122-7k3f', '--all']],
  ['a call that is not there beside one that is', ['GOOD', '1122-2222']],
  ['an id that is none', ['../GOOD']],
  ['a number of days that is none', ['--older-than', 'a']],
])('erasing %s erases nothing', (_what, args) => {
  const { run, take, listed } = home();
  const id = take(['no', '/pause']);
  const ended = run(['calls', 'erase', '--yes', ...args.map((arg) => arg.replace('GOOD', id))]);
  expect(ended).toMatchObject({ status: 2, stdout: '' });
  expect(listed()).toEqual([id]);
});

test('nothing is erased unasked where nobody can be asked', () => {
  const { run, take, listed } = home();
  const id = take(['no', '/pause']);
  expect(run(['calls', 'erase', id], 'erase\n').status).toBe(2);
  expect(listed()).toEqual([id]);
});

test('a link among the saved calls leads nowhere', () => {
  const { run, take, path } = home();
  take(['no', '/pause']);
  const secret = join(folder, 'secret');
  writeFileSync(secret, 'Canary-7731\n');
  symlinkSync(secret, path('1122-2222'));
  const shown = run(['calls', 'show', '1122-2222']);
  expect([shown.status, shown.stderr.includes('no ordinary file')]).toEqual([2, true]);
  expect(shown.stderr).not.toContain('Canary');
});
