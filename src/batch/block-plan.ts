/** Scoring a block of records: what is decided once for a run, and what every block gives. */

import type { BoundMapping } from './bound-mapping.ts';
import type { Dialect } from './dialect.ts';
import type { RowProblem } from './reject-codes.ts';
import type { Urgency } from './reject-urgency.ts';
import type { ResultColumn } from './row-result.ts';
import type { Tally } from './tally.ts';

/** How results are written: as a table in the dialect of the input, or as one JSON object a line. */
export type ResultForm = 'csv' | 'jsonl';

/** What a run decides about every row. Plain values, maps and sets, so that it can be sent to a worker. */
export interface BlockPlan {
  readonly dialect: Dialect;
  readonly bound: BoundMapping;
  /** The result columns that are added, in their order. */
  readonly columns: readonly ResultColumn[];
  readonly form: ResultForm;
  /**
   * Names of everything that a result row holds, each once: the columns of the header (unless `onlyNew`), the line (if `onlyNew`),
   * the result columns. Keys of JSON objects; a table leaves them to its header.
   */
  readonly names: readonly string[];
  /** Leaves the columns of the input out; the line on which the record begins comes first instead. */
  readonly onlyNew: boolean;
  /** Names the most telling missing question first, instead of the first of the script. */
  readonly rankMissing: boolean;
  /** Counts near misses, for a report. */
  readonly nearMisses: boolean;
}

/** A record that could not be scored. */
export interface Reject {
  /** The raw record with its line end: places in the scanner's `bytes`. */
  readonly start: number;
  readonly end: number;
  /** Line ends from where the part begins to the record. */
  readonly line: number;
  /** By column, those about the record as a whole first; never empty. */
  readonly problems: readonly RowProblem[];
  readonly urgency: Urgency;
}

/** What became of the first records of a block. Everything it points to is overwritten by the next part. */
export interface BlockPart {
  /** Where the result rows are, and from where to where; whole rows. */
  readonly output: Uint8Array;
  readonly outputStart: number;
  readonly outputEnd: number;
  /** Where the next part begins: the block's end if this was the last one. */
  readonly next: number;
  readonly rejects: readonly Reject[];
  readonly scored: number;
  readonly blank: number;
  /** Line ends from the part's beginning to `next`. */
  readonly lines: number;
}

export interface BlockScorer {
  /**
   * Scores records from a place in the scanner's `bytes`, as many as results find room for: call it again from `next` until that is `end`.
   * `line` is the number of the line on which the part begins, from 1, where the result names lines; else any number.
   */
  readonly score: (from: number, end: number, line: number) => BlockPart;
  /** What was counted since this was called last. Rejects that never reached a scorer are not in it. */
  readonly takeTally: () => Tally;
}
