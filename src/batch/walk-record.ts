/** Walks along one record of a stream of which only a part is at hand. */

import { closingQuote, type Stretch } from './closing-quote.ts';
import type { Dialect } from './dialect.ts';
import { CR, lineEndLength } from './line-end.ts';

/** At the first byte of a field; behind it, outside quotes; or behind a quote that nothing closes, where only a line end counts. */
export type WalkState = 'field' | 'inside' | 'line';

interface Place {
  /** The byte behind the record, or where the walk must be taken up with more bytes. */
  readonly at: number;
  /** In which state to take the walk up; `line` at the end says that a quote is not closed. */
  readonly state: WalkState;
}

export interface RecordWalk extends Place {
  /** The byte behind its line end; `at` where the record is not whole. */
  readonly next: number;
  readonly isWhole: boolean;
}

/** Walks to the end of the record, or as far as can be said. A quote is closed within `longestQuote` bytes or not at all. */
export function walkRecord(stretch: Stretch, from: WalkState, dialect: Dialect, longestQuote: number): RecordWalk {
  const { bytes, end, isEnd } = stretch;
  let place: Place = { at: stretch.start, state: from };
  while (place.at < end) {
    const behind = walkField(stretch, place, dialect, longestQuote);
    if (behind === undefined) return { ...place, next: place.at, isWhole: false };
    place = behind;
    if (place.at === end || mayBeHalf(stretch, place.at, dialect.lineEnd)) break;
    const ending = lineEndLength(bytes, place.at, dialect.lineEnd);
    if (ending > 0) return { ...place, next: place.at + ending, isWhole: true };
    place = { at: place.at + 1, state: 'field' };
  }
  return { ...place, next: place.at, isWhole: isEnd };
}

/** The byte behind the field or the rest of a field at a place; undefined where it takes more bytes to tell. */
function walkField(stretch: Stretch, { at, state }: Place, dialect: Dialect, longestQuote: number): Place | undefined {
  if (state !== 'field') return { at: skipText(stretch, at, state, dialect), state };
  const behind = behindQuotes(stretch, at, dialect, longestQuote);
  if (behind === 'unknown') return undefined;
  const next = behind === 'none' ? 'line' : 'inside';
  return { at: skipText(stretch, behind === 'none' ? at + 1 : behind, next, dialect), state: next };
}

/** The byte behind the quoted part of a field; where it begins if it is not quoted. */
function behindQuotes(stretch: Stretch, at: number, dialect: Dialect, longest: number): number | 'none' | 'unknown' {
  if (stretch.bytes[at] !== dialect.quote) return at;
  const close = closingQuote(stretch, at, longest);
  return typeof close === 'number' ? close + 1 : close;
}

/** The next delimiter that counts, the next line end, or a CR that may be half of one. */
function skipText(stretch: Stretch, from: number, state: WalkState, { delimiter, lineEnd }: Dialect): number {
  const { bytes, end } = stretch;
  let at = from;
  while (at < end) {
    const byte = bytes[at] ?? 0;
    if (byte === delimiter && state === 'inside') return at;
    if (byte <= CR && (lineEndLength(bytes, at, lineEnd) > 0 || mayBeHalf(stretch, at, lineEnd))) return at;
    at += 1;
  }
  return at;
}

/** Whether a CR is the last byte at hand, so that an LF may follow that belongs to it. */
function mayBeHalf({ bytes, end, isEnd }: Stretch, at: number, lineEnd: Dialect['lineEnd']): boolean {
  return !isEnd && at + 1 === end && bytes[at] === CR && lineEnd !== 'cr';
}
