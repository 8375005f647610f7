/** Deciding rows of codes by tables, a few array walks a row; `decide` is what it must agree with. */

import type { Budget, Combination, Node } from '../diagram/forest.ts';
import { MIXED } from '../diagram/forest.ts';
import { FIRST_STEPS, LEVELS } from '../policy/care-lists.ts';
import type { CompiledPolicy } from './compile.ts';
import type { Deciding } from './model.ts';
import { decidingRows } from './row-deciding.ts';
import { missingFromRows } from './row-missing.ts';
import { isLevel, knownVariables, scoredLevel } from './row-tables.ts';
import { createRowWalks, type RowWalk, walkWithoutTable, whenFirstAsked, withinBudget } from './row-walks.ts';

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

/**
 * How large the diagrams of each of three purposes may grow: the result, the deciding rules, what is missing. With every question
 * known by some row the largest shipped policy takes 0.2 million nodes and 0.6 million results for what is missing.
 */
const BUDGET: Budget = { nodes: 400_000, memo: 800_000 };

export interface RowDeciderOptions {
  /**
   * Ids of the questions that some row may know; by default all. The codes of any others are not read: they are unknown in every
   * row, which makes all tables smaller by far.
   */
  readonly known?: ReadonlySet<string>;
  /** How large the diagrams behind the tables may grow; what would be larger is found without a table, row by row. */
  readonly budget?: Budget;
}

/**
 * Prepares a policy for deciding rows. What only some rows need is made when the first of them comes.
 *
 * Measured (test/bench/row-decider.bench.ts, two busy cores, everything asked of every row): with 20 questions known by rows, under
 * intake-line, it is made in 6 to 21 ms, the first 4,000 rows take 0.8 s, mostly for making tables, and a row then 9, 24 and 14
 * microseconds where 95, 50 and 15 of 100 questions are known: 1,300, 800 and 3,500 times faster than `decide`. With every question
 * known by some row: 83 ms, 2.8 s and 24 microseconds.
 */
export function createRowDecider(compiled: CompiledPolicy, options: RowDeciderOptions = {}): RowDecider {
  const { callers } = compiled;
  const known = knownVariables(compiled, options.known);
  const budget = options.budget ?? BUDGET;
  const walks = createRowWalks(callers.forest, known, budget);
  const slowly = walkWithoutTable(callers.forest, known);
  const walk = (root: Node, bound: Combination): RowWalk =>
    withinBudget(
      () => walks.walk(walks.take(root), bound),
      () => slowly(root, bound),
    );
  const least = walk(compiled.outcome, 'min');
  const greatest = walk(compiled.outcome, 'max');
  const highestLevel = withinBudget(
    () => walks.walk(scoredLevel(walks.forest, walks.take(compiled.scored), walks.take(compiled.level)), 'max'),
    () => slowly(scoredLevel(callers.forest, compiled.scored, compiled.level), 'max'),
  );
  const steps = FIRST_STEPS.map((id) => walk(compiled.firstSteps[id], 'same'));
  const gates = callers.questionnaire.questions.map(({ id }) => whenFirstAsked(() => walk(callers.applies(id), 'max')));

  const lowest = (codes: Codes): number => Math.min(least(codes), LEVELS.length);
  const firstSteps = (codes: Codes): number => {
    let bits = 0;
    for (let step = 0; step < steps.length; step++) {
      const is = steps[step]?.(codes) ?? 0;
      if (is !== 0) bits |= (is === MIXED ? 1 << 16 : 1) << step;
    }
    return bits;
  };
  const isSettled = (codes: Codes): boolean => {
    const result = least(codes);
    if (result !== greatest(codes)) return false;
    return !isLevel(result) || !steps.some((step) => step(codes) === MIXED);
  };
  const missing = missingFromRows(compiled, { known, budget });
  return {
    unknown: Uint8Array.from(callers.encoding.widths),
    lowest,
    highest: (codes) => (isLevel(least(codes)) ? highestLevel(codes) : -1),
    disposition: (codes) => {
      const result = least(codes);
      return isLevel(result) || result !== greatest(codes) ? -1 : result - LEVELS.length;
    },
    isSettled,
    firstSteps,
    mayApply: (question, codes) => gates[question]?.(codes) === 1,
    deciding: decidingRows(compiled, { lowest, walk, known, budget }),
    missing: (codes) => (isSettled(codes) ? NOTHING : missing(codes)),
  };
}

const NOTHING: readonly number[] = [];
