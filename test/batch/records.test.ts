import { expect, test } from 'vitest';
import type { LineEnd } from '../../src/batch/dialect.ts';
import { hasTextAfterQuote, type Limits, splitFields, splitRecords } from '../../src/batch/records.ts';
import { sniffDialect } from '../../src/batch/sniff-dialect.ts';
import { sniffEncoding } from '../../src/batch/sniff-encoding.ts';
import { compareWithPeer, fieldsOf } from './csv-peer.ts';
import { bytesOf, dialectOf, FILES, tableFile, wildFile } from './random-csv.ts';

const COMMAS = dialectOf(',', '"', 'lf');

/** Each record as its kind, or as its fields where it can be read. */
function read(text: string, dialect = COMMAS, limits?: Limits): readonly (string | readonly string[])[] {
  const bytes = bytesOf(text);
  return splitRecords(bytes, dialect, limits).map((record) =>
    record.kind === 'record' ? fieldsOf(bytes, record, dialect) : record.kind,
  );
}

test('a field is what stands between delimiters, a record what stands between line ends', () => {
  expect(read('a,b\n,\nc')).toEqual([['a', 'b'], ['', ''], ['c']]);
});

test('a blank line is no record, a line with one quoted nothing is', () => {
  expect(read('a\n\n""\n')).toEqual([['a'], 'blank', ['']]);
});

test('nothing follows the last line end, and an empty file has no record', () => {
  expect(read('a\n')).toEqual([['a']]);
  expect(read('')).toEqual([]);
});

test('quotes keep delimiters, line ends and doubled quotes inside a field', () => {
  expect(read('"a,b","c\nd","e""f",""""\n')).toEqual([['a,b', 'c\nd', 'e"f', '"']]);
});

test('a quote that is not the first byte of a field is data', () => {
  expect(read('a"b",5" pipe, "x"\n')).toEqual([['a"b"', '5" pipe', ' "x"']]);
});

test('text behind a closing quote is marked, wherever it ends', () => {
  const bytes = bytesOf('"a"b,"c" ,"d"\n"e"f');
  const marks = splitRecords(bytes, COMMAS).map((record) =>
    splitFields(bytes, record, COMMAS).map((field) => hasTextAfterQuote(field)),
  );
  expect(marks).toEqual([[true, true, false], [true]]);
});

test.each<[LineEnd, string, readonly (readonly string[])[]]>([
  ['lf', 'a\rb\nc\r\nd', [['a\rb'], ['c'], ['d']]],
  ['crlf', 'a\rb\nc\r\nd', [['a\rb\nc'], ['d']]],
  ['cr', 'a\rb\nc\r\nd', [['a'], ['b\nc'], ['\nd']]],
  ['mixed', 'a\rb\nc\r\nd', [['a'], ['b'], ['c'], ['d']]],
])('under %s only its own line ends end a record', (lineEnd, text, expected) => {
  expect(read(text, dialectOf(',', '"', lineEnd))).toEqual(expected);
});

test('under lf the CR of a CRLF belongs to the line end, so that a quote before it is a closing one', () => {
  expect(read('"31","y"\r\n\r\na,\r\r\n"b\r\nc",d\r')).toEqual([['31', 'y'], 'blank', ['a', '\r'], ['b\r\nc', 'd\r']]);
});

test('a quote that nothing closes costs its line and no more', () => {
  expect(read('a,b\n"c,d\ne,f\n')).toEqual([['a', 'b'], 'quote-not-closed', ['e', 'f']]);
  expect(read('a,"b')).toEqual(['quote-not-closed']);
});

test('a record given up at a quote that is not closed ends with the line of that quote', () => {
  const text = '"a\nb","c\nd\n';
  const bytes = bytesOf(text);
  expect(splitRecords(bytes, COMMAS).map(({ start, next }) => text.slice(start, next))).toEqual(['"a\nb","c\n', 'd\n']);
});

test('a quoted field is as long as the limit at most', () => {
  const limits = { record: 100, quote: 8 };
  expect(read('"123456"\nx\n', COMMAS, limits)).toEqual([['123456'], ['x']]);
  expect(read('"1234567"\nx\n', COMMAS, limits)).toEqual(['quote-not-closed', ['x']]);
});

test('a record is as long as the limit at most, its line end not counted', () => {
  const limits = { record: 8, quote: 8 };
  expect(read('1234,678\r\nx\r\n', dialectOf(',', '"', 'crlf'), limits)).toEqual([['1234', '678'], ['x']]);
  expect(read('1234,6789\nx\n', COMMAS, limits)).toEqual(['record-too-long', ['x']]);
});

test('a record with line ends in quotes is too long as a whole', () => {
  const limits = { record: 12, quote: 8 };
  expect(read('"a\nb","c\nd","e\nf"\nx\n', COMMAS, limits)).toEqual(['record-too-long', ['x']]);
});

test('no byte vanishes', () => {
  for (let seed = 0; seed < 2000; seed++) {
    const { bytes, dialect } = wildFile(seed);
    const limits = seed % 2 === 0 ? { record: 40, quote: 25 } : undefined;
    const records = splitRecords(bytes, dialect, limits);
    expect([0, ...records.map(({ next }) => next)]).toEqual([...records.map(({ start }) => start), bytes.length]);
  }
});

test(`${FILES} random files are read as csv-parse reads them, in the dialect given or the one detected`, () => {
  const met: Record<string, number> = {};
  const count = (what: string): void => {
    met[what] = (met[what] ?? 0) + 1;
  };
  for (let seed = 0; seed < FILES; seed++) {
    const made = seed % 5 === 0 ? tableFile(seed) : wildFile(seed);
    const marked = seed % 3 === 0 ? Buffer.concat([bytesOf('\ufeff'), made.bytes]) : made.bytes;
    const file = { dialect: made.dialect, bytes: marked.subarray(sniffEncoding(marked).mark) };
    expect(file.bytes.length).toBe(made.bytes.length);
    const dialect = Math.floor(seed / 48) % 2 === 0 ? file.dialect : sniffDialect(file.bytes, {}, true).dialect;
    compareWithPeer({ seed, bytes: file.bytes, dialect }, count);
  }
  const dialects = Object.keys(met).filter((what) => /^(lf|crlf|cr|mixed) /.test(what));
  expect(dialects.length).toBe(48);
  expect(met['quote-not-closed']).toBeGreaterThan(500);
  expect(met['text-after-quote']).toBeGreaterThan(500);
  expect(met['nul-behind-quote']).toBeGreaterThan(5);
}, 60_000);
