/** The beginning of a file, read in one way to see how well that goes. */

import type { LineEnd } from './dialect.ts';
import { CR } from './line-end.ts';
import { hasTextAfterQuote, type RawField, type RawRecord, recordAt, splitFields } from './records.ts';

export interface Sample {
  readonly bytes: Uint8Array;
  readonly delimiter: number;
  readonly quote: number | undefined;
  /** Blank lines left out. */
  readonly records: readonly RawRecord[];
  /** Of each record that can be read. */
  readonly fields: readonly (readonly RawField[])[];
  /** Fields in quotes, and quotes that open and are not closed, or not at the end of the field. */
  readonly quoted: number;
  readonly misquoted: number;
}

/**
 * Reads the records of a sample. If more of the file follows, the last one is left out, and so is what follows a quote that
 * is still open at its end, unless that is all there is.
 */
export function readSample(
  bytes: Uint8Array,
  dialect: { readonly delimiter: number; readonly quote: number | undefined; readonly lineEnd: LineEnd },
  isWhole: boolean,
): Sample {
  const records: RawRecord[] = [];
  for (let start = 0; start < bytes.length; ) {
    const record = recordAt(bytes, start, dialect);
    const isCut = record.kind === 'quote-not-closed' || record.next === bytes.length;
    if (!isWhole && isCut && records.length > 0) break;
    if (record.kind !== 'blank') records.push(record);
    start = record.next;
  }
  const fields = records.filter(({ kind }) => kind === 'record').map((record) => splitFields(bytes, record, dialect));
  const quoted = fields.flat().filter((field) => field.quoted);
  const wellQuoted = quoted.filter((field) => !hasTextAfterQuote(field)).length;
  return {
    bytes,
    delimiter: dialect.delimiter,
    quote: dialect.quote,
    records,
    fields,
    quoted: wellQuoted,
    misquoted: quoted.length - wellQuoted + records.length - fields.length,
  };
}

/** The line end that the records use, `mixed` if there are several; undefined where no line ends. */
export function lineEndOf({ bytes, records }: Sample): LineEnd | undefined {
  const kinds = new Set(records.filter(({ end, next }) => next > end).map((record) => endingOf(bytes, record)));
  const [first] = kinds;
  return kinds.size > 1 ? 'mixed' : first;
}

function endingOf(bytes: Uint8Array, { end, next }: RawRecord): LineEnd {
  if (next - end === 2) return 'crlf';
  return bytes[end] === CR ? 'cr' : 'lf';
}
