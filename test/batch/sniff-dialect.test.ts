import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { readHeader } from '../../src/batch/read-header.ts';
import { fieldBytes, splitFields, splitRecords } from '../../src/batch/records.ts';
import { sniffDialect } from '../../src/batch/sniff-dialect.ts';
import { sniffEncoding } from '../../src/batch/sniff-encoding.ts';
import { bytesOf, dialectOf, tableFile } from './random-csv.ts';

const found = (text: string, given = {}, isWhole = true) => sniffDialect(bytesOf(text), given, isWhole);
const delimiterIn = (text: string, isWhole = true): string =>
  String.fromCharCode(found(text, {}, isWhole).dialect.delimiter);

test('tables in every dialect are read back as they were written', () => {
  for (let seed = 0; seed < 480; seed++) {
    const { bytes, dialect, rows } = tableFile(seed);
    const sniffed = sniffDialect(bytes, {}, true);
    expect({ seed, dialect: sniffed.dialect }).toEqual({ seed, dialect });
    expect(sniffed).toMatchObject({ preamble: 0, alike: rows.length, records: rows.length });
    const read = splitRecords(bytes, dialect)
      .map((record) => splitFields(bytes, record, dialect))
      .map((fields) => fields.map((field) => Buffer.from(fieldBytes(bytes, field, dialect)).toString()));
    // A row of one empty cell would be a blank line; these have two cells at least.
    expect({ seed, read }).toEqual({ seed, read: rows });
  }
});

test('the beginning of a file says the same as all of it', () => {
  for (let seed = 0; seed < 200; seed++) {
    const { bytes, dialect, rows } = tableFile(seed);
    expect(rows.length).toBeGreaterThan(4);
    for (const less of [1, 2, 3, 5, 40]) {
      const { delimiter, lineEnd } = sniffDialect(bytes.subarray(0, bytes.length - less), {}, false).dialect;
      expect({ seed, less, delimiter, lineEnd }).toEqual({
        seed,
        less,
        delimiter: dialect.delimiter,
        lineEnd: dialect.lineEnd,
      });
    }
  }
});

test.each([
  ['decimal commas in every cell', 'weight;height\n1,5;2,5\n3,5;4,5\n', ';'],
  ['decimal commas and no header', '1,5;2,5\n3,5;4,5\n', ';'],
  ['a comma in every line of free text', 'note\tage\nsaid so, again\t3\nleft, then came\t4\n', '\t'],
  ['a comma in the header too', 'name, first\tage\na, b\t3\nc, d\t4\n', '\t'],
  ['lists in cells', 'id,codes,note\n1,a;b,x\n2,c;d,y\n', ','],
  ['pipes in cells', 'id;codes\n1;a|b|c\n2;d|e|f\n', ';'],
  ['other delimiters in quotes', 'id,codes\n"a;b;c","d;e;f"\n"a;b;c","d;e;f"\n', ','],
  ['some ragged rows', 'a|b|c\n1|2|3\n4|5\n6|7|8\n9,9|1|2\n', '|'],
  ['a blank behind each comma', 'a, b, c\n1, 2, 3\n4, 5, 6\n', ','],
  ['one row', 'a;b;c\n', ';'],
])('%s: the delimiter is found', (_, text, delimiter) => {
  expect(delimiterIn(text)).toBe(delimiter);
});

test('one column needs no delimiter, and that is said', () => {
  expect(found('age\n34\n35\n')).toMatchObject({
    dialect: dialectOf(',', '"', 'lf'),
    by: { delimiter: 'assumed', quote: 'assumed', lineEnd: 'found' },
    alike: 3,
  });
  expect(found('')).toMatchObject({ dialect: dialectOf(',', '"', 'lf'), by: { lineEnd: 'assumed' }, records: 0 });
});

test.each([
  ["'a','b'\n'1','2,3'\n", 0x27],
  ['"a","b"\n1,2\n', 0x22],
  ["a,b\n'tis so,2\n", 0x22],
  ["a,b\n'90s,'80s\n'x,2\n", 0x22],
  ['a\tb\n"1\t2\n"3\t4\n"5\t6\n"7\t8\n"9\t0\n"1\t2\n', undefined],
])('the quote of %j', (text, quote) => {
  expect(found(text).dialect.quote).toBe(quote);
});

test.each([',', ';', '\t', '|'])('the quote %j is never taken for the delimiter', (quote) => {
  const text = `a${quote}b;c,d${quote}e|f\tg\n`.repeat(5);
  const { delimiter } = found(text, { quote: quote.charCodeAt(0) }).dialect;
  expect(String.fromCharCode(delimiter)).not.toBe(quote);
});

test.each(["'", '"'])('the delimiter %j is never taken for the quote', (delimiter) => {
  const text = `${delimiter}a${delimiter}\n`.repeat(5);
  const { dialect } = found(text, { delimiter: delimiter.charCodeAt(0) });
  expect(dialect.delimiter).toBe(delimiter.charCodeAt(0));
  expect(dialect.quote).not.toBe(delimiter.charCodeAt(0));
});

test('a line end counts outside quotes only', () => {
  expect(found('a,b\r\n"1\n2",3\r\n').dialect.lineEnd).toBe('crlf');
  expect(found('a,b\n"1\r2",3\n').dialect.lineEnd).toBe('lf');
  expect(found('a,b\r1,2\r').dialect.lineEnd).toBe('cr');
  expect(found('a,b\r\n1,2\n').dialect.lineEnd).toBe('mixed');
});

test('where the sample ends inside a quoted text, its line ends do not count', () => {
  expect(found('a,b\r\n1,2\r\n3,"x\ny', {}, false).dialect.lineEnd).toBe('crlf');
  expect(found('a,b\r\n1,2\r', {}, false).dialect.lineEnd).toBe('crlf');
});

test('what is given is not guessed', () => {
  const given = { delimiter: 0x7c, quote: 'none', lineEnd: 'cr' } as const;
  expect(found('"a",b\n1,2\n', given)).toMatchObject({
    dialect: { delimiter: 0x7c, quote: undefined, lineEnd: 'cr' },
    by: { delimiter: 'given', quote: 'given', lineEnd: 'given' },
  });
});

test.each(['sep=|\r\n', 'SEP=|\r\n', '"sep=|"\r\n'])('a first line %j names the delimiter', (line) => {
  const sniffed = found(`${line}a|b\r\n1,0|2\r\n`);
  expect(sniffed).toMatchObject({
    dialect: dialectOf('|', '"', 'crlf'),
    preamble: line.length,
    by: { delimiter: 'sep-line' },
  });
});

test.each(['sep=\nx\n', 'sep,a\n1,2\n', 'sep=ab\n'])('%j begins with a header', (text) => {
  expect(found(text).preamble).toBe(0);
});

test('a byte order mark belongs to no column', () => {
  const bytes = bytesOf('\ufeffa,b\n1,2\n');
  const { mark } = sniffEncoding(bytes);
  const dialect = dialectOf(',', '"', 'lf');
  const header = readHeader(bytes, mark, dialect, true);
  const names = header.kind === 'header' ? header.fields.map((field) => Buffer.from(field).toString()) : [];
  expect(names).toEqual(parse(Buffer.from(bytes), { bom: true, to: 1 })[0]);
});

test('the header is the first record that is no blank line', () => {
  const bytes = bytesOf('\n\n"a\nb","c""d",\r1,2,3\n');
  expect(readHeader(bytes, 0, dialectOf(',', '"', 'mixed'), true)).toEqual({
    kind: 'header',
    start: 2,
    end: 15,
    next: 16,
    lines: 4,
    blank: 2,
    fields: ['a\nb', 'c"d', ''].map(bytesOf),
  });
});

test.each([
  ['', true, { kind: 'none' }],
  ['\n\n', true, { kind: 'none' }],
  ['a,b', false, { kind: 'more' }],
  ['\n\n', false, { kind: 'more' }],
  ['a,"b\n', false, { kind: 'more' }],
  ['a,"b\n', true, { kind: 'unreadable', code: 'quote-not-closed' }],
  ['a,"b"c\n', true, { kind: 'unreadable', code: 'text-after-quote' }],
  ['a'.repeat((1 << 20) + 1), true, { kind: 'unreadable', code: 'record-too-long' }],
])('a header that is not there', (text, isEnd, expected) => {
  expect(readHeader(bytesOf(text), 0, dialectOf(',', '"', 'lf'), isEnd)).toEqual(expected);
});
