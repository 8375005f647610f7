import { spawnSync } from 'node:child_process';
import type * as fs from 'node:fs';
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { takeLock } from '../../src/io/session-lock.ts';

vi.mock('node:fs', async (original) => {
  const real = await original<typeof fs>();
  return { ...real, symlinkSync: vi.fn(real.symlinkSync) };
});

const ID = '1122-7f3k';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'intakeline-lock-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const files = (): readonly string[] => readdirSync(folder).sort();
const lockPath = (number: number): string => join(folder, `${ID}.lock-${number}`);
const leave = (number: number, holder: string): void => symlinkSync(holder, lockPath(number));
const ended = spawnSync(process.execPath, ['--version']).pid;
/** Of this process: its own number, its start, and then the namespace and the boot in which they count. */
const [, start = '', namespace = '', boot = ''] = /^\d+\.(\d+)\.(\d+)\.([\da-f]{12})@/.exec(ownLock()) ?? [];

function ownLock(): string {
  const place = mkdtempSync(join(tmpdir(), 'intakeline-lock-'));
  takeLock(place, ID);
  const text = readlinkSync(join(place, `${ID}.lock-1`));
  rmSync(place, { recursive: true });
  return text;
}

test('a lock says who holds it and is gone once released', () => {
  const taken = takeLock(folder, ID);
  expect(taken.ok).toBe(true);
  expect(files()).toEqual([`${ID}.lock-1`]);
  expect(readlinkSync(lockPath(1))).toMatch(
    new RegExp(`^${process.pid}(\\.\\d+\\.\\d+\\.[0-9a-f]{12})?@${hostname()}$`),
  );
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
  ['of a process that has ended', `${ended}@${hostname()}`],
  ['that says something else', 'nobody'],
  ['of everybody: a number that would ask a whole group', `0@${hostname()}`],
])('a lock %s is taken over and cleared away', (_, holder) => {
  leave(3, holder);
  expect(takeLock(folder, ID).ok).toBe(true);
  expect(files()).toEqual([`${ID}.lock-4`]);
});

test.each([
  ['nothing', ''],
  ['zeros', '\0'.repeat(60)],
  ['of a process that has ended', `${ended}@${hostname()}`],
])('a lock that is a file and holds %s is taken over and cleared away', (_, text) => {
  writeFileSync(lockPath(3), text);
  expect(takeLock(folder, ID).ok).toBe(true);
  expect(files()).toEqual([`${ID}.lock-4`]);
});

test.skipIf(process.platform === 'win32')(
  'a pipe that is called like a lock is passed by, and nobody waits for it',
  () => {
    spawnSync('mkfifo', [lockPath(2)]);
    expect(files()).toEqual([`${ID}.lock-2`]);
    expect(takeLock(folder, ID).ok).toBe(true);
  },
);

test('where the system has no symbolic links, a lock is a file that is whole from its first moment', () => {
  vi.mocked(symlinkSync).mockImplementation(() => {
    throw Object.assign(new Error('EPERM'), { code: 'EPERM' });
  });
  const taken = takeLock(folder, ID);
  expect(files()).toEqual([`${ID}.lock-1`]);
  expect(readFileSync(lockPath(1), 'utf8')).toMatch(new RegExp(`^${process.pid}\\D.*@`));
  expect(takeLock(folder, ID)).toMatchObject({ ok: false, fault: { kind: 'in-use', pid: process.pid } });
  if (taken.ok) taken.release();
  expect(files()).toEqual([]);
  vi.mocked(symlinkSync).mockReset();
});

test.runIf(existsSync('/proc/self/stat')).each([
  ['of an earlier process with a number that was given away again', () => [`${start}0`, namespace, boot, hostname()]],
  ['of before this machine was started anew', () => [start, namespace, 'abcdefabcdef', hostname()]],
])('a lock %s is taken over', (_, parts) => {
  const [began, space, booted, host] = parts();
  leave(1, `${process.pid}.${began}.${space}.${booted}@${host}`);
  expect(takeLock(folder, ID).ok).toBe(true);
  expect(files()).toEqual([`${ID}.lock-2`]);
});

test.each([
  ['another machine', () => `${ended}@another-machine.invalid`],
  ['another machine that tells its boot', () => `${ended}.1.2.abcdefabcdef@another-machine.invalid`],
  ['another container here', () => `${ended}.1.${namespace}0.${boot}@${hostname()}`],
])('whether a process on %s runs cannot be known: its lock holds', (_, holder) => {
  leave(2, holder());
  expect(takeLock(folder, ID)).toMatchObject({ ok: false, fault: { kind: 'in-use', pid: ended, lock: lockPath(2) } });
  expect(files()).toEqual([`${ID}.lock-2`]);
});

test.runIf(existsSync('/proc/self/stat'))('a machine that got another name is still the same one', () => {
  leave(1, `${process.pid}.${start}.${namespace}.${boot}@another-name.invalid`);
  expect(takeLock(folder, ID)).toMatchObject({ ok: false, fault: { kind: 'in-use', pid: process.pid } });
  leave(2, `${ended}.1.${namespace}.${boot}@another-name.invalid`);
  rmSync(lockPath(1));
  expect(takeLock(folder, ID).ok).toBe(true);
});

test('a held lock counts whatever its number, and beside any number of stale ones', () => {
  leave(1, `${process.pid}@${hostname()}`);
  leave(2, `${ended}@${hostname()}`);
  leave(7, `${ended}@${hostname()}`);
  expect(takeLock(folder, ID)).toMatchObject({ ok: false, fault: { kind: 'in-use', pid: process.pid } });
});

test('where no lock can be made, the system says why', () => {
  expect(takeLock(join(folder, 'nowhere'), ID)).toEqual({ ok: false, fault: { kind: 'failed', cause: 'ENOENT' } });
});
