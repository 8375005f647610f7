/** A mapping with a header: which columns are read, and what a text in each of them says. */

import type { FactValue } from '../conditions/model.ts';
import type { ColumnTest, FlagReading, Mapping } from './mapping.ts';
import type { RejectCode } from './reject-codes.ts';
import type { UnreadQuestion } from './unread-question.ts';

/** Everything here is plain values, maps, sets and patterns, so that it can be sent to a worker. */
export interface BoundMapping {
  readonly mapping: Mapping;
  /** Names of all columns, decoded. */
  readonly header: readonly string[];
  /** Places in the header of the columns that are read, ascending: slot s is column `columns[s]`. */
  readonly columns: readonly number[];
  /** What the mapping wants of each slot. */
  readonly uses: readonly (readonly SlotUse[])[];
  /** Columns of each reading, as places in the header, ascending: the first one is blamed. None where the question is not read. */
  readonly readingColumns: readonly (readonly number[])[];
  /** For each reading: bit i is set where option i can be denied, because all its parts have a column; 0 for other readings. */
  readonly deniable: readonly number[];
  /** Where the bands of number questions start, ascending, for those that some rule cuts; others are one band. */
  readonly bandStarts: ReadonlyMap<string, readonly number[]>;
  /** Questions that the mapping could answer and this header lacks columns for, in script order. */
  readonly unread: readonly UnreadQuestion[];
  /** The day of the run, for dates until today: days since 1970-01-01. */
  readonly today: number;
}

/** One use of a column. Numbers of readings and implications are places in the mapping's lists. */
export type SlotUse =
  | { readonly kind: 'cell'; readonly reading: number }
  | { readonly kind: 'date'; readonly reading: number; readonly end: 'from' | 'until' }
  | { readonly kind: 'options'; readonly reading: number; readonly flags: readonly BoundFlag[] }
  | { readonly kind: 'none'; readonly reading: number; readonly flag: FlagReading }
  | { readonly kind: 'asked'; readonly reading: number; readonly test: ColumnTest }
  /** For each case its test of this column; undefined where it does not test it. */
  | { readonly kind: 'cases'; readonly reading: number; readonly tests: readonly (ColumnTest | undefined)[] }
  | { readonly kind: 'ended' }
  | { readonly kind: 'emergency' }
  | { readonly kind: 'implied'; readonly implication: number };

/** A part of an option; bit `bit` stands for the option. */
export interface BoundFlag {
  readonly bit: number;
  readonly flag: FlagReading;
}

/**
 * What one text in a column says, independent of all other columns. Numbers of readings are places in `mapping.readings`.
 * Both the slow and the fast way of reading a row begin with this.
 */
export type Contribution =
  | {
      readonly kind: 'answer';
      readonly reading: number;
      readonly value: FactValue;
      /** Options of a `choices` question that are neither named nor denied. */
      readonly unknownOptions: readonly string[];
    }
  /**
   * Bit i is about option i: `yes` names it, `no` keeps it deniable (set too for options that this column has no part in). A
   * missing text has this contribution too: it denies none of the options that the column has a part in.
   */
  | { readonly kind: 'options'; readonly reading: number; readonly yes: number; readonly no: number }
  /** The column shows that the group was asked (`answered_if`) or that none of it is so (`none`). */
  | { readonly kind: 'asked' | 'none'; readonly reading: number }
  /** Bit i is set where the column allows case i (set too for cases that do not test this column). A missing text passes no test. */
  | { readonly kind: 'cases'; readonly reading: number; readonly allowed: number }
  /** A day since 1970-01-01: the earlier or the later one of a reading with two columns. (Until today: an `answer`.) */
  | { readonly kind: 'from' | 'until'; readonly reading: number; readonly day: number }
  /** A text that answers nothing by itself and is not missing: something is recorded of the question, which is never assumed then. */
  | { readonly kind: 'said'; readonly reading: number }
  | { readonly kind: 'ended'; readonly disposition: string }
  /** The call was stopped as an emergency. */
  | { readonly kind: 'emergency' }
  | { readonly kind: 'implied'; readonly question: string; readonly value: FactValue };

/** Either what the text says (nothing, where it is missing), or why the row cannot be scored. */
export type CellMeaning =
  | { readonly ok: true; readonly contributions: readonly Contribution[] }
  | { readonly ok: false; readonly code: RejectCode };
