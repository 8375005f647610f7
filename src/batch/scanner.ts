/** Finds the records of a block and looks up their mapped fields, as bytes. Made twice: in plain code, and as a kernel. */

import type { Dialect } from './dialect.ts';

/** What a scanner is made for. */
export interface ScanPlan {
  readonly dialect: Dialect;
  /** Slot of each column of the header; -1 where it is not read. Its length is the number of fields that a record must have. */
  readonly slots: readonly number[];
  /** Number of slots. */
  readonly slotCount: number;
}

/** A symbol stands for one text in one column. */
export const NO_SYMBOL = 0xffff;

/**
 * All arrays are views of memory that the next scan overwrites. A block is whole records; it is put into `bytes` at `input`.
 * A field is looked up as the bytes between its delimiters, or between its quotes if there is no doubled quote inside.
 */
export interface Scanner {
  /** The memory in which blocks lie; `output` is free for whoever writes results beside them (so that records are copied within). */
  readonly bytes: Uint8Array;
  readonly input: { readonly at: number; readonly size: number };
  readonly output: { readonly at: number; readonly size: number };
  /** First byte of record r, and the byte behind its last one, its line end not counted. Places in `bytes`. */
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** Number of fields of record r; negative where text follows a closing quote. */
  readonly fields: Int32Array;
  /** Line ends before record r, those inside quotes included, counted from where the scan began. */
  readonly lines: Int32Array;
  /**
   * Symbol of slot s in record r at `r * slotCount + s`; NO_SYMBOL where it was not learned yet. They mean nothing where the
   * record has not as many fields as the header, or text follows a closing quote: such a record has no unlearned fields either.
   */
  readonly symbols: Uint16Array;
  /** Four numbers for each field without a symbol: record, slot, first byte, byte behind the last (quotes included). */
  readonly unlearned: Int32Array;
  /**
   * Scans from a place in `bytes` to `end`, as many records as the arrays hold. The last record before `end` need not have a line end.
   * Blank lines are no records.
   */
  readonly scan: (from: number, end: number) => ScanResult;
  /** Remembers that the bytes of a field (as in `unlearned`) have a symbol; false where there is no room or the field is too long. */
  readonly learn: (slot: number, start: number, end: number, symbol: number) => boolean;
}

export interface ScanResult {
  readonly records: number;
  readonly unlearned: number;
  /** Where the next scan begins: `end` where everything was scanned. */
  readonly next: number;
  /** Line ends passed, and how many of them were blank lines. */
  readonly lines: number;
  readonly blank: number;
}
