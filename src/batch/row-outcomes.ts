/** The distinct results of rows, by number: whatever is made of a result, is made once. */

import type { CompiledPolicy } from '../decision/compile.ts';
import type { Deciding } from '../decision/model.ts';
import type { RowBounds, RowDecider } from '../decision/row-decider.ts';
import { FIRST_STEPS, LEVELS } from '../policy/care-lists.ts';
import type { BoundMapping } from './bound-mapping.ts';
import type { CountedResult } from './count-results.ts';
import { createKnownRows } from './known-rows.ts';
import { createNumberIndex } from './number-index.ts';
import { rankMissing } from './rank-missing.ts';
import { MISSING_NAMED, type RowResult, type RowStatus } from './row-result.ts';
import { fallbackFor, namedRules } from './row-result-of.ts';
import { isMinorRow, type RowState } from './row-state.ts';
import {
  dispositionShown,
  highestShown,
  isSettledShown,
  isStoppedShown,
  lowestShown,
  NO_LEVEL,
  rowShower,
} from './show-row.ts';

export interface RowOutcomes {
  /** The number of a row's result, from 0; -1 where there is no room for another one: `clear` then, and ask again. */
  readonly of: (state: RowState) => number;
  /** What is missing of the row last asked about, as places in the script. */
  readonly missing: () => readonly number[];
  /** The result of the row last asked about, where its number is new. Of what is missing, rows with one number share the count and what is named. */
  readonly result: () => RowResult;
  /** What of it is counted: the same object for all that are counted as one. */
  readonly counted: () => CountedResult;
  /** Forgets all results, so that numbers begin at 0 again. */
  readonly clear: () => void;
}

/**
 * Everything that makes a result, each as a number; of what is missing, its count and what is named. There are nearly as many whole
 * lists as rows: of 200,000 generated intakes 18,000 results in this sense.
 */
const PARTS = { shown: 0, status: 1, steps: 2, minor: 3, deciding: 4, missing: 5 } as const;
const PART_COUNT = PARTS.missing + 1 + MISSING_NAMED;
/** How many of them make what is counted. */
const COUNTED_PARTS = PARTS.deciding;

const STATUSES = ['settled', 'open', 'assumed', 'out-of-scope'] as const satisfies readonly RowStatus[];
const SETTLED = 0;
const OPEN = 1;
const ASSUMED = 2;
const OUT_OF_SCOPE = 3;

const UNDECIDED: Deciding = { kind: 'none' };
const NOTHING: readonly number[] = [];

export interface RowOutcomeParts {
  readonly compiled: CompiledPolicy;
  readonly bound: BoundMapping;
  readonly decider: RowDecider;
  /** Finds the deciding rules: which takes as long as all the rest. Without, results name none. */
  readonly isRuled: boolean;
  /** Names the most telling missing question first. */
  readonly isRanked: boolean;
  /** How many distinct results are kept at a time, a power of two. */
  readonly most: number;
}

/** Prepares the results of rows. */
export function createRowOutcomes({ compiled, bound, decider, isRuled, isRanked, most }: RowOutcomeParts): RowOutcomes {
  const show = rowShower(compiled, decider);
  const rows = createKnownRows(compiled, bound);
  const rank = isRanked ? rankMissing(compiled) : undefined;
  const index = createNumberIndex(most, PART_COUNT);
  const parts = new Int32Array(PART_COUNT);
  const countedIndex = createNumberIndex(most, COUNTED_PARTS);
  const countedParts = parts.subarray(0, COUNTED_PARTS);
  const counted: CountedResult[] = [];
  const decidings = createNumbers<Deciding>(most);
  let deciding = UNDECIDED;
  let missing = NOTHING;

  const missingOf = ({ codes }: RowState, bounds: RowBounds, shown: number): readonly number[] => {
    if (isSettledShown(shown)) return NOTHING;
    const found = decider.missing(codes, bounds);
    return rank === undefined ? found : rank(codes, found);
  };
  /** What the row shows without what is assumed about safety. */
  const showCautiously = ({ cautious, ended }: RowState): number => show(cautious, decider.bounds(cautious), ended);
  const decide = (state: RowState): number => {
    const { codes, ended } = state;
    const bounds = decider.bounds(codes);
    const shown = show(codes, bounds, ended);
    parts[PARTS.shown] = shown;
    parts[PARTS.status] = statusOf(shown, state.isCautious ? showCautiously(state) : undefined);
    parts[PARTS.steps] = bounds.firstSteps;
    parts[PARTS.minor] = isMinorRow(state) ? 1 : 0;
    deciding = isRuled && !isStoppedShown(shown) ? decider.deciding(codes, bounds) : UNDECIDED;
    parts[PARTS.deciding] = decidings.numberOf(deciding);
    missing = missingOf(state, bounds, shown);
    parts[PARTS.missing] = missing.length;
    for (let at = 0; at < MISSING_NAMED; at++) parts[PARTS.missing + 1 + at] = missing[at] ?? -1;
    return parts[PARTS.deciding] === -1 ? -1 : index.numberOf(parts);
  };
  return {
    of: (state) => {
      const before = rows.find(state);
      if (before !== -1) {
        missing = rows.missing();
        return before;
      }
      const number = decide(state);
      if (number !== -1) rows.remember(number, missing);
      return number;
    },
    missing: () => missing,
    result: () => resultOf(compiled, { parts, deciding, missing }),
    counted: () => {
      const number = countedIndex.numberOf(countedParts);
      const one = counted[number] ?? countedOf(compiled, parts);
      counted[number] = one;
      return one;
    },
    clear: () => {
      rows.clear();
      index.clear();
      countedIndex.clear();
      counted.length = 0;
      decidings.clear();
    },
  };
}

/** Numbers at most so many objects in the order in which they first come; -1 for one more. */
function createNumbers<T extends object>(most: number) {
  const numbers = new Map<T, number>();
  return {
    numberOf: (one: T): number => {
      const before = numbers.get(one);
      if (before !== undefined) return before;
      if (numbers.size === most) return -1;
      numbers.set(one, numbers.size);
      return numbers.size - 1;
    },
    clear: () => numbers.clear(),
  };
}

/** `without` is what the row shows without what is assumed about safety questions, where that may matter. */
function statusOf(shown: number, without: number | undefined): number {
  if (without !== undefined && !isSameShown(shown, without)) return ASSUMED;
  if (lowestShown(shown) === NO_LEVEL) return OUT_OF_SCOPE;
  return isSettledShown(shown) ? SETTLED : OPEN;
}

function isSameShown(one: number, other: number): boolean {
  if (lowestShown(one) === NO_LEVEL && lowestShown(other) === NO_LEVEL)
    return dispositionShown(one) !== -1 && dispositionShown(one) === dispositionShown(other);
  return isSettledShown(one) && isSettledShown(other) && lowestShown(one) === lowestShown(other);
}

interface Made {
  readonly parts: Int32Array;
  readonly deciding: Deciding;
  readonly missing: readonly number[];
}

function resultOf(compiled: CompiledPolicy, { parts, deciding, missing }: Made): RowResult {
  const { questions } = compiled.callers.questionnaire;
  return {
    ...countedOf(compiled, parts),
    ...namedRules(deciding),
    missing: missing.flatMap((place) => questions[place]?.id ?? []),
  };
}

function countedOf({ callers }: CompiledPolicy, parts: Int32Array): CountedResult {
  const { dispositions } = callers.questionnaire;
  const shown = parts[PARTS.shown] ?? 0;
  const steps = parts[PARTS.steps] ?? 0;
  const levels = LEVELS.slice(lowestShown(shown), highestShown(shown) + 1);
  const disposition = dispositions[dispositionShown(shown)]?.id;
  return {
    status: STATUSES[parts[PARTS.status] ?? OPEN] ?? 'open',
    lowest: levels.at(0),
    highest: levels.at(-1),
    disposition,
    firstSteps: FIRST_STEPS.filter((_, step) => (steps >> step) & 1),
    firstStepsPossible: FIRST_STEPS.filter((_, step) => (steps >> (16 + step)) & 1),
    fallback: fallbackFor({ levels, disposition }, parts[PARTS.minor] === 1),
  };
}
