/** What the records and fields of a delimited file are: the definition, slow and obvious. The scanners must agree with it. */

import { type Dialect, LONGEST_QUOTE, LONGEST_RECORD } from './dialect.ts';
import { lineEndLength } from './line-end.ts';

/** How long a record (its line end not counted) and a quoted field (its quotes counted) may be, in bytes. */
export interface Limits {
  readonly record: number;
  readonly quote: number;
}

export const LIMITS: Limits = { record: LONGEST_RECORD, quote: LONGEST_QUOTE };

/** Every byte of a file lies in exactly one of them, from `start` to `next`. */
export interface RawRecord {
  readonly start: number;
  /** The byte behind the last one, its line end not counted. */
  readonly end: number;
  /** Where the next record starts. */
  readonly next: number;
  /** `quote-not-closed`: the record up to the end of the line that opened the quote; what follows is read afresh. */
  readonly kind: 'record' | 'blank' | 'quote-not-closed' | 'record-too-long';
}

/** A field as it stands, quotes included. */
export interface RawField {
  readonly start: number;
  /** The byte behind the last one. */
  readonly end: number;
  readonly quoted: boolean;
  /** The byte behind the closing quote; `end` unless text follows it. Of an unquoted field, `end`. */
  readonly closed: number;
}

/** The records of a whole file, a leading byte order mark not included. */
export function splitRecords(bytes: Uint8Array, dialect: Dialect, limits = LIMITS): readonly RawRecord[] {
  const records: RawRecord[] = [];
  for (let start = 0; start < bytes.length; ) {
    const record = recordAt(bytes, start, dialect, limits);
    records.push(record);
    start = record.next;
  }
  return records;
}

/** The record that begins at a place before the end of the bytes, which are taken for the whole rest of the file. */
export function recordAt(bytes: Uint8Array, start: number, dialect: Dialect, limits = LIMITS): RawRecord {
  let at = start;
  for (;;) {
    if (opensQuote(bytes, at, dialect)) {
      const close = closingQuote(bytes, at, bytes.length);
      if (close === undefined || close - at >= limits.quote) return lineFrom(bytes, start, at, dialect, limits);
      at = close + 1;
    }
    while (at < bytes.length && bytes[at] !== dialect.delimiter && lineEndLength(bytes, at, dialect.lineEnd) === 0)
      at++;
    if (bytes[at] !== dialect.delimiter) break;
    at++;
  }
  return rawRecord(bytes, start, at, dialect, limits, at === start ? 'blank' : 'record');
}

/** A record that is given up at a quote: it ends with the line on which the quote stands. */
function lineFrom(bytes: Uint8Array, start: number, quote: number, dialect: Dialect, limits: Limits): RawRecord {
  let at = quote;
  while (at < bytes.length && lineEndLength(bytes, at, dialect.lineEnd) === 0) at++;
  return rawRecord(bytes, start, at, dialect, limits, 'quote-not-closed');
}

function rawRecord(
  bytes: Uint8Array,
  start: number,
  end: number,
  dialect: Dialect,
  limits: Limits,
  kind: RawRecord['kind'],
): RawRecord {
  const next = end + lineEndLength(bytes, end, dialect.lineEnd);
  return { start, end, next, kind: end - start > limits.record ? 'record-too-long' : kind };
}

/** The fields of a record of the kind `record`: at least one. */
export function splitFields(bytes: Uint8Array, record: RawRecord, dialect: Dialect): readonly RawField[] {
  const fields: RawField[] = [];
  for (let at = record.start; at <= record.end; ) {
    const field = fieldAt(bytes, at, record.end, dialect);
    fields.push(field);
    at = field.end + 1;
  }
  return fields;
}

function fieldAt(bytes: Uint8Array, start: number, recordEnd: number, dialect: Dialect): RawField {
  const close =
    opensQuote(bytes, start, dialect) && start < recordEnd ? closingQuote(bytes, start, recordEnd) : undefined;
  let end = close === undefined ? start : close + 1;
  while (end < recordEnd && bytes[end] !== dialect.delimiter) end++;
  return { start, end, quoted: close !== undefined, closed: close === undefined ? end : close + 1 };
}

/** Whether text follows the closing quote of a field. */
export function hasTextAfterQuote(field: RawField): boolean {
  return field.closed < field.end;
}

/**
 * What a field says: its bytes without the quotes around it, doubled quotes inside taken once. Where no quote is doubled they
 * are a view. The field must be whole and have no text after its closing quote.
 */
export function fieldBytes(bytes: Uint8Array, field: Pick<RawField, 'start' | 'end'>, dialect: Dialect): Uint8Array {
  const { start, end } = field;
  if (start === end || !opensQuote(bytes, start, dialect)) return bytes.subarray(start, end);
  const inside = bytes.subarray(start + 1, end - 1);
  const quote = bytes[start];
  if (!inside.includes(quote ?? 0)) return inside;
  const single = new Uint8Array(inside.length);
  let length = 0;
  for (let at = 0; at < inside.length; at++) {
    const byte = inside[at] ?? 0;
    single[length++] = byte;
    if (byte === quote) at++;
  }
  return single.subarray(0, length);
}

function opensQuote(bytes: Uint8Array, at: number, { quote }: Dialect): boolean {
  return quote !== undefined && bytes[at] === quote;
}

/** The quote that closes the one at a place: the next one that is not doubled. */
function closingQuote(bytes: Uint8Array, open: number, end: number): number | undefined {
  for (let at = open + 1; at < end; at++) {
    if (bytes[at] !== bytes[open]) continue;
    if (at + 1 < end && bytes[at + 1] === bytes[open]) at++;
    else return at;
  }
  return undefined;
}
