import { chmodSync, chownSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { keepToOwner, makeOwnFolder, stateFolder } from '../../src/io/state-folder.ts';

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
  expect(makeOwnFolder(join(base, 'file'))).toEqual({ kind: 'failed', cause: 'EEXIST' });
});
