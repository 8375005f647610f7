/** The first record of a file, which names its columns. */

import type { Dialect } from './dialect.ts';
import { countLineEnds } from './line-end.ts';
import { fieldBytes, hasTextAfterQuote, LIMITS, splitFields } from './records.ts';
import { walkRecord } from './walk-record.ts';

export type Header =
  | {
      readonly kind: 'header';
      /** Its first byte, the byte behind its last one, and where the first row begins. */
      readonly start: number;
      readonly end: number;
      readonly next: number;
      /** Line ends before `next`, counted from where reading began. */
      readonly lines: number;
      /** Blank lines among them. */
      readonly blank: number;
      /** The names as bytes, without quotes. */
      readonly fields: readonly Uint8Array[];
    }
  /** It cannot be read, and so the file cannot. */
  | { readonly kind: 'unreadable'; readonly code: 'quote-not-closed' | 'text-after-quote' | 'record-too-long' }
  /** More bytes are needed; never where LONGEST_LOOK bytes were given behind the blank lines, or the end. */
  | { readonly kind: 'more' }
  /** The file holds no record. */
  | { readonly kind: 'none' };

/** Reads the header from a place on, blank lines before it passed over; `isEnd` says that the bytes are the rest of the file. */
export function readHeader(bytes: Uint8Array, from: number, dialect: Dialect, isEnd: boolean): Header {
  const end = bytes.length;
  let walk = walkRecord({ bytes, start: from, end, isEnd }, 'field', dialect, LIMITS.quote);
  let start = from;
  let blank = 0;
  while (walk.isWhole && walk.at === start && start < end) {
    start = walk.next;
    blank += 1;
    walk = walkRecord({ bytes, start, end, isEnd }, 'field', dialect, LIMITS.quote);
  }
  if (walk.at - start > LIMITS.record) return { kind: 'unreadable', code: 'record-too-long' };
  if (!walk.isWhole) return { kind: 'more' };
  if (walk.state === 'line') return { kind: 'unreadable', code: 'quote-not-closed' };
  if (walk.at === start) return { kind: 'none' };
  const fields = splitFields(bytes, { start, end: walk.at, next: walk.next, kind: 'record' }, dialect);
  if (fields.some(hasTextAfterQuote)) return { kind: 'unreadable', code: 'text-after-quote' };
  return {
    kind: 'header',
    start,
    end: walk.at,
    next: walk.next,
    lines: countLineEnds(bytes, from, walk.next, dialect.lineEnd),
    blank,
    fields: fields.map((field) => fieldBytes(bytes, field, dialect)),
  };
}
