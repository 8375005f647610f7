import { chmodSync, chownSync, existsSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import type * as os from 'node:os';
import { homedir, tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { keepToOwner, makeOwnFolder, stateFolder } from '../../src/io/state-folder.ts';

vi.mock('node:os', async (original) => {
  const real = await original<typeof os>();
  return { ...real, userInfo: vi.fn(real.userInfo) };
});

let base = '';
beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'intakeline-state-'));
});
afterEach(() => rmSync(base, { recursive: true }));

const HOME = join(homedir(), '.local', 'state', 'intakeline');

test.each([
  ['not set', {}, HOME],
  ['empty', { XDG_STATE_HOME: '' }, HOME],
  ['relative', { XDG_STATE_HOME: 'state' }, HOME],
  ['relative to here', { XDG_STATE_HOME: './state' }, HOME],
  ['absolute', { XDG_STATE_HOME: '/var/state' }, '/var/state/intakeline'],
])('with XDG_STATE_HOME %s calls lie where the specification says', (_, environment, folder) => {
  expect(stateFolder(environment)).toBe(folder);
});

test('the folder is made with all above it, for its owner alone', () => {
  const folder = join(base, 'a', 'b', 'intakeline');
  expect(makeOwnFolder(folder)).toBeUndefined();
  expect(makeOwnFolder(folder)).toBeUndefined();
  for (const made of [folder, join(base, 'a', 'b'), join(base, 'a')]) expect(statSync(made).mode & 0o777).toBe(0o700);
});

test.each([0o755, 0o770, 0o701, 0o777])('a folder with the permissions %o is narrowed', (mode) => {
  const folder = join(base, 'intakeline');
  mkdirSync(folder);
  chmodSync(folder, mode);
  expect(keepToOwner(folder)).toBeUndefined();
  expect(statSync(folder).mode & 0o777).toBe(0o700);
});

test('a folder above it that was there before stays as it was', () => {
  chmodSync(base, 0o755);
  makeOwnFolder(join(base, 'intakeline'));
  expect(statSync(base).mode & 0o777).toBe(0o755);
});

test('a folder of somebody else is refused and left alone', () => {
  const isRoot = process.getuid?.() === 0;
  const folder = isRoot ? join(base, 'intakeline') : '/';
  if (isRoot) {
    mkdirSync(folder, { mode: 0o755 });
    chownSync(folder, 12_345, 12_345);
  }
  const before = statSync(folder).mode;
  expect(makeOwnFolder(folder)).toEqual({ kind: 'foreign-folder' });
  expect(statSync(folder).mode).toBe(before);
});

test('a folder that is not there is missing, and a file is no folder', () => {
  expect(keepToOwner(join(base, 'nowhere'))).toEqual({ kind: 'missing' });
  writeFileSync(join(base, 'file'), '');
  expect(keepToOwner(join(base, 'file'))).toEqual({ kind: 'failed', cause: 'ENOTDIR' });
  expect(makeOwnFolder(join(base, 'file'))).toEqual({ kind: 'failed', cause: 'ENOTDIR' });
  expect(makeOwnFolder(join(base, 'file', 'below'))).toEqual({ kind: 'failed', cause: 'ENOTDIR' });
});

test.runIf(existsSync('/proc/self'))('a folder that no other can be made in is a fault at once', () => {
  expect(makeOwnFolder('/proc/intakeline')).toEqual({ kind: 'failed', cause: 'ENOENT' });
});

test("the folder is its owner's whatever the mask of the system takes away", () => {
  const before = process.umask(0o777);
  const folder = join(base, 'a', 'intakeline');
  try {
    expect(makeOwnFolder(folder)).toBeUndefined();
  } finally {
    process.umask(before);
  }
  for (const made of [folder, join(base, 'a')]) expect(statSync(made).mode & 0o777).toBe(0o700);
});

test.each(['', 'relative/home'])('with HOME "%s" calls lie in the home that the system knows', (home) => {
  vi.stubEnv('HOME', home);
  expect(stateFolder({})).toBe(join(userInfo().homedir, '.local', 'state', 'intakeline'));
  vi.unstubAllEnvs();
});

test('where nobody knows the home, there is no folder, unless one was named', () => {
  vi.stubEnv('HOME', '');
  vi.mocked(userInfo).mockImplementation(() => {
    throw Object.assign(new Error('uv_os_get_passwd returned ENOENT'), { code: 'ERR_SYSTEM_ERROR' });
  });
  expect(stateFolder({})).toBeUndefined();
  expect(stateFolder({ XDG_STATE_HOME: '/var/state' })).toBe('/var/state/intakeline');
  vi.unstubAllEnvs();
});
