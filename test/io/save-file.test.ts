import {
  chmodSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { saveFault, saveFile } from '../../src/io/save-file.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'intakeline-save-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

test('a saved file holds the text, belongs to its owner only and leaves nothing beside it', () => {
  const path = join(folder, 'summary.txt');
  expect(saveFile(path, 'text\n')).toBeUndefined();
  expect(readFileSync(path, 'utf8')).toBe('text\n');
  expect(statSync(path).mode & 0o777).toBe(0o600);
  expect(readdirSync(folder)).toEqual(['summary.txt']);
});

test('a file that others could read is replaced by one that they cannot, and its other names keep the old text', () => {
  const path = join(folder, 'summary.txt');
  writeFileSync(path, 'old');
  chmodSync(path, 0o644);
  linkSync(path, join(folder, 'other-name'));
  expect(saveFile(path, 'new')).toBeUndefined();
  expect(statSync(path).mode & 0o777).toBe(0o600);
  expect(readFileSync(join(folder, 'other-name'), 'utf8')).toBe('old');
});

test('a symbolic link is refused, and what it points to stays', () => {
  const target = join(folder, 'target');
  writeFileSync(target, 'precious');
  symlinkSync(target, join(folder, 'link'));
  expect(saveFile(join(folder, 'link'), 'new')).toEqual({ kind: 'symbolic-link' });
  expect(readFileSync(target, 'utf8')).toBe('precious');
});

test('a link to nothing is refused too', () => {
  symlinkSync(join(folder, 'nothing'), join(folder, 'link'));
  expect(saveFault(join(folder, 'link'))).toEqual({ kind: 'symbolic-link' });
});

test('a folder, a device and a place in no folder are refused before any work', () => {
  mkdirSync(join(folder, 'inner'));
  expect(saveFault(join(folder, 'inner'))).toEqual({ kind: 'not-a-file' });
  expect(saveFault('/dev/null')).toEqual({ kind: 'not-a-file' });
  expect(saveFault(join(folder, 'nowhere', 'summary.txt'))).toEqual({ kind: 'no-folder' });
});

test('what the system refuses is a fault, and nothing is left behind', () => {
  const path = join(folder, 'x'.repeat(256));
  expect(saveFile(path, 'text')).toEqual({ kind: 'unwritable', cause: 'ENAMETOOLONG' });
  expect(readdirSync(folder)).toEqual([]);
});

test('the longest name that the system allows can be saved to', () => {
  const path = join(folder, 'x'.repeat(255));
  expect(saveFile(path, 'text')).toBeUndefined();
  expect(readFileSync(path, 'utf8')).toBe('text');
});
