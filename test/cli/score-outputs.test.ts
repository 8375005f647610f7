/** Where what scoring writes may go: nothing that is read or written is lost for it. */

import { cpSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
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

test('the mapping that a run reads is kept, also where it was named by its id, and so are those beside it', async () => {
  cpSync('questionnaires', `${folder.path}/q`, { recursive: true });
  const site = readFileSync('questionnaires/mappings/intakeline.yaml', 'utf8');
  folder.write('q/mappings/site.yaml', site.replace('id: intakeline', 'id: site'));
  folder.write('in.csv', `${HEADER}\n34,self\n`);
  const own = ['in.csv', '--questionnaire', 'q/adult-intake'];
  const kept = ['q/mappings/site.yaml', 'q/mappings/teds-a.yaml'].map((name) => folder.read(name));
  for (const [options, message] of [
    [['--mapping', 'site', '--out', 'q/mappings/site.yaml'], 'it is the mapping'],
    [['--mapping', 'site', '--report', 'q/mappings/site.yaml'], 'it is the mapping'],
    [['--mapping', 'site', '--out', 'q/mappings/teds-a.yaml'], 'it would be one of the mappings'],
    [['--mapping', 'site', '--out', 'q/mappings/new.yaml'], 'it would be one of the mappings'],
  ] as const) {
    const { stderr, status } = await folder.score(...own, ...options);
    expect([options, status, stderr]).toEqual([options, 2, expect.stringContaining(message)]);
  }
  const drafted = await folder.score(...own, '--draft-mapping', 'q/mappings/new.yaml');
  expect([drafted.status, drafted.stderr]).toEqual([0, expect.stringContaining('saved to `q/mappings/new.yaml`')]);
  expect(['q/mappings/site.yaml', 'q/mappings/teds-a.yaml'].map((name) => folder.read(name))).toEqual(kept);
});

/** What the problems say of their places: the lines in the input and among the rejects. */
function placesIn(name: string): readonly (readonly [line: string, inRejects: string])[] {
  const rows: readonly Readonly<Record<string, string>>[] = parse(folder.read(name), { columns: true });
  return rows.map((row) => [row['line'] ?? '', row['line_in_rejects'] ?? '']);
}

/** The line of a text on which a record begins, from 1. */
const lineOf = (text: string, start: string): string => String(text.slice(0, text.indexOf(start)).split('\n').length);

test.each([
  ['after lines that belong to no record', 'sep=,\n', 'age,role\n'],
  ['under a header of several lines', '', 'age,role,"no\nte"\n'],
])('each problem says on which line of the rejects its record stands: %s', async (_, before, header) => {
  const cell = header.includes('no') ? ',x' : '';
  const long = 'y'.repeat(1_500_000);
  const rows = [
    `34,self${cell}`,
    '"a\nb",self,1,2',
    `abc,nobody${cell}`,
    `35,self${cell}`,
    `${long}${cell}`,
    `def,self${cell}`,
  ];
  folder.write('in.csv', `${before}${header}\n${rows.join('\n')}\n`);
  const { status } = await folder.score('in.csv');
  const [input, rejects] = [folder.read('in.csv'), folder.read('in.rejects.csv')];
  expect(status).toBe(1);
  const starts = ['"a\nb"', 'abc', 'abc', 'yyy', 'def'];
  expect(placesIn('in.problems.csv')).toEqual(starts.map((start) => [lineOf(input, start), lineOf(rejects, start)]));
});

test('the lines of rejects go on over several exports, and from the first where there is no header', async () => {
  folder.write('one.csv', WRONG);
  folder.write('two.csv', WRONG);
  await folder.score('one.csv', 'two.csv', '--rejects', 'both');
  expect(placesIn('both.problems.csv')).toEqual([
    ['3', '2'],
    ['3', '3'],
  ]);
  folder.write('bare.csv', '34,self\nabc,self\n');
  await folder.score('bare.csv', '--no-header', '--columns', 'age,role');
  expect(placesIn('bare.problems.csv')).toEqual([['2', '1']]);
});
