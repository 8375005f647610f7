import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import type { Dialect, LineEnd } from '../../src/batch/dialect.ts';
import {
  fieldBytes,
  hasTextAfterQuote,
  type Limits,
  type RawRecord,
  splitFields,
  splitRecords,
} from '../../src/batch/records.ts';
import { sniffDialect } from '../../src/batch/sniff-dialect.ts';
import { sniffEncoding } from '../../src/batch/sniff-encoding.ts';
import { bytesOf, dialectOf, lettersOf, tableFile, wildFile } from './random-csv.ts';

const COMMAS = dialectOf(',', '"', 'lf');

/** Each record as its kind, or as its fields where it can be read. */
function read(text: string, dialect = COMMAS, limits?: Limits): readonly (string | readonly string[])[] {
  const bytes = bytesOf(text);
  return splitRecords(bytes, dialect, limits).map((record) =>
    record.kind === 'record' ? fieldsOf(bytes, record, dialect) : record.kind,
  );
}

function fieldsOf(bytes: Uint8Array, record: RawRecord, dialect: Dialect): readonly string[] {
  return splitFields(bytes, record, dialect).map((field) => lettersOf(fieldBytes(bytes, field, dialect)));
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

const FILES = 10_080; // 210 of each dialect

/** The longest first: it takes the first one that fits. */
const PEER_LINE_ENDS: Readonly<Record<LineEnd, string[]>> = {
  lf: ['\r\n', '\n'],
  crlf: ['\r\n'],
  cr: ['\r'],
  mixed: ['\r\n', '\n', '\r'],
};

/** What csv-parse reads, a letter for each byte; a code where it gives up. */
function readByPeer(bytes: Uint8Array, dialect: Dialect, isStrict: boolean): readonly (readonly string[])[] | string {
  const quote = quoteOf(dialect);
  try {
    return parse(Buffer.from(bytes), {
      delimiter: String.fromCharCode(dialect.delimiter),
      quote,
      escape: quote,
      record_delimiter: PEER_LINE_ENDS[dialect.lineEnd],
      encoding: 'latin1',
      relax_column_count: true,
      relax_quotes: !isStrict,
      skip_empty_lines: true,
    });
  } catch (error) {
    return (error as { code: string }).code;
  }
}

function quoteOf({ quote }: Dialect): string | null {
  return quote === undefined ? null : String.fromCharCode(quote);
}

/** Neighbouring records that can be read; a record that cannot stands alone. */
function runsOf(
  bytes: Uint8Array,
  dialect: Dialect,
): readonly { readonly fault?: string; readonly records: RawRecord[] }[] {
  const runs: { fault?: string; records: RawRecord[] }[] = [];
  for (const record of splitRecords(bytes, dialect)) {
    const fault = faultOf(bytes, record, dialect);
    const last = runs.at(-1);
    if (fault === undefined && last !== undefined && last.fault === undefined) last.records.push(record);
    else runs.push(fault === undefined ? { records: [record] } : { fault, records: [record] });
  }
  return runs;
}

function faultOf(bytes: Uint8Array, record: RawRecord, dialect: Dialect): string | undefined {
  if (record.kind === 'quote-not-closed') return record.kind;
  if (record.kind === 'blank') return undefined;
  return splitFields(bytes, record, dialect).some(hasTextAfterQuote) ? 'text-after-quote' : undefined;
}

/**
 * How csv-parse differs, and why: it stops at the first of these faults (or, told to be lax, takes the quotes for text, which
 * can shift a column), where we reject one record and read on. Of text behind a closing quote it lets pass what begins with a
 * NUL, which it takes for the end of the file.
 */
const PEER_CODES: Readonly<Record<string, readonly string[]>> = {
  'quote-not-closed': ['CSV_QUOTE_NOT_CLOSED', 'CSV_INVALID_CLOSING_QUOTE', 'INVALID_OPENING_QUOTE'],
  'text-after-quote': ['CSV_INVALID_CLOSING_QUOTE', 'INVALID_OPENING_QUOTE'],
};

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
    for (const { fault, records } of runsOf(file.bytes, dialect)) {
      const bytes = file.bytes.subarray(records[0]?.start, records.at(-1)?.next);
      if (fault === undefined) {
        const rows = records
          .filter(({ kind }) => kind === 'record')
          .map((record) => fieldsOf(file.bytes, record, dialect));
        const read = readByPeer(bytes, dialect, false);
        if (JSON.stringify(read) !== JSON.stringify(rows)) expect({ seed, read }).toEqual({ seed, read: rows });
        count(`${dialect.lineEnd} ${dialect.delimiter} ${dialect.quote}`);
      } else {
        const found = readByPeer(bytes, dialect, true);
        const isNulBehindQuote = typeof found === 'object' && lettersOf(bytes).includes(`${quoteOf(dialect)}\0`);
        if (!isNulBehindQuote) expect(PEER_CODES[fault]).toContain(found);
        count(isNulBehindQuote ? 'nul-behind-quote' : fault);
      }
    }
  }
  const dialects = Object.keys(met).filter((what) => /^(lf|crlf|cr|mixed) /.test(what));
  expect(dialects.length).toBe(48);
  expect(met['quote-not-closed']).toBeGreaterThan(500);
  expect(met['text-after-quote']).toBeGreaterThan(500);
  expect(met['nul-behind-quote']).toBeGreaterThan(5);
}, 60_000);
