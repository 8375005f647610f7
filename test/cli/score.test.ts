import { linkSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import iconv from 'iconv-lite';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { RESULT_COLUMNS } from '../../src/batch/row-result.ts';
import { SMALL_POLICY } from './program-path.ts';
import { type ScoreFolder, scoreFolders } from './score-program.ts';

const folders = scoreFolders();
afterAll(folders.remove);
let folder: ScoreFolder;
beforeEach(() => {
  folder = folders.open();
});

/** Columns of the questionnaire's own, one that nobody reads, and notes that need quotes. */
const HEADER = 'note,age,role,housing,alcohol_days';
const ROWS = [
  'first,34,self,stable,0',
  '"second, with a comma",17,self,stable,30',
  'third,51,self,none,12',
  '"fourth ""quoted""",,,,',
];
const EXPORT = [HEADER, ...ROWS].map((line) => `${line}\n`).join('');
const WRONG = 'wrong,abc,self,stable,0';

/** As a filter, which is a process of its own. */
const FILTER = `intakeline score - --policy ${SMALL_POLICY}`;

const NEW_NAMES = RESULT_COLUMNS.join(',');

/** The lines of a result, its header first. */
function linesOf(stdout: Buffer): readonly string[] {
  return stdout.toString('utf8').split('\n').slice(0, -1);
}

function tableIn(csv: Buffer): readonly Readonly<Record<string, string>>[] {
  return parse(csv, { columns: true });
}

/** What a result has behind the records of the input. */
function addedOf(stdout: Buffer, rows: readonly string[] = ROWS): readonly string[] {
  const [, ...lines] = linesOf(stdout);
  expect(lines.length).toBe(rows.length);
  return lines.map((line, place) => {
    const row = rows[place] ?? '';
    expect(line.slice(0, row.length + 1)).toBe(`${row},`);
    return line.slice(row.length + 1);
  });
}

test('every row comes back as it stood, in its order, with the new columns behind it', async () => {
  folder.write('in.csv', EXPORT);
  const { stdout, stderr, status } = await folder.score('in.csv');
  expect([linesOf(stdout)[0], status]).toEqual([`${HEADER},${NEW_NAMES}`, 0]);
  expect(addedOf(stdout)).toHaveLength(4);
  expect(parse(stdout, { columns: true })).toHaveLength(4); // as many cells as the header has
  expect(stderr).toContain('4 records in = 4 scored + 0 rejected\n');
  expect(folder.files()).toEqual(['in.csv']);
});

test('what was found out about the input is said, and no cell of it', async () => {
  folder.write('in.csv', EXPORT);
  const { stderr } = await folder.score('in.csv');
  expect(stderr).toContain(
    '`in.csv`: UTF-8 (only ASCII so far), commas between fields, quoted by `"`, lines end with LF',
  );
  expect(stderr).toContain('reads 4 of 5 columns');
  for (const cell of ['first', 'second', 'fourth', 'stable']) expect(stderr).not.toMatch(new RegExp(`\\b${cell}\\b`));
});

test('a row that cannot be scored is kept as it stood, with the line and the reason beside it', async () => {
  folder.write('in.csv', `${HEADER}\n${ROWS[0]}\n${WRONG}\n${ROWS[1]}\na,b\n`);
  const { stdout, stderr, status } = await folder.score('in.csv');
  expect(status).toBe(1);
  expect(addedOf(stdout, [ROWS[0] ?? '', ROWS[1] ?? ''])).toHaveLength(2);
  expect(stderr).toContain('4 records in = 2 scored + 2 rejected\n');
  expect(folder.read('in.rejects.csv')).toBe(`${HEADER}\n${WRONG}\na,b\n`);
  expect(parse(folder.read('in.problems.csv'), { columns: true })).toMatchObject([
    { line: '3', urgent: '', column: 'age', code: 'not-a-number' },
    { line: '5', urgent: 'possible', column: '', code: 'too-few-fields' },
  ]);
  expect(folder.read('in.problems.csv')).not.toContain('abc');
});

test('rejects that were corrected can be scored, with a result like that of rows which were right from the start', async () => {
  folder.write('in.csv', `${HEADER}\n${WRONG}\n`);
  await folder.score('in.csv', '--out', 'out.csv');
  folder.write('corrected.csv', folder.read('out.rejects.csv').replace('abc', '34'));
  const { stdout, status } = await folder.score('corrected.csv');
  folder.write('right.csv', `${HEADER}\n${WRONG.replace('abc', '34')}\n`);
  expect([status, stdout.equals((await folder.score('right.csv')).stdout)]).toEqual([0, true]);
});

test('rejects lie beside the result, or where they are wanted, and an earlier run is told apart', async () => {
  folder.write('in.csv', `${HEADER}\n${WRONG}\n`);
  mkdirSync(`${folder.path}/results`);
  expect((await folder.score('in.csv', '--out', 'results/out.csv')).status).toBe(1);
  expect((await folder.score('in.csv', '--rejects', 'results/mine')).status).toBe(1);
  folder.write('right.csv', EXPORT);
  const { stderr, status } = await folder.score('right.csv', '--rejects', 'results/mine');
  expect([status, stderr]).toEqual([0, expect.stringContaining('`results/mine.rejects.csv` is of an earlier run')]);
  const names = folder.shell('ls -A results').stdout.toString().trim().split('\n');
  expect(names).toEqual(['mine.problems.csv', 'mine.rejects.csv', 'out.csv', 'out.problems.csv', 'out.rejects.csv']);
});

test('as a filter it never takes the place of rejects that another run left', async () => {
  const input = `${HEADER}\n${WRONG}\n`;
  for (const _ of [1, 2, 3]) expect(folder.shell(FILTER, input).status).toBe(1);
  expect(folder.files()).toEqual([
    'stdin-2.problems.csv',
    'stdin-2.rejects.csv',
    'stdin-3.problems.csv',
    'stdin-3.rejects.csv',
    'stdin.problems.csv',
    'stdin.rejects.csv',
  ]);
});

test('a name that is given to the rejects is their name, also for a filter, and an earlier run is told apart', () => {
  const named = `${FILTER} --rejects mine`;
  expect(folder.shell(named, `${HEADER}\nearlier${WRONG}\n`).status).toBe(1);
  expect(folder.shell(named, `${HEADER}\n${WRONG}\n`).status).toBe(1);
  expect(folder.files()).toEqual(['mine.problems.csv', 'mine.rejects.csv']);
  expect(folder.read('mine.rejects.csv')).toBe(`${HEADER}\n${WRONG}\n`);
  const { stderr, status } = folder.shell(named, EXPORT);
  expect([status, stderr]).toEqual([0, expect.stringContaining('`mine.rejects.csv` is of an earlier run')]);
});

test('a saved result is the one that is printed, complete, and its owner alone can read it', async () => {
  folder.write('in.csv', EXPORT);
  const printed = (await folder.score('in.csv')).stdout;
  const { stdout, stderr, status } = await folder.score('in.csv', '--out', 'out.csv', '--report', 'report.html');
  expect([status, stdout.length, folder.bytes('out.csv').equals(printed)]).toEqual([0, 0, true]);
  expect(stderr).toContain('saved to `out.csv`, readable by you only');
  expect(folder.shell('stat -c %a out.csv report.html').stdout.toString()).toBe('600\n600\n');
  expect(folder.read('report.html')).toMatch(/^<!doctype html>/i);
  expect((await folder.score('in.csv', '--out', 'out.csv')).stderr).toContain('replaced `out.csv`');
});

/** The same table, written another way. */
const TEXT = EXPORT.replace('first', 'fürst');
const WRITTEN: readonly [string, (csv: string) => Buffer, readonly string[]][] = [
  ['tabs', (csv) => Buffer.from(csv.replaceAll(/,(?! )/g, '\t')), []],
  ['bars', (csv) => Buffer.from(csv.replaceAll(/,(?! )/g, '|')), []],
  ['CRLF', (csv) => Buffer.from(csv.replaceAll('\n', '\r\n')), []],
  ['CR', (csv) => Buffer.from(csv.replaceAll('\n', '\r')), []],
  ['a byte order mark', (csv) => Buffer.from(`\ufeff${csv}`), []],
  ['a line that names the delimiter', (csv) => Buffer.from(`sep=,\n${csv}`), []],
  ['Windows-1252', (csv) => iconv.encode(csv, 'windows-1252'), []],
  ['UTF-16 LE', (csv) => Buffer.from(`\ufeff${csv}`, 'utf16le'), []],
  ['UTF-16 BE', (csv) => Buffer.from(`\ufeff${csv}`, 'utf16le').swap16(), []],
  ['ISO 8859-15', (csv) => iconv.encode(csv, 'iso-8859-15'), ['--encoding', 'iso-8859-15']],
];

test.each(WRITTEN)('an export with %s comes back written the same way', async (_, write, options) => {
  folder.write('plain.csv', TEXT);
  folder.write('in.csv', write(TEXT));
  const plain = (await folder.score('plain.csv')).stdout.toString('utf8');
  const { stdout, status } = await folder.score('in.csv', ...options);
  expect([status, stdout.equals(write(plain))]).toEqual([0, true]);
});

test('rejects are written like the input, too', async () => {
  const write = (csv: string): Buffer => Buffer.from(`\ufeff${csv}`, 'utf16le');
  const csv = `${HEADER}\n${WRONG}\n`;
  folder.write('in.csv', write(csv));
  expect((await folder.score('in.csv')).status).toBe(1);
  expect(folder.bytes('in.rejects.csv').equals(write(csv))).toBe(true);
});

test('packed, from standard input, from a pipe or a redirect, an export is the same', async () => {
  folder.write('in.csv', EXPORT);
  folder.write('packed', gzipSync(EXPORT));
  const { stdout } = await folder.score('in.csv');
  expect((await folder.score('packed')).stdout.equals(stdout)).toBe(true);
  expect(folder.shell(FILTER, EXPORT).stdout.equals(stdout)).toBe(true);
  expect(folder.shell(FILTER, gzipSync(EXPORT)).stdout.equals(stdout)).toBe(true);
  expect(folder.shell(`${FILTER} < in.csv`).stdout.equals(stdout)).toBe(true);
  const piped = folder.shell(`mkfifo pipe; cat in.csv > pipe & intakeline score pipe --policy ${SMALL_POLICY}`).stdout;
  expect(piped.equals(stdout)).toBe(true);
});

test('a last line without its end ends like the others', async () => {
  folder.write('in.csv', EXPORT);
  folder.write('open.csv', EXPORT.trimEnd());
  expect((await folder.score('open.csv')).stdout.equals((await folder.score('in.csv')).stdout)).toBe(true);
  folder.write('wrong.csv', `${HEADER}\r\n${WRONG}`);
  await folder.score('wrong.csv');
  expect(folder.read('wrong.rejects.csv')).toBe(`${HEADER}\r\n${WRONG}\r\n`);
});

test('several exports with the same header become one result, and a reject says from which it is', async () => {
  folder.write('one.csv', `${HEADER}\n${ROWS[0]}\n${WRONG}`);
  folder.write('two.csv', gzipSync(`${HEADER}\n${WRONG}\n${ROWS[1]}\n`));
  const { stdout, stderr, status } = await folder.score('one.csv', 'two.csv', '--out', 'out.csv');
  expect([stdout.length, status]).toEqual([0, 1]);
  expect(addedOf(folder.bytes('out.csv'), [ROWS[0] ?? '', ROWS[1] ?? ''])).toHaveLength(2);
  expect(stderr).toContain('4 records in = 2 scored + 2 rejected\n');
  expect(folder.read('out.rejects.csv')).toBe(`${HEADER}\n${WRONG}\n${WRONG}\n`);
  expect(parse(folder.read('out.problems.csv'), { columns: true })).toMatchObject([
    { file: 'one.csv', line: '3' },
    { file: 'two.csv', line: '2' },
  ]);
});

test('files that are written alike share a line, and one of only ASCII is read like the first', async () => {
  const latin = (text: string) => iconv.encode(`${HEADER}\n${text},34,self,stable,2\n`, 'windows-1252');
  folder.write('a.csv', latin('Zoë'));
  for (const name of ['b', 'c', 'd', 'e']) folder.write(`${name}.csv`, latin('plain'));
  const long = Buffer.from(`${HEADER}\n${'plain,34,self,stable,2\n'.repeat(5000)}`);
  folder.write('f.csv', Buffer.concat([long, latin('Zoë').subarray(HEADER.length + 1)]));
  const names = ['a', 'b', 'c', 'd', 'e', 'f'].map((name) => `${name}.csv`);
  const { stderr, status } = await folder.score(...names, '--format', 'jsonl', '--out', 'out.jsonl');
  expect(status).toBe(0);
  expect(stderr).toMatch(/^`a.csv`: Windows-1252 \(because it is not UTF-8\), /);
  expect(stderr).toMatch(/\n`b.csv`, `c.csv`, `d.csv` and 2 more: Windows-1252 \(only ASCII so far\), /);
  expect(folder.read('out.jsonl').match(/Zoë/g)).toHaveLength(2);
});

test.each([
  ['another column', `${HEADER.replace('role', 'rôle')}\n`, 'column 3'],
  ['one column more', `${HEADER},more\n`, 'more columns'],
  ['another order', 'age,note,role,housing,alcohol_days\n', 'column 1'],
  ['other line ends', `${HEADER}\r\n${ROWS[0]}\r\n`, 'its lines end otherwise'],
  ['another encoding', iconv.encode(`${HEADER}\nfürst,,,,\n`, 'windows-1252'), 'its encoding is windows-1252'],
])('exports of which one has %s are not scored together', async (_, other, message) => {
  folder.write('one.csv', EXPORT);
  folder.write('two.csv', other);
  const { stdout, stderr, status } = await folder.score('one.csv', 'two.csv');
  expect([status, stdout.length, stderr]).toEqual([2, 0, expect.stringContaining(message)]);
  expect(stderr).toContain('`two.csv` is not like `one.csv`');
});

test('a result that is scored again keeps its columns and gets others of the same meaning', async () => {
  folder.write('in.csv', EXPORT);
  await folder.score('in.csv', '--out', 'once.csv');
  const { stdout, stderr, status } = await folder.score('once.csv');
  const twice = RESULT_COLUMNS.map((name) => `${name}_2`);
  expect([status, linesOf(stdout)[0]]).toEqual([0, `${HEADER},${NEW_NAMES},${twice.join(',')}`]);
  expect(stderr).toContain('`level_2`');
  for (const row of tableIn(stdout)) {
    for (const name of RESULT_COLUMNS) expect(row[`${name}_2`]).toBe(row[name]);
  }
});

test('new columns alone say by their line to which row they belong', async () => {
  folder.write('in.csv', `${HEADER}\n"a\nb",34,self,stable,0\n\n${ROWS.join('\n')}\n`);
  const whole = tableIn((await folder.score('in.csv')).stdout);
  const { stdout } = await folder.score('in.csv', '--only-new-columns', '--add', 'status,missing_count');
  expect(linesOf(stdout)).toEqual([
    'line,status,missing_count',
    ...[2, 5, 6, 7, 8].map((line, place) => `${line},${whole[place]?.['status']},${whole[place]?.['missing_count']}`),
  ]);
});

test('one JSON object a row holds the cells under their names', async () => {
  folder.write('in.csv', `${HEADER},,age\n${ROWS.map((row) => `${row},x,y\n`).join('')}`);
  const { stdout, status } = await folder.score('in.csv', '--format', 'jsonl', '--add', 'status,level');
  const rows = linesOf(stdout).map((line) => JSON.parse(line));
  expect(status).toBe(2); // `age` is read, and stands twice
  expect(rows).toEqual([]);
  folder.write('other.csv', `${HEADER},,note\n${ROWS.map((row) => `${row},x,y\n`).join('')}`);
  const other = await folder.score('other.csv', '--format', 'jsonl', '--add', 'status,level');
  const [first] = linesOf(other.stdout).map((line) => JSON.parse(line));
  expect(Object.keys(first)).toEqual([...HEADER.split(','), 'column_6', 'note_2', 'status', 'level']);
  expect(first).toMatchObject({ note: 'first', age: '34', column_6: 'x', note_2: 'y' });
});

test('rows without a header are scored as a pure filter, and nothing but rows comes out', async () => {
  folder.write('in.csv', EXPORT);
  const [, ...rows] = linesOf((await folder.score('in.csv')).stdout);
  const { stdout, status } = folder.shell(`${FILTER} --no-header --columns ${HEADER}`, `${ROWS.join('\n')}\n`);
  expect([status, linesOf(stdout)]).toEqual([0, rows]);
  const empty = folder.shell(`${FILTER} --no-header --columns ${HEADER}`);
  expect([empty.status, empty.stdout.length, empty.stderr]).toEqual([0, 0, expect.stringContaining('0 records in')]);
});

test('a header alone has no rows, and an export without a header is none', async () => {
  folder.write('header.csv', `${HEADER}\n`);
  const { stdout, stderr, status } = await folder.score('header.csv');
  expect([status, linesOf(stdout)]).toEqual([0, [`${HEADER},${NEW_NAMES}`]]);
  expect(stderr).toContain('0 records in = 0 scored + 0 rejected');
  folder.write('open.csv', HEADER);
  expect((await folder.score('open.csv')).stdout.equals(stdout)).toBe(true);
  folder.write('empty.csv', '');
  for (const input of ['empty.csv', '/dev/null']) {
    const ended = await folder.score(input);
    expect([ended.status, ended.stdout.length, ended.stderr]).toEqual([
      2,
      0,
      expect.stringContaining(': it is empty\n'),
    ]);
  }
  folder.write('blank.csv', '\n\n');
  expect((await folder.score('blank.csv')).stderr).toContain('no header');
});

test.each([
  [['missing.csv'], 'there is no such file'],
  [['.'], 'this is a folder'],
  [['/proc/self/mem'], 'reading failed after 0 bytes (EIO)'],
  [['in.csv', '--mapping', 'teds'], 'there is no mapping `teds`'],
  [['in.csv', '--mapping', 'teds-a', '--no-header', '--columns', 'a,b,c,d,e'], 'the header has none of the columns'],
  [['in.csv', '--policy', 'intake'], 'there is no policy `intake`'],
  [['in.csv', '--out', 'none/out.csv'], 'its folder does not exist'],
  [['in.csv', '--out', '/dev/full'], 'it is no ordinary file'],
  [['in.csv', '--rejects', 'none/mine'], 'its folder does not exist'],
  [['in.csv', '--report', 'none/report.html'], 'its folder does not exist'],
  [['in.csv', '--out', 'same.html', '--report', 'same.html'], 'two results would be saved'],
  [['in.csv', '--out', 'x.rejects.csv', '--rejects', 'x'], 'two results would be saved'],
  [['-', '-'], 'standard input is named more than once'],
  [['in.csv', '--no-header'], 'does not say what the columns are'],
  [['in.csv', '--columns', 'a,b'], 'of an input that has a header'],
  [['in.csv', 'in.csv', '--only-new-columns'], 'cannot say to which'],
  [['in.csv', '--delimiter', '"', '--quote', '"'], 'are the same character'],
  [['in.csv', '--delimiter', 'ab'], 'a delimiter is one ASCII character'],
  [['in.csv', '--delimiter', '_'], 'a delimiter is one ASCII character'],
  [['in.csv', '--delimiter', 'a'], 'a delimiter is one ASCII character'],
  [['in.csv', '--delimiter', '7'], 'a delimiter is one ASCII character'],
  [['in.csv', '--delimiter', '-', '--quote', 'none'], 'the delimiter stands in ids of the result'],
  [['in.csv', '--encoding', 'base64'], '`base64` is no encoding'],
  [['in.csv', '--threads', '0'], 'from 1 to 64'],
  [['in.csv', '--add', 'levels'], 'did you mean `level`?\n'],
  [['in.csv', '--add', 'status,'], 'a name is missing'],
  [['in.csv', '--check-lines', '--draft-mapping', 'map.yaml'], 'two things to do instead of scoring'],
  [['in.csv', '--check-lines', '--out', 'out.csv'], '`--check-lines` scores nothing'],
  [['in.csv', '--check-lines', '--report', 'r.html'], '`--check-lines` scores nothing'],
  [['in.csv', '--check-lines', '--rejects', 'x'], '`--check-lines` scores nothing'],
  [['in.csv', '--draft-mapping', 'map.yaml', '--out', 'out.csv'], '`--draft-mapping` scores nothing'],
  [['in.csv', '--draft-mapping', 'map.yaml', '--mapping', 'teds-a'], 'reads none'],
  [['in.csv', 'in.csv', '--draft-mapping', 'map.yaml'], 'from one export'],
  [['in.csv', '--rejects', './'], 'would begin with a dot'],
  [['in.csv', '--rejects', '..'], 'would begin with a dot'],
  [['in.csv', '--out', 'out.csv.gz'], 'is not packed'],
  [['in.csv', '--report', 'r.html.GZ'], 'is not packed'],
  [['in.csv', '--today', '2026-2-28'], 'a date is written YYYY-MM-DD'],
  [['in.csv', '--today', '2026-02-30'], 'that day does not exist'],
])('%j is said before the first row, and nothing is written', async (args, message) => {
  folder.write('in.csv', EXPORT);
  const { stdout, stderr, status } = await folder.score(...args);
  expect([status, stdout.length, stderr]).toEqual([2, 0, expect.stringContaining(message)]);
  expect(folder.files()).toEqual(['in.csv']);
});

test('a result never takes the place of what is read', async () => {
  folder.write('in.csv', EXPORT);
  linkSync(`${folder.path}/in.csv`, `${folder.path}/hard.csv`);
  symlinkSync('in.csv', `${folder.path}/soft.csv`);
  for (const args of [
    ['in.csv', '--out', 'in.csv'],
    ['in.csv', '--out', './in.csv'],
    ['in.csv', '--out', 'hard.csv'],
    ['soft.csv', '--out', 'in.csv'],
    ['in.csv', '--report', 'hard.csv'],
    ['in.csv', '--draft-mapping', 'hard.csv'],
  ]) {
    const { stderr, status } = await folder.score(...args);
    expect([args, status, stderr]).toEqual([args, 2, expect.stringContaining('the rows to score are in it')]);
  }
  expect((await folder.score('in.csv', '--out', 'soft.csv')).stderr).toContain('it is a symbolic link');
  expect(folder.shell('intakeline score in.csv >> in.csv').stderr).toContain('which is being read');
  expect(folder.shell('intakeline score - < in.csv >> hard.csv').status).toBe(2);
  folder.write('x.rejects.csv', EXPORT);
  expect((await folder.score('x.rejects.csv', '--out', 'x.csv')).stderr).toContain(
    'the rejects would go to `x.rejects.csv`: the rows to score are in it\n  name another result with `--out`, from which theirs follows\n',
  );
  expect((await folder.score('x.rejects.csv', '--rejects', 'x')).stderr).toContain('cannot save to `x.rejects.csv`');
  folder.write('map.yaml', 'format: intakeline/mapping/1\n');
  expect((await folder.score('in.csv', '--mapping', 'map.yaml', '--out', 'map.yaml')).stderr).toContain(
    'it is the mapping',
  );
  expect([folder.read('in.csv'), folder.read('x.rejects.csv')]).toEqual([EXPORT, EXPORT]);
});

test('with --fail-fast the first row that cannot be scored ends the run, and nothing behind it is written', async () => {
  folder.write('in.csv', `${HEADER}\n${ROWS[0]}\n${ROWS[2]}\n${WRONG}\n${ROWS[1]}\n`);
  const { stdout, stderr, status } = await folder.score('in.csv', '--fail-fast');
  expect(status).toBe(1);
  expect(addedOf(stdout, [ROWS[0] ?? '', ROWS[2] ?? ''])).toHaveLength(2);
  expect(stderr).toContain('`in.csv`, line 4: column `age`: the value is not a whole number [not-a-number]');
  expect(stderr).toContain('3 records (2 scored, 1 rejected)');
  expect(stderr).not.toContain('stops a call');
  expect((await folder.score('in.csv', '--fail-fast', '--out', 'out.csv')).status).toBe(1);
  expect(folder.files()).toEqual(['in.csv']);
  folder.write('right.csv', EXPORT);
  expect((await folder.score('right.csv', '--fail-fast')).status).toBe(0);
  folder.write('urgent.csv', `${HEADER},danger_now\n${WRONG},yes\n`);
  const urgent = await folder.score('urgent.csv', '--fail-fast');
  expect(urgent.stderr).toContain('the record names an answer that stops a call: look at it first');
});

test('a quote that is never closed costs the line on which it stands, and none of the others', async () => {
  folder.write('in.csv', `${HEADER}\n${ROWS[0]}\n"open,34,self,stable,0\n${ROWS[2]}\n`);
  const { stdout, status } = await folder.score('in.csv');
  expect(status).toBe(1);
  expect(addedOf(stdout, [ROWS[0] ?? '', ROWS[2] ?? ''])).toHaveLength(2);
  expect(folder.read('in.rejects.csv')).toBe(`${HEADER}\n"open,34,self,stable,0\n`);
  expect(parse(folder.read('in.problems.csv'), { columns: true })).toMatchObject([
    { line: '3', code: 'quote-not-closed' },
  ]);
});

test('a record of megabytes is kept among the rejects, byte for byte, and the rows around it are scored', async () => {
  const long = `${'x'.repeat(5_000_000)},34,self,stable,0`;
  folder.write('in.csv', `${HEADER}\n${ROWS[0]}\n${long}\n${ROWS[2]}\n`);
  const { stdout, stderr, status } = await folder.score('in.csv');
  expect(status).toBe(1);
  expect(addedOf(stdout, [ROWS[0] ?? '', ROWS[2] ?? ''])).toHaveLength(2);
  expect(stderr).toContain('3 records in = 2 scored + 1 rejected');
  expect(folder.read('in.rejects.csv')).toBe(`${HEADER}\n${long}\n`);
  expect(parse(folder.read('in.problems.csv'), { columns: true })).toMatchObject([
    { line: '3', code: 'record-too-long' },
  ]);
});

test('whether every record is one line is told in one pass', async () => {
  folder.write('in.csv', EXPORT);
  const safe = await folder.score('in.csv', '--check-lines');
  expect([safe.status, safe.stderr]).toEqual([0, expect.stringContaining('every record is one line')]);
  for (const rest of ['"a\nb",,,,\n', `${ROWS[0]}\n"a\nb",,,,`, '"never closed\n']) {
    folder.write('other.csv', `${HEADER}\n${rest}`);
    const other = await folder.score('other.csv', '--check-lines');
    expect([rest, other.status, other.stderr]).toEqual([rest, 1, expect.stringContaining('do not split it')]);
  }
  for (const [name, text] of [
    ['a quoted CR', EXPORT.replace('self', '"self\r"')],
    ['a CR alone far from the beginning', `${HEADER}\n${`${ROWS[0]}\n`.repeat(10_000)}x\r,,,,,\n`],
    ['a header of two lines', EXPORT.replace(HEADER, `${HEADER},"and\nmore"`)],
  ] as const) {
    folder.write('other.csv', text);
    const other = await folder.score('other.csv', '--check-lines');
    expect([name, other.status, other.stderr]).toEqual([name, 1, expect.stringContaining('do not split it')]);
  }
  folder.write('cr.csv', EXPORT.replaceAll('\n', '\r'));
  expect((await folder.score('cr.csv', '--check-lines')).status).toBe(1);
  folder.write('crlf.csv', EXPORT.replaceAll('\n', '\r\n'));
  expect((await folder.score('crlf.csv', '--check-lines')).status).toBe(0);
});

test.each([
  ['packed', gzipSync(EXPORT), 'unpack it first'],
  ['in UTF-16 LE', Buffer.from(`\ufeff${EXPORT}`, 'utf16le'), 'convert it to UTF-8 first'],
  ['in UTF-16 BE', Buffer.from(`\ufeff${EXPORT}`, 'utf16le').swap16(), 'convert it to UTF-8 first'],
])(
  'what splits a file sees its bytes: an export %s is not to be split, be its records single lines or not',
  async (_, bytes, what) => {
    folder.write('in.csv', bytes);
    const { stderr, status } = await folder.score('in.csv', '--check-lines');
    expect([status, stderr]).toEqual([1, expect.stringContaining(what)]);
  },
);

test('a drafted mapping reads the export for which it was made', async () => {
  folder.write('in.csv', `${HEADER}\n${Array.from({ length: 20 }, () => ROWS[0]).join('\n')}\n`);
  const { stderr, status } = await folder.score('in.csv', '--draft-mapping', 'map.yaml');
  expect([status, stderr]).toEqual([0, expect.stringContaining('made from the header and 20 records')]);
  expect(folder.read('map.yaml')).not.toContain('first,');
  const scored = await folder.score('in.csv', '--mapping', 'map.yaml');
  expect([scored.status, scored.stderr]).toEqual([0, expect.stringContaining('20 records in = 20 scored')]);
  const completed = folder.read('map.yaml').concat('# completed by hand\n');
  folder.write('map.yaml', completed);
  const again = await folder.score('in.csv', '--draft-mapping', 'map.yaml');
  expect([again.status, again.stderr]).toEqual([2, expect.stringContaining('name a new file, or remove it')]);
  expect(folder.read('map.yaml')).toBe(completed);
});

test('a draft says of how many records it was made, and whether they are all', async () => {
  folder.write('one.csv', 'role\nself\n');
  expect((await folder.score('one.csv', '--draft-mapping', 'one.yaml')).stderr).toContain('the header and 1 record;');
  folder.write('many.csv', `role\n${'self\n'.repeat(300_000)}`);
  const { stderr } = await folder.score('many.csv', '--draft-mapping', 'many.yaml');
  expect(stderr).toMatch(/the header and the first 2\d\d,\d{3} records;/);
});

test('only what the options name is decided by: another policy gives another result', async () => {
  folder.write('in.csv', EXPORT);
  const { stdout } = await folder.score('in.csv');
  expect((await folder.score('in.csv', '--policy', SMALL_POLICY, '--today', '2026-11-22')).stdout.equals(stdout)).toBe(
    true,
  );
  expect((await folder.score('in.csv', '--policy', 'sobriety-guide')).stdout.equals(stdout)).toBe(false);
});

test('columns that are called like properties of every object are columns like others', async () => {
  writeFileSync(`${folder.path}/in.csv`, `__proto__,constructor,age,role\nx,y,34,self\n`);
  const { stdout, status } = await folder.score('in.csv', '--add', 'status', '--format', 'jsonl');
  expect([status, stdout.toString()]).toEqual([
    0,
    expect.stringMatching(/^\{"__proto__":"x","constructor":"y","age":"34",/),
  ]);
});
