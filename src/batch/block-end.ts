/** Where a block of whole records can end: the fast way, from quote to quote. */

import { closingQuote, type Stretch } from './closing-quote.ts';
import type { Dialect, LineEnd } from './dialect.ts';
import { CR, LF } from './line-end.ts';

/**
 * The byte behind the last record that ends before `to`, or at it; the start where none does, or where it takes a longer look.
 * The start must be that of a record, and between it and `to` no quote may be longer than quotes may be.
 */
export function lastRecordEnd(stretch: Stretch, to: number, dialect: Dialect): number {
  const { bytes, start, end, isEnd } = stretch;
  let last = start;
  let from = start;
  for (;;) {
    const quote = nextQuote(bytes, from, to, from === start, dialect.quote);
    last = lastLineEnd(stretch, from, quote, dialect.lineEnd) ?? last;
    if (quote === to) return isEnd && to === end ? to : last;
    from = quote + 1;
    if (quote !== last && bytes[quote - 1] !== dialect.delimiter) continue;
    const close = closingQuote(stretch, quote, to - quote);
    if (typeof close === 'string') return last;
    from = close + 1;
  }
}

/** The next quote before `to`, else `to`. The first is looked for by what finds a byte fastest, since many files have none. */
function nextQuote(bytes: Uint8Array, from: number, to: number, isFirst: boolean, quote: number | undefined): number {
  if (quote === undefined) return to;
  if (isFirst) {
    const found = bytes.subarray(from, to).indexOf(quote);
    return found < 0 ? to : from + found;
  }
  let at = from;
  while (at < to && bytes[at] !== quote) at++;
  return at;
}

/** The byte behind the last line end between two places outside quotes, of which no byte may lie behind the second. */
function lastLineEnd(stretch: Stretch, from: number, to: number, lineEnd: LineEnd): number | undefined {
  for (let at = to - 1; at >= from; at--) {
    const byte = stretch.bytes[at];
    if (byte !== LF && byte !== CR) continue;
    const next = behindLineEnd(stretch, at, from, lineEnd);
    if (next !== undefined && next <= to) return next;
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
