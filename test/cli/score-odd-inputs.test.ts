/** Exports that change half-way, or are not what they seem: what is said, and that nothing of a cell is. */

import { parse } from 'csv-parse/sync';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { type ScoreFolder, scoreFolders } from './score-program.ts';

const folders = scoreFolders();
let folder: ScoreFolder;
beforeEach(() => {
  folder = folders.open();
});
afterAll(folders.remove);

const HEADER = 'note,age,role,housing';
const ROW = 'plain,34,self,stable';

function problemsIn(name: string): readonly Readonly<Record<string, string>>[] {
  return parse(folder.read(name), { columns: true });
}

test('where lines begin to end otherwise behind the first 64 KiB, the records are told apart by `mixed`', async () => {
  const before = 4000; // of 22 bytes each
  folder.write('in.csv', `${HEADER}\r\n${`${ROW}\r\n`.repeat(before)}${`${ROW}\n`.repeat(3)}${ROW}\r\n${ROW}\r\n`);
  const { stderr, status } = await folder.score('in.csv', '--out', 'out.csv');
  expect(status).toBe(1);
  expect(stderr).toContain(`${(before + 2).toLocaleString('en')} records in = 4,001 scored + 1 rejected`);
  expect(problemsIn('out.problems.csv')).toMatchObject([{ line: String(before + 2), code: 'other-line-end' }]);
  expect(stderr).toMatch(/`--line-end\s+mixed`/);
  const again = await folder.score('out.rejects.csv', '--line-end', 'mixed', '--out', 'again.csv');
  expect(again.stderr).toContain('4 records in = 4 scored + 0 rejected');
  const whole = await folder.score('in.csv', '--line-end', 'mixed', '--out', 'whole.csv');
  expect(whole.stderr).toContain('4,005 records in = 4,005 scored + 0 rejected');
});

test('under LF a CRLF ends a record with the same cells, and keeps its CR behind the new ones', async () => {
  const quoted = '"plain","34","self","stable"';
  folder.write('in.csv', `${HEADER}\n${ROW}\n${quoted}\r\n\r\n${ROW}\n`);
  const { stdout, stderr } = await folder.score('in.csv', '--line-end', 'lf', '--add', 'status');
  expect(stdout.toString()).toBe(`${HEADER},status\n${ROW},open\n${quoted},open\r\n${ROW},open\n`);
  expect(stderr).toContain('1 blank line left out');
});

test('JSON holds no replacement character: a record that is no text is rejected, at the column', async () => {
  const bad = Buffer.from('na\xefve,34,self,stable\n', 'latin1');
  folder.write('in.csv', Buffer.concat([Buffer.from(`${HEADER}\n`), bad, Buffer.from(`${ROW}\n`)]));
  const given = ['in.csv', '--encoding', 'utf-8', '--add', 'status'];
  const { stdout, status } = await folder.score(...given, '--format', 'jsonl');
  expect(status).toBe(1);
  expect(stdout.toString()).toBe('{"note":"plain","age":"34","role":"self","housing":"stable","status":"open"}\n');
  expect(problemsIn('in.problems.csv')).toMatchObject([{ line: '2', column: 'note', code: 'invalid-encoding' }]);
  const table = await folder.score(...given);
  expect([table.status, table.stdout.includes(Buffer.from('na\xefve,34,self,stable,open\n', 'latin1'))]).toEqual([
    0,
    true,
  ]);
});

test('bytes that have no character in Windows-1252 stay apart in JSON, and a terminal obeys none', async () => {
  const bytes = [0x81, 0x8d, 0x8f, 0x90, 0x9d];
  const rows = bytes.map((byte) => `${String.fromCharCode(byte)},34,self,stable\n`);
  folder.write('in.csv', Buffer.from(`${HEADER}\n${rows.join('')}`, 'latin1'));
  const { stdout, status } = await folder.score('in.csv', '--encoding', 'windows-1252', '--format', 'jsonl');
  expect(status).toBe(0);
  const lines = stdout.toString().trimEnd().split('\n');
  expect(lines.map((line) => JSON.parse(line).note.charCodeAt(0))).toEqual(bytes);
  expect(stdout.every((byte) => byte < 0x7f)).toBe(true);
});

test('of a reject that has several lines it is said how many', async () => {
  folder.write('in.csv', `${HEADER}\n"one\ntwo\nthree",34\n${ROW},more\n`);
  await folder.score('in.csv');
  expect(problemsIn('in.problems.csv').map(({ line, message }) => [line, message])).toEqual([
    ['2', 'the record has fewer fields than the header (a record of 3 lines)'],
    ['5', 'the record has more fields than the header'],
  ]);
});

test('exports without a header that do not fit are told apart without a cell being shown', async () => {
  folder.write('one.csv', 'John Secret,34,self,stable\nplain,35,self,stable\n');
  folder.write('two.csv', 'Jane Hidden,36,self,stable\nplain,37,self,stable\n');
  folder.write('three.csv', 'John Secret,34,self\n');
  for (const other of ['two.csv', 'three.csv']) {
    const { stderr, status } = await folder.score('one.csv', other);
    expect(status).toBe(2);
    expect(stderr).toContain(`\`${other}\` is not like \`one.csv\``);
    expect(stderr).not.toMatch(/John|Secret|Jane|Hidden/);
  }
});

test.each([
  ['semicolons', `${HEADER}\n${ROW}\n`.replaceAll(',', ';')],
  ['tabs', `"${`${HEADER}\n${ROW}`.replaceAll(',', '"\t"').replace('\n', '"\n"')}"\n`],
])('an export with %s between fields is not scored with one that has commas, and that is why', async (name, text) => {
  folder.write('one.csv', `${HEADER}\n${ROW}\n`);
  folder.write('two.csv', text);
  const { stderr, status } = await folder.score('one.csv', 'two.csv');
  expect([status, stderr]).toEqual([2, expect.stringContaining(`it has ${name} between fields, not commas`)]);
});

test('blank lines before the header are counted like others, and left out', async () => {
  folder.write('in.csv', `\n\n${HEADER}\n\n${ROW},x\n${ROW}\n`);
  const { stdout, stderr } = await folder.score('in.csv', '--add', 'status');
  expect(stdout.toString()).toBe(`${HEADER},status\n${ROW},open\n`);
  expect(stderr).toContain('3 blank lines left out');
  expect(folder.read('in.rejects.csv')).toBe(`${HEADER}\n${ROW},x\n`);
  expect(problemsIn('in.problems.csv')).toMatchObject([{ line: '5' }]);
});

test('new columns come in the order in which they are asked for, each once', async () => {
  folder.write('in.csv', `${HEADER}\n${ROW}\n`);
  const { stdout } = await folder.score('in.csv', '--add', 'status,level,status,missing_count,disposition');
  expect(stdout.toString().split('\n')[0]).toBe(`${HEADER},status,level,missing_count,disposition`);
});

test('an encoding that is read as another one is named with it', async () => {
  folder.write('in.csv', `${HEADER}\n${ROW}\n`);
  const first = async (encoding: string) =>
    (await folder.score('in.csv', '--encoding', encoding)).stderr.split('\n')[0];
  expect(await first('us-ascii')).toContain('UTF-8 (for `us-ascii`),');
  expect(await first('latin1')).toContain('Windows-1252 (for `latin1`),');
  expect(await first('UTF8')).toContain(': UTF-8,');
});

const MAPPING = 'format: intakeline/mapping/1\nid: m\ntitle: M\nquestionnaire: adult-intake\n';

test('where one of several columns of an answer is missing, it is named, and the others are not said to be', async () => {
  const when = '{ when: { A: ["1"], zz: ["1"] }, answer: "yes" }';
  folder.write(
    'map.yaml',
    `${MAPPING}answers: { danger_now: { cases: [${when}] }, role: { column: r }, state: { column: s } }\n`,
  );
  folder.write('in.csv', 'A,r\n1,self\n');
  const { stderr, status } = await folder.score('in.csv', '--mapping', 'map.yaml');
  expect(status).toBe(0);
  expect(stderr).toContain('\nno column `s` for `state`: unknown in every row\n');
  expect(stderr).toContain('\n`danger_now` needs `zz`, which the header lacks: unknown in every row\n');
});

test('where no column is known, it is said how the file was read, and what may be otherwise', async () => {
  folder.write('map.yaml', `${MAPPING}answers: { age: { column: AGE, number: true } }\n`);
  folder.write('in.csv', 'AGE~OTHER\n34~1\n');
  const carets = await folder.score('in.csv', '--mapping', 'map.yaml');
  expect(carets.status).toBe(2);
  expect(carets.stderr).toMatch(/^`in.csv`: UTF-8 .*commas between fields \(assumed\)/);
  expect(carets.stderr).toMatch(/\[no-known-column\][\s\S]*`--delimiter`/);
  expect(carets.stderr).not.toContain('--no-header');
  folder.write('in.csv', 'Jane Secret,34,yes\nJohn Secret,35,no\n');
  for (const options of [['--mapping', 'map.yaml'], []]) {
    const { stderr } = await folder.score('in.csv', ...options);
    expect(stderr).toMatch(/^`in.csv`: .*commas between fields,/);
    expect(stderr).toContain('`--no-header`');
    expect(stderr).not.toMatch(/--delimiter|Secret/);
  }
  folder.write('in.csv', 'a,b,c,role\n1,2,3,self\n');
  const few = await folder.score('in.csv');
  expect(few.stderr).toMatch(/^`in.csv`: [\s\S]*\[few-known-columns\]/);
});

test('a first line `sep=` is refused as the options are: for the given quote, and for what ids are made of where nothing is quoted', async () => {
  folder.write('in.csv', 'sep=;\nage;role\n34;self\n');
  const quoted = await folder.score('in.csv', '--quote', ';');
  expect([quoted.status, quoted.stderr]).toEqual([
    2,
    expect.stringContaining('names the character that `--quote` names'),
  ]);
  expect((await folder.score('in.csv', '--quote', ';', '--delimiter', ',', '--check-lines')).status).toBe(0);
  folder.write('in.csv', 'sep=-\nage-role\n34-self\n');
  const plain = await folder.score('in.csv', '--quote', 'none');
  expect([plain.status, plain.stderr]).toEqual([
    2,
    expect.stringContaining('its delimiter stands in ids of the result'),
  ]);
  const kept = await folder.score('in.csv', '--add', 'first_step');
  expect([kept.status, kept.stdout.toString()]).toEqual([0, expect.stringContaining('age-role-first_step\n34-self-')]);
});

test('a draft says how the export was read, and names a mapping that reads it already', async () => {
  folder.write('in.csv', 'AGE;SERVICES;SUB1\n5;7;2\n');
  const fitting = await folder.score('in.csv', '--draft-mapping', 'map.yaml');
  expect(fitting.status).toBe(0);
  expect(fitting.stderr).toMatch(/^`in.csv`: UTF-8 .*, semicolons between fields, /);
  expect(fitting.stderr).toMatch(
    /\nperhaps none is needed: `teds-a` reads \w+ of its columns: name it with `--mapping teds-a`\n/,
  );
  folder.write('in.csv', 'colour,age\nred,34\n');
  const own = await folder.score('in.csv', '--draft-mapping', 'own.yaml');
  expect([own.status, own.stderr]).toEqual([0, expect.not.stringContaining('--mapping')]);
});

test('half a character in UTF-16 costs its row where the column is read, and else nothing', async () => {
  const half = '\ud83d';
  const text = `\ufeff${HEADER}\r\n${half},34,self,stable\r\nplain,34,${half},stable\r\nlast,34,self,stable\r\n`;
  folder.write('in.csv', Buffer.from(text, 'utf16le'));
  const { status } = await folder.score('in.csv', '--add', 'status', '--out', 'out.csv');
  expect(status).toBe(1);
  const [head, first, last] = folder.bytes('out.csv').toString('utf16le').split('\r\n');
  expect([head, first, last]).toEqual([
    `\ufeff${HEADER},status`,
    `${half},34,self,stable,open`,
    'last,34,self,stable,open',
  ]);
  expect(folder.bytes('out.rejects.csv').toString('utf16le')).toContain(`plain,34,${half},stable`);
  expect(problemsIn('out.problems.csv')).toMatchObject([{ line: '3', column: 'role', code: 'invalid-encoding' }]);
});

test('a file whose last byte is its only letter beyond ASCII is no UTF-8', async () => {
  folder.write('in.csv', Buffer.from('age,role,note\n34,self,caf\xe9', 'latin1'));
  const { stderr, status } = await folder.score('in.csv', '--format', 'jsonl', '--out', 'out.jsonl');
  expect([status, stderr]).toEqual([0, expect.stringContaining('Windows-1252 (because it is not UTF-8)')]);
  expect(folder.read('out.jsonl')).toContain('"note":"café"');
});

test.each([
  ['utf-16', '`utf-16le` or `utf-16be`'],
  ['UTF_32', '`utf-32le` or `utf-32be`'],
])('the encoding %s has to say its byte order', async (encoding, remedy) => {
  folder.write('in.csv', 'age,role\n34,self\n');
  const { stderr, status } = await folder.score('in.csv', '--encoding', encoding);
  expect([status, stderr]).toEqual([2, expect.stringContaining(`name the byte order: ${remedy}`)]);
});

test('where every row but the header ends with a delimiter, it is said what to do, and that helps', async () => {
  const rows = 'plain,34,self,stable,\n'.repeat(3);
  folder.write('in.csv', `${HEADER}\n${rows}`);
  const { status, stderr } = await folder.score('in.csv', '--out', 'out.csv');
  expect([status, stderr]).toEqual([1, expect.stringMatching(/end\s+the\s+header\s+with\s+one,\s+too/)]);
  folder.write('in.csv', `${HEADER},\n${rows}`);
  const ended = await folder.score('in.csv', '--add', 'status');
  expect([ended.status, ended.stdout.toString()]).toEqual([
    0,
    `${HEADER},,status\n${'plain,34,self,stable,,open\n'.repeat(3)}`,
  ]);
});

test('each assumption is printed before the first row with its reason, on a line of its own', async () => {
  folder.write('in.csv', 'AGE,SERVICES\n5,7\n');
  const { stderr } = await folder.score('in.csv', '--mapping', 'teds-a');
  const lines = stderr.split('\n').filter((line) => line.startsWith('assumed where unanswered: '));
  expect(lines.length).toBeGreaterThan(5);
  for (const line of lines) expect(line).toMatch(/^assumed where unanswered: `[a-z_]+` [a-z0-9 -]+ \(.{20,}\)$/);
  expect(lines.some((line) => line.includes('` none of these ('))).toBe(true);
});

test('a draft for an export without a header shows no cell and says why; an answer is taken in by taking its mark away', async () => {
  folder.write('in.csv', 'John Secret,34,self,stable\nJane Hidden,35,self,stable\nplain,36,self,stable\n');
  const { stderr, status } = await folder.score('in.csv', '--draft-mapping', 'map.yaml');
  expect([status, stderr]).toEqual([0, expect.stringContaining('its first line may be a record and no header')]);
  expect(folder.read('map.yaml')).not.toMatch(/John|Secret|Jane|Hidden|"stable"|34/);
  const unread = await folder.score('in.csv', '--mapping', 'map.yaml');
  expect([unread.status, unread.stderr]).toEqual([2, expect.stringContaining('no answer is taken in yet')]);
  const named = ['in.csv', '--no-header', '--columns', 'note,age,role,housing'];
  await folder.score(...named, '--draft-mapping', 'named.yaml');
  const drafted = folder.read('named.yaml');
  const taken = drafted.replace('  #age: {', '  age: {');
  expect(taken).not.toBe(drafted);
  folder.write('named.yaml', taken);
  const scored = await folder.score(...named, '--mapping', 'named.yaml', '--out', 'out.csv');
  expect([scored.status, scored.stderr]).toEqual([0, expect.stringContaining('reads 3 of 4 columns')]);
});

test.each([
  ['an Excel workbook (or a zip)', 'PK\x03\x04'],
  ['an old Excel workbook', '\xd0\xcf\x11\xe0'],
  ['a PDF', '%PDF-1.7\n'],
])('%s is told as such by everything that opens an export', async (what, begins) => {
  folder.write('in.csv', Buffer.from(`${begins}${HEADER}\n${ROW}\n`, 'latin1'));
  for (const options of [[], ['--draft-mapping', 'new.yaml'], ['--check-lines']]) {
    const { stderr, status } = await folder.score('in.csv', ...options);
    expect([status, stderr]).toEqual([2, expect.stringContaining(`cannot read \`in.csv\`: this is ${what}`)]);
    expect(stderr).toContain('CSV, UTF-8');
  }
  expect(folder.files()).toEqual(['in.csv']);
});

test('where the reader of the result left, it is said that more may have been printed than is counted', () => {
  folder.write('in.csv', `${HEADER}\n${`${ROW}\n`.repeat(20_000)}`);
  const { stderr, stdout } = folder.shell('intakeline score in.csv --mapping intakeline | head -5');
  expect(stdout.toString().split('\n')).toHaveLength(6);
  expect(stderr).toMatch(
    /written whole; some of the rows behind it may have been printed, too\n[\s\S]* records? in = /,
  );
});
