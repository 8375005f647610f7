/** The end of a quoted field in a stream of which only a part is at hand. */

/** The part of a stream that is at hand; `isEnd` where the stream ends at `end`. */
export interface Stretch {
  readonly bytes: Uint8Array;
  readonly start: number;
  readonly end: number;
  readonly isEnd: boolean;
}

/**
 * The quote that closes the one at a place: the next one that is not doubled, `none` where the field would be longer than
 * `longest` bytes with its quotes or the stream ends before, `unknown` where that takes more bytes.
 */
export function closingQuote(stretch: Stretch, open: number, longest: number): number | 'none' | 'unknown' {
  const { bytes, end, isEnd } = stretch;
  const quote = bytes[open];
  const until = Math.min(end, open + longest);
  let at = open + 1;
  while (at < until) {
    if (bytes[at] !== quote) at += 1;
    else if (at + 1 === end) return isEnd ? at : 'unknown';
    else if (bytes[at + 1] === quote) at += 2;
    else return at;
  }
  return isEnd || open + longest <= end ? 'none' : 'unknown';
}
