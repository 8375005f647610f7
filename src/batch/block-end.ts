/** Where a block of whole records can end: the fast way, from quote to quote. */

import { closingQuote, type Stretch } from './closing-quote.ts';
import type { Dialect, LineEnd } from './dialect.ts';
import { CR, LF } from './line-end.ts';

/**
 * A faster way where quoting is regular: from the start of a record, the byte behind the last one that ends before `to`, or at
 * it. Where it is not (or cannot be told), the end of some record on the way, the start at least, with all bits turned.
 */
export type RegularEnd = (start: number, to: number, dialect: Dialect) => number;

/**
 * The byte behind the last record that ends before `to`, or at it; the start where none does, or where it takes a longer look.
 * The start must be that of a record, and between it and `to` no quote may be longer than quotes may be.
 */
export function lastRecordEnd(stretch: Stretch, to: number, dialect: Dialect, regularEnd?: RegularEnd): number {
  const { bytes, start, end, isEnd } = stretch;
  const quote = firstQuote(bytes, start, to, dialect.quote);
  const last = lastLineEnd(stretch, start, quote, dialect.lineEnd) ?? start;
  const isWhole = isEnd && to === end;
  if (quote === to) return isWhole ? to : last;
  if (regularEnd === undefined || isWhole) return walkQuotes(stretch, quote, last, to, dialect);
  const found = regularEnd(last, to, dialect);
  return found < 0 ? walkQuotes(stretch, Math.max(quote, ~found), ~found, to, dialect) : found;
}

/** The first quote before `to`, else `to`. It is looked for by what finds a byte fastest, since many files have none. */
function firstQuote(bytes: Uint8Array, start: number, to: number, quote: number | undefined): number {
  const found = quote === undefined ? -1 : bytes.subarray(start, to).indexOf(quote);
  return found < 0 ? to : start + found;
}

/** The same from the first quote on, where the last record before it ends at `before`: one look at each byte. */
function walkQuotes(stretch: Stretch, from: number, before: number, to: number, dialect: Dialect): number {
  const { bytes, end, isEnd } = stretch;
  const { delimiter, quote, lineEnd } = dialect;
  let last = before;
  let at = from;
  while (at < to) {
    const byte = bytes[at];
    if (byte === quote && (at === last || bytes[at - 1] === delimiter)) {
      const close = closingQuote(stretch, at, to - at);
      if (typeof close === 'string') return last;
      at = close + 1;
      continue;
    }
    if (byte === LF || byte === CR) last = behindLineEnd(stretch, at, last, lineEnd) ?? last;
    at += 1;
  }
  return isEnd && to === end ? to : last;
}

/** The byte behind the last line end between two places outside quotes, of which no byte may lie behind the second. */
function lastLineEnd(stretch: Stretch, from: number, to: number, lineEnd: LineEnd): number | undefined {
  for (let at = to - 1; at >= from; at--) {
    const byte = stretch.bytes[at];
    if (byte !== LF && byte !== CR) continue;
    const next = behindLineEnd(stretch, at, from, lineEnd);
    if (next !== undefined) return next;
  }
  return undefined;
}

/** The byte behind the line end of which the LF or CR at a place is the last byte; undefined where it is none. */
function behindLineEnd({ bytes, end, isEnd }: Stretch, at: number, from: number, lineEnd: LineEnd): number | undefined {
  const isLf = bytes[at] === LF;
  switch (lineEnd) {
    case 'lf':
      return isLf ? at + 1 : undefined;
    case 'cr':
      return isLf ? undefined : at + 1;
    case 'crlf':
      return isLf && at > from && bytes[at - 1] === CR ? at + 1 : undefined;
    case 'mixed':
      if (isLf || (at + 1 < end && bytes[at + 1] !== LF)) return at + 1;
      return at + 1 === end && isEnd ? at + 1 : undefined;
    default:
      return lineEnd satisfies never;
  }
}
