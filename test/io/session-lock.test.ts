import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ownProcess } from '../../src/io/running-process.ts';
import { takeLock } from '../../src/io/session-lock.ts';

const ID = '1122-7f3k';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'intakeline-lock-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const files = (): readonly string[] => readdirSync(folder).sort();
const leave = (number: number, holder: unknown): void =>
  writeFileSync(join(folder, `${ID}.lock-${number}`), typeof holder === 'string' ? holder : JSON.stringify(holder));
const own = { ...ownProcess(), host: hostname() };
const ended = { pid: spawnSync(process.execPath, ['--version']).pid, host: hostname() };

test('a lock says who holds it and is gone once released', () => {
  const taken = takeLock(folder, ID);
  expect(taken.ok).toBe(true);
  expect(files()).toEqual([`${ID}.lock-1`]);
  expect(JSON.parse(readFileSync(join(folder, `${ID}.lock-1`), 'utf8'))).toEqual(own);
  if (taken.ok) taken.release();
  expect(files()).toEqual([]);
});

test('a lock that is held is refused with who holds it, even by the same process', () => {
  takeLock(folder, ID);
  const fault = { kind: 'in-use', pid: process.pid, host: hostname(), lock: join(folder, `${ID}.lock-1`) };
  expect(takeLock(folder, ID)).toEqual({ ok: false, fault });
  expect(files()).toEqual([`${ID}.lock-1`]);
});

test('sessions have locks of their own', () => {
  takeLock(folder, ID);
  expect(takeLock(folder, '1122-7f3m').ok).toBe(true);
});

test.each([
  ['of a process that has ended', ended],
  ['that says nothing, as after a power cut', ''],
  ['that holds zeros, as after a power cut', '\0'.repeat(60)],
  ['that says something else', '{"pid":-1,"host":"x"}'],
  ['of everybody: a number that would ask a whole group', { pid: 0, host: hostname() }],
])('a lock %s is taken over and cleared away', (_, holder) => {
  leave(3, holder);
  expect(takeLock(folder, ID).ok).toBe(true);
  expect(files()).toEqual([`${ID}.lock-4`]);
});

test.runIf(existsSync('/proc/self/stat'))(
  'a lock of an earlier process with a number that was given away again is taken over',
  () => {
    leave(1, { ...own, start: `${own.start}0` });
    expect(takeLock(folder, ID).ok).toBe(true);
    expect(files()).toEqual([`${ID}.lock-2`]);
  },
);

test('whether a process on another machine runs cannot be known: its lock holds', () => {
  leave(2, { pid: ended.pid, host: 'another-machine.invalid' });
  const fault = { kind: 'in-use', pid: ended.pid, host: 'another-machine.invalid', lock: join(folder, `${ID}.lock-2`) };
  expect(takeLock(folder, ID)).toEqual({ ok: false, fault });
  expect(files()).toEqual([`${ID}.lock-2`]);
});

test('a held lock counts whatever its number, and beside any number of stale ones', () => {
  leave(1, own);
  leave(2, ended);
  leave(7, ended);
  expect(takeLock(folder, ID)).toMatchObject({ ok: false, fault: { kind: 'in-use', pid: process.pid } });
});

test('where no lock can be made, the system says why', () => {
  expect(takeLock(join(folder, 'nowhere'), ID)).toEqual({ ok: false, fault: { kind: 'failed', cause: 'ENOENT' } });
});
