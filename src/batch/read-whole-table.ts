/** The rows of a small table, all at once: for directories of programs, which are thousands of rows and no more. */

import type { Dialect } from './dialect.ts';
import { countLineEnds } from './line-end.ts';
import { fieldBytes, hasTextAfterQuote, type RawRecord, splitFields, splitRecords } from './records.ts';
import { REJECT_CODES, type RejectCode } from './reject-codes.ts';

/** A row, by the line on which it begins, or why it cannot be read. */
export type WholeRow =
  | { readonly line: number; readonly ok: true; readonly cells: readonly string[] }
  | { readonly line: number; readonly ok: false; readonly message: string };

/** How the rows behind a header are written. */
export interface RowsForm {
  readonly dialect: Dialect;
  readonly columns: number;
  /** The line on which the first row begins, from 1. */
  readonly firstLine: number;
  /** Text of a field; undefined where its bytes are none. */
  readonly decode: (bytes: Uint8Array) => string | undefined;
}

/** Reads the rows behind a header. Blank lines are no rows; every other record is one. */
export function readWholeTable(bytes: Uint8Array, form: RowsForm): readonly WholeRow[] {
  const rows: WholeRow[] = [];
  let line = form.firstLine;
  for (const record of splitRecords(bytes, form.dialect)) {
    if (record.kind !== 'blank') rows.push({ line, ...readRecord(bytes, record, form) });
    line += countLineEnds(bytes, record.start, record.next, form.dialect.lineEnd);
  }
  return rows;
}

type Read = { readonly ok: true; readonly cells: readonly string[] } | { readonly ok: false; readonly message: string };

function readRecord(bytes: Uint8Array, record: RawRecord, { dialect, columns, decode }: RowsForm): Read {
  if (record.kind === 'quote-not-closed' || record.kind === 'record-too-long') return unread(record.kind);
  const fields = splitFields(bytes, record, dialect);
  if (fields.some(hasTextAfterQuote)) return unread('text-after-quote');
  if (fields.length !== columns) return unread(fields.length < columns ? 'too-few-fields' : 'too-many-fields');
  const cells = fields.map((field) => decode(fieldBytes(bytes, field, dialect)));
  const texts = cells.filter((cell) => cell !== undefined);
  return texts.length === cells.length ? { ok: true, cells: texts } : unread('invalid-encoding');
}

function unread(code: RejectCode): Read {
  return { ok: false, message: REJECT_CODES[code].message };
}
