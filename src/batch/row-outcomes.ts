/** The distinct results of rows, by number: whatever is made of a result, is made once. */

import type { CompiledPolicy } from '../decision/compile.ts';
import type { Deciding } from '../decision/model.ts';
import { emptyPlaces, type PlaceSet, placesIn, readPlaces } from '../decision/place-set.ts';
import type { RowBounds, RowDecider } from '../decision/row-decider.ts';
import { internTuples } from '../diagram/interned-tuples.ts';
import type { ShownResult } from '../interview/shown-result.ts';
import type { BoundMapping } from './bound-mapping.ts';
import type { CountedResult } from './count-results.ts';
import { createKnownRows } from './known-rows.ts';
import { rankMissing } from './rank-missing.ts';
import { MISSING_NAMED, type RowResult, STATUSES } from './row-result.ts';
import { namedRules, rowStatus, toldOf } from './row-result-of.ts';
import { isMinorRow, type RowState } from './row-state.ts';
import { rowShower, type ShownRow } from './show-row.ts';

export interface RowOutcomes {
  /** The number of a row's result, from 0; -1 where there is no room for another one: `clear` then, and ask again. */
  readonly of: (state: RowState) => number;
  /** What is missing of the row last asked about, as places in the script. The next row overwrites it. */
  readonly missing: () => PlaceSet;
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
const PARTS = { shown: 0, status: 1, safetyOpen: 2, minor: 3, deciding: 4, missing: 5 } as const;
const PART_COUNT = PARTS.missing + 1 + MISSING_NAMED;
/** How many of them make what is counted. */
const COUNTED_PARTS = PARTS.deciding;

const UNDECIDED: Deciding = { kind: 'none' };

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
  const { questions } = compiled.callers.questionnaire;
  const shower = rowShower(compiled, decider);
  const rows = createKnownRows(compiled, bound);
  const rank = isRanked ? rankMissing(compiled) : undefined;
  const distinct = internTuples(PART_COUNT);
  const parts = new Int32Array(PART_COUNT);
  const distinctCounted = internTuples(COUNTED_PARTS);
  const countedParts = parts.subarray(0, COUNTED_PARTS);
  const counted: CountedResult[] = [];
  const decidings = createNumbers<Deciding>(most);
  let shown: ShownRow | undefined;
  let deciding = UNDECIDED;
  const nothing = emptyPlaces(questions.length);
  let missing = nothing;
  /** The same, the most telling first, where that is wanted. */
  let ranked: readonly number[] | undefined;

  const findMissing = ({ codes }: RowState, bounds: RowBounds, { settled }: ShownResult): void => {
    missing = settled ? nothing : decider.missing(codes, bounds);
    ranked = rank?.(codes, placesIn(missing));
    parts.fill(-1, PARTS.missing + 1);
    parts[PARTS.missing] = readPlaces(missing, parts, PARTS.missing + 1);
    if (ranked !== undefined) parts.set(ranked.slice(0, MISSING_NAMED), PARTS.missing + 1);
  };
  /** What the row shows without what is assumed about safety. */
  const shownCautiously = (state: RowState): ShownResult =>
    shower.show(state.cautious, decider.bounds(state.cautious), state).result;
  const decide = (state: RowState): number => {
    const { codes } = state;
    const bounds = decider.bounds(codes);
    shown = shower.show(codes, bounds, state);
    const { number, result } = shown;
    deciding = isRuled && result.isByRules ? decider.deciding(codes, bounds) : UNDECIDED;
    parts[PARTS.shown] = number;
    parts[PARTS.status] = STATUSES.indexOf(rowStatus(result, state.isCautious ? shownCautiously(state) : undefined));
    parts[PARTS.safetyOpen] = decider.safetyOpen(codes);
    parts[PARTS.minor] = isMinorRow(state) ? 1 : 0;
    parts[PARTS.deciding] = decidings.numberOf(deciding);
    findMissing(state, bounds, result);
    if (parts[PARTS.deciding] === -1) return -1;
    const made = distinct.numberOf(parts);
    return made < most ? made : -1;
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
    result: () => ({
      ...countedOf(shown, parts),
      ...namedRules(deciding),
      missing: (ranked ?? placesIn(missing)).flatMap((place) => questions[place]?.id ?? []),
    }),
    counted: () => {
      const number = distinctCounted.numberOf(countedParts);
      const one = counted[number] ?? countedOf(shown, parts);
      counted[number] = one;
      return one;
    },
    clear: () => {
      rows.clear();
      shower.clear();
      distinct.clear();
      distinctCounted.clear();
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

function countedOf(shown: ShownRow | undefined, parts: Int32Array): CountedResult {
  if (shown === undefined) throw new Error('a result is asked for before a row');
  return toldOf(shown.result, {
    status: STATUSES[parts[PARTS.status] ?? 0] ?? 'open',
    safetyOpen: parts[PARTS.safetyOpen] ?? 0,
    isMinor: parts[PARTS.minor] === 1,
  });
}
