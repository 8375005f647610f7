/** Where what scoring writes may go: nothing that is read or written is lost for it. */

import { mkdirSync, symlinkSync } from 'node:fs';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { type ScoreFolder, scoreFolders } from './score-program.ts';

const folders = scoreFolders();
afterAll(folders.remove);
let folder: ScoreFolder;
beforeEach(() => {
  folder = folders.open();
});

const HEADER = 'age,role';
const WRONG = `${HEADER}\n34,self\nabc,self\n`;

test.each([
  [['--out', 'x.rejects.csv', '--rejects', './x']],
  [['--out', 'x.problems.csv', '--rejects', 'sub/../x']],
  [['--out', 'r.html', '--report', './r.html']],
  [['--out', 'sub/r.html', '--report', 'link/r.html']],
  [['--report', 'x.rejects.csv', '--rejects', `${'./'.repeat(2)}x`]],
])('two results that would be one file are refused, however they are spelled: %j', async (options) => {
  folder.write('in.csv', WRONG);
  mkdirSync(`${folder.path}/sub`);
  symlinkSync('sub', `${folder.path}/link`);
  const { stderr, status } = await folder.score('in.csv', ...options);
  expect([status, stderr]).toEqual([2, expect.stringContaining('two results would be saved to')]);
  expect(folder.files()).toEqual(['in.csv', 'link', 'sub']);
});

test.each([
  ['intakeline score in.csv --rejects y > y.rejects.csv', 'goes to `y.rejects.csv`'],
  ['intakeline score in.csv --rejects y > y.problems.csv', 'goes to `y.problems.csv`'],
  ['intakeline score in.csv --report r.html > ./r.html', 'goes to `r.html`'],
  ['intakeline score - < in.csv >> in.csv', 'written into standard input, which is being read'],
])('nothing is saved in the place of what is printed, and nothing printed into what is read: %s', (line, message) => {
  folder.write('in.csv', WRONG);
  const { stderr, status } = folder.shell(line);
  expect([status, stderr]).toEqual([2, expect.stringContaining(message)]);
  expect(folder.read('in.csv')).toBe(WRONG);
});
