/** Deciding rows of codes by tables, a few array walks a row; `decide` is what it must agree with. */

import type { Deciding } from './model.ts';

/**
 * Answers as codes: `codes[v]` is the value of variable v of the encoding (callers/encoding.ts), or the variable's width where it
 * is unknown. Every function gives exactly what `decide` gives for the same answers.
 */
export type Codes = Uint8Array;

export interface RowDecider {
  /** Codes of a row of which nothing is known: the width of each variable. */
  readonly unknown: Codes;
  /** Rank of the lowest level over the completions that get one; LEVELS.length where none does. */
  readonly lowest: (codes: Codes) => number;
  /** Rank of the highest level over the completions that get one; -1 where none does. */
  readonly highest: (codes: Codes) => number;
  /** Place in the questionnaire of the one disposition that every completion ends with; -1 where there is none such. */
  readonly disposition: (codes: Codes) => number;
  /** `Decision.settled`. */
  readonly isSettled: (codes: Codes) => boolean;
  /** Bit i: FIRST_STEPS[i] is certain; bit 16 + i: it is possible and not certain. */
  readonly firstSteps: (codes: Codes) => number;
  /** Whether a question, by its place in the script, applies to some completion. */
  readonly mayApply: (question: number, codes: Codes) => boolean;
  /** `Decision.deciding`: the same object for equal results. */
  readonly deciding: (codes: Codes) => Deciding;
  /** The questions of `Decision.ask`, as places in the script, ascending. */
  readonly missing: (codes: Codes) => readonly number[];
}
