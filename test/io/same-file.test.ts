import { linkSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { isDirectlyIn, isSameFile, isSamePlace } from '../../src/io/same-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'intakeline-same-'));
afterAll(() => rmSync(folder, { recursive: true }));
const at = (...parts: readonly string[]) => [folder, ...parts].join('/');

mkdirSync(at('inner'));
for (const name of ['one', 'two']) writeFileSync(at(name), 'the same text');
symlinkSync(at('one'), at('link'));
linkSync(at('one'), at('second-name'));
symlinkSync(at('nothing'), at('dangling'));
symlinkSync(at('inner'), at('way'));

test.each([
  ['itself', 'one'],
  ['a way round', 'inner/../one'],
  ['a symbolic link to it', 'link'],
  ['another name of it', 'second-name'],
])('a file is the same as %s', (_what, other) => {
  expect(isSameFile(at('one'), at(other))).toBe(true);
  expect(isSameFile(at(other), at('one'))).toBe(true);
});

test.each([
  ['a file with the same text', 'two'],
  ['its folder', ''],
  ['nothing', 'nothing'],
  ['a link to nothing', 'dangling'],
])('a file is not the same as %s', (_what, other) => {
  expect(isSameFile(at('one'), at(other))).toBe(false);
});

test('nothing is not the same as nothing', () => {
  expect(isSameFile(at('nothing'), at('nothing'))).toBe(false);
});

test('folders are compared, too', () => {
  expect(isSameFile(at('inner'), at('inner', '.'))).toBe(true);
  expect(isSameFile(at('inner'), at())).toBe(false);
});

test('a file stands directly in its folder, whether it is there yet or not', () => {
  expect(isDirectlyIn(at('one'), at())).toBe(true);
  expect(isDirectlyIn(at('inner', 'new'), at('inner', '..', 'inner'))).toBe(true);
  expect(isDirectlyIn(at('inner', 'new'), at())).toBe(false);
  expect(isDirectlyIn(at('nowhere', 'new'), at('nowhere'))).toBe(false);
});

test.each([
  ['new', 'new'],
  ['new', 'inner/../new'],
  ['inner/new', 'way/new'],
  ['one', 'second-name'],
])('%s and %s are one place, whether a file is there yet or not', (one, other) => {
  expect([isSamePlace(at(one), at(other)), isSamePlace(at(other), at(one))]).toEqual([true, true]);
});

test.each([
  ['new', 'inner/new'],
  ['new', 'newer'],
  ['one', 'two'],
  ['nowhere/new', 'elsewhere/new'],
])('%s and %s are two places', (one, other) => {
  expect(isSamePlace(at(one), at(other))).toBe(false);
});
