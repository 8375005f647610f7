/** How csv-parse reads a file, and whether it reads the same as we do. */

import { parse } from 'csv-parse/sync';
import { expect } from 'vitest';
import type { Dialect, LineEnd } from '../../src/batch/dialect.ts';
import { fieldBytes, hasTextAfterQuote, type RawRecord, splitFields, splitRecords } from '../../src/batch/records.ts';
import { lettersOf } from './random-csv.ts';

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

/** The fields of a record, a letter for each byte. */
export function fieldsOf(bytes: Uint8Array, record: RawRecord, dialect: Dialect): readonly string[] {
  return splitFields(bytes, record, dialect).map((field) => lettersOf(fieldBytes(bytes, field, dialect)));
}

/** Compares the records of a file with what csv-parse reads, and counts what was met. */
export function compareWithPeer(
  { seed, bytes: file, dialect }: { readonly seed: number; readonly bytes: Uint8Array; readonly dialect: Dialect },
  count: (what: string) => void,
): void {
  for (const { fault, records } of runsOf(file, dialect)) {
    const bytes = file.subarray(records[0]?.start, records.at(-1)?.next);
    if (fault === undefined) {
      const rows = records.filter(({ kind }) => kind === 'record').map((record) => fieldsOf(file, record, dialect));
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
