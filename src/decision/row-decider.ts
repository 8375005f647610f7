/** Deciding rows of codes by tables, a few array walks a row; `decide` is what it must agree with. */

import type { Budget, Combination, Node } from '../diagram/forest.ts';
import { MIXED } from '../diagram/forest.ts';
import { UNKNOWN } from '../diagram/walk.ts';
import { FIRST_STEPS, LEVELS } from '../policy/care-lists.ts';
import type { CompiledPolicy } from './compile.ts';
import { certaintyOf } from './known-caller.ts';
import type { Certainty, Deciding } from './model.ts';
import { emptyPlaces, type PlaceSet } from './place-set.ts';
import { decidingRows } from './row-deciding.ts';
import { endingsOfRows, type RowEndings } from './row-endings.ts';
import { missingFromRows } from './row-missing.ts';
import { isLevel, knownVariables, scoredLevel } from './row-tables.ts';
import {
  createRowWalks,
  type Member,
  type RowSpace,
  walkWithoutTable,
  whenFirstAsked,
  withinBudget,
} from './row-walks.ts';

/**
 * Answers as codes: `codes[v]` is the value of variable v of the encoding (callers/encoding.ts), or the variable's width where it
 * is unknown. Every function gives exactly what `decide` gives for the same answers.
 */
export type Codes = Uint8Array;

/** The bounds of a row over all its completions. */
export interface RowBounds {
  /** Rank of the lowest level over the completions that get one; LEVELS.length where none does. */
  readonly lowest: number;
  /** Rank of the highest level over the completions that get one; -1 where none does. */
  readonly highest: number;
  /** `Decision.emergency` is certain. */
  readonly isEmergency: boolean;
  /** `Decision.silent`. */
  readonly silent: Certainty;
  /** Whether no completion gets another level than an emergency, and some get none: only then a disposition can be certain without one. */
  readonly isEnding: boolean;
  /** `Decision.settled`. */
  readonly isSettled: boolean;
  /** Bit i: FIRST_STEPS[i] is certain; bit 16 + i: it is possible and not certain. */
  readonly firstSteps: number;
}

/** Equal `deciding` are the same object, unless so many came between them that the first one was forgotten. */
export interface RowDecider {
  /** Codes of a row of which nothing is known: the width of each variable. */
  readonly unknown: Codes;
  readonly bounds: (codes: Codes) => RowBounds;
  /** What a disposition makes of the row. */
  readonly endings: (codes: Codes) => RowEndings;
  /** The number of `Decision.unknownSafety`. */
  readonly safetyOpen: (codes: Codes) => number;
  /** Whether a question, by its place in the script, applies to some completion. */
  readonly mayApply: (question: number, codes: Codes) => boolean;
  /** `Decision.deciding`, of a row with these bounds. */
  readonly deciding: (codes: Codes, bounds: RowBounds) => Deciding;
  /** The questions of `Decision.ask`, as places in the script, of a row with these bounds. The next row overwrites them. */
  readonly missing: (codes: Codes, bounds: RowBounds) => PlaceSet;
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
  /** Codes that are the same in every row, by variable: no table tests them. */
  readonly fixed?: ReadonlyMap<number, number>;
  /** How large the diagrams behind the tables may grow; what would be larger is found without a table, row by row. */
  readonly budget?: Budget;
  /** How many numbers, of 4 bytes, the states of each of a few joint walks may take (joint-walk.ts). */
  readonly limit?: number;
}

const NONE_FIXED: ReadonlyMap<number, number> = new Map();

/** A joint walk takes at most 2 MB with it, and few come near it. */
const LIMIT = 1 << 18;

/**
 * Prepares a policy for deciding rows. What only some rows need is made when the first of them comes.
 *
 * test/bench/row-decider.bench.ts checks it against `decide` and measures both.
 */
export function createRowDecider(compiled: CompiledPolicy, options: RowDeciderOptions = {}): RowDecider {
  const { callers } = compiled;
  const known = knownVariables(compiled, options.known);
  const { fixed = NONE_FIXED, budget = BUDGET, limit = LIMIT } = options;
  const values = callers.encoding.widths.map((_, variable) => fixed.get(variable) ?? UNKNOWN);
  const space: RowSpace = { known, fixed: values, budget, limit };
  const walks = createRowWalks(callers.forest, space);
  const slowly = walkWithoutTable(callers.forest, known);
  const member = (root: Node, bound: Combination): Member =>
    withinBudget<Member>(
      () => walks.start(walks.take(root), bound),
      () => slowly(root, bound),
    );
  const highestLevel = withinBudget<Member>(
    () => walks.start(scoredLevel(walks.forest, walks.take(compiled.scored), walks.take(compiled.level)), 'max'),
    () => slowly(scoredLevel(callers.forest, compiled.scored, compiled.level), 'max'),
  );
  const steps = FIRST_STEPS.map((id) => member(compiled.firstSteps[id], 'same'));
  const bounds = walks.together(
    [
      ...[member(compiled.outcome, 'min'), member(compiled.outcome, 'max'), highestLevel],
      ...[member(compiled.silent, 'same'), ...steps],
    ],
    boundsOf,
  );
  const gates = callers.questionnaire.questions.map(({ id }) =>
    whenFirstAsked(() => walks.alone(member(callers.applies(id), 'max'))),
  );
  const mayApply: RowDecider['mayApply'] = (question, codes) => gates[question]?.(codes) === 1;
  const missing = missingFromRows(compiled, space);
  const nothing = emptyPlaces(callers.questionnaire.questions.length);
  const walking = { ...space, member, together: walks.together };
  return {
    unknown: Uint8Array.from(callers.encoding.widths),
    bounds,
    endings: whenFirstAsked(() => endingsOfRows(compiled, walking)),
    safetyOpen: safetyOpenIn(compiled, known, mayApply),
    mayApply,
    deciding: decidingRows(compiled, walking),
    missing: (codes, { isSettled }) => (isSettled ? nothing : missing(codes)),
  };
}

/** Puts together the least and the greatest outcome, the highest level, silence, and the first steps. */
function boundsOf([least = 0, greatest = 0, highestLevel = 0, silence = 0, ...steps]: readonly number[]): RowBounds {
  const isOnly = least === greatest;
  const hasLevel = isLevel(least);
  return {
    lowest: hasLevel ? least : LEVELS.length,
    highest: hasLevel ? highestLevel : -1,
    isEmergency: isOnly && least === EMERGENCY,
    silent: certaintyOf(silence),
    isEnding: least >= EMERGENCY && greatest > EMERGENCY,
    isSettled: isOnly && !(hasLevel && steps.includes(MIXED)),
    firstSteps: stepBits(steps),
  };
}

const EMERGENCY = LEVELS.indexOf('emergency');

function stepBits(steps: readonly number[]): number {
  let bits = 0;
  for (const [place, is] of steps.entries()) if (is !== 0) bits |= (is === MIXED ? 1 << 16 : 1) << place;
  return bits;
}

/** Counts the safety questions that have no value, or not a whole one, and may apply. */
function safetyOpenIn(
  { callers: { encoding, questionnaire } }: CompiledPolicy,
  known: readonly boolean[],
  mayApply: RowDecider['mayApply'],
): RowDecider['safetyOpen'] {
  const asked = questionnaire.questions
    .filter(({ safety }) => safety)
    .map(({ id, index }) => ({ index, own: Uint16Array.from(encoding.ofQuestion.get(id) ?? []) }))
    .map((one) => ({ ...one, isNever: one.own.some((variable) => !known[variable]) }));
  const hasUnknown = (own: Uint16Array, codes: Codes): boolean => {
    for (let at = 0; at < own.length; at++) {
      const variable = own[at] ?? 0;
      if (codes[variable] === encoding.widths[variable]) return true;
    }
    return false;
  };
  return (codes) => {
    let open = 0;
    for (const { index, own, isNever } of asked)
      if ((isNever || hasUnknown(own, codes)) && mayApply(index, codes)) open++;
    return open;
  };
}
