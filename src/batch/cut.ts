/** Cuts a stream of bytes into blocks of whole records, so that each block can be scanned without the others. */

import { lastRecordEnd, type RegularEnd } from './block-end.ts';
import type { Dialect } from './dialect.ts';
import { countLineEnds } from './line-end.ts';
import { LIMITS, type Limits } from './records.ts';
import { type WalkState, walkRecord } from './walk-record.ts';

/** What lies at the start of the bytes that were given. Places are places in them. */
export type Cut =
  /** Whole records and blank lines, up to `end`. */
  | { readonly kind: 'records'; readonly end: number }
  /**
   * A record that cannot be read, or a piece of one that is too long, its line end included. Pieces follow each other without
   * anything between them; `lines` is the number of line ends in this piece.
   */
  | {
      readonly kind: 'unreadable';
      readonly end: number;
      readonly code: 'quote-not-closed' | 'record-too-long';
      readonly isLast: boolean;
      readonly lines: number;
    }
  /** More bytes are needed; never where LONGEST_LOOK bytes were given, or the end. */
  | { readonly kind: 'more' };

/** Remembers only whether it is inside a record that is too long. */
export interface Cutter {
  /**
   * Cuts once, from `start`, where the last cut ended. `isEnd` says that the file ends at `end`; there must be at least one byte.
   * Fastest where `bytes` finds a byte fast (a Buffer does).
   */
  readonly cut: (bytes: Uint8Array, start: number, end: number, isEnd: boolean) => Cut;
}

/** Bytes in a block, unless it is one record and its line end. */
export const BLOCK = LIMITS.record;

/** With as many bytes a cutter always knows what lies at their start: the longest record, in it a quote, and two to look ahead. */
export const LONGEST_LOOK = LIMITS.record + LIMITS.quote + 2;

/**
 * Makes a cutter for one stream. No block is longer than the longest record or quote, so nothing in a block can be too long.
 * `regularEnd` must be of the memory in which all bytes lie.
 */
export function createCutter(
  dialect: Dialect,
  blockSize = BLOCK,
  limits: Limits = LIMITS,
  regularEnd?: RegularEnd,
): Cutter {
  const longest = Math.min(blockSize, limits.record, limits.quote);
  let inside: WalkState | undefined;
  const walk = (bytes: Uint8Array, start: number, end: number, isEnd: boolean): Cut => {
    const found = walkRecord({ bytes, start, end, isEnd }, inside ?? 'field', dialect, limits.quote);
    const isTooLong = inside !== undefined || found.at - start > limits.record;
    if (!found.isWhole && (!isTooLong || found.at === start)) return { kind: 'more' };
    if (!isTooLong && found.state !== 'line') return { kind: 'records', end: found.next };
    inside = found.isWhole ? undefined : found.state;
    return {
      kind: 'unreadable',
      end: found.next,
      code: isTooLong ? 'record-too-long' : 'quote-not-closed',
      isLast: found.isWhole,
      lines: countLineEnds(bytes, start, found.next, dialect.lineEnd),
    };
  };
  return {
    cut: (bytes, start, end, isEnd) => {
      const to = Math.min(end, start + longest);
      const cut = inside === undefined ? lastRecordEnd({ bytes, start, end, isEnd }, to, dialect, regularEnd) : start;
      return cut > start ? { kind: 'records', end: cut } : walk(bytes, start, end, isEnd);
    },
  };
}
