/** A mapping with a header: which columns are read, and what a text in each of them says. */

import type { FactValue } from '../conditions/model.ts';
import type { Mapping } from './mapping.ts';
import type { RejectCode } from './reject-codes.ts';

/** Everything here is plain values, maps and sets, so that it can be sent to a worker. */
export interface BoundMapping {
  readonly mapping: Mapping;
  /** Names of all columns, decoded. */
  readonly header: readonly string[];
  /** Places in the header of the columns that are read, ascending: slot s is column `columns[s]`. */
  readonly columns: readonly number[];
  /** Questions that the mapping could answer and this header has no column for, in script order. */
  readonly unread: readonly string[];
  /** The day of the run, for dates until today: days since 1970-01-01. */
  readonly today: number;
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
  /** Bit i is about option i: `yes` names it, `no` keeps it deniable (set too for options that this column says nothing about). */
  | { readonly kind: 'options'; readonly reading: number; readonly yes: number; readonly no: number }
  /** The column shows that the group was asked (`answered_if`) or that none of it is so (`none`). */
  | { readonly kind: 'asked' | 'none'; readonly reading: number }
  /** Bit i is set where the column allows case i (set too for cases that do not test this column). */
  | { readonly kind: 'cases'; readonly reading: number; readonly allowed: number }
  /** A day since 1970-01-01: the earlier or the later one of a reading. */
  | { readonly kind: 'from' | 'until'; readonly reading: number; readonly day: number }
  | { readonly kind: 'ended'; readonly disposition: string }
  | { readonly kind: 'implied'; readonly question: string; readonly value: FactValue };

/** Either what the text says (nothing, where it is missing), or why the row cannot be scored. */
export type CellMeaning =
  | { readonly ok: true; readonly contributions: readonly Contribution[] }
  | { readonly ok: false; readonly code: RejectCode };
