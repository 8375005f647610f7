/** The distinct parts of the results of rows, by number: whatever is made of a part, is made once. */

import type { CompiledPolicy } from '../decision/compile.ts';
import type { Deciding } from '../decision/model.ts';
import { emptyPlaces, type PlaceSet, placesIn, readPlaces } from '../decision/place-set.ts';
import type { RowBounds } from '../decision/row-decider.ts';
import { internTuples } from '../diagram/interned-tuples.ts';
import type { ShownResult } from '../interview/shown-result.ts';
import type { BoundMapping } from './bound-mapping.ts';
import { createKnownRows } from './known-rows.ts';
import { rankMissing } from './rank-missing.ts';
import { MISSING, type PartNumbers, RESULT_PARTS, type ResultPart, RULES, TOLD } from './result-segments.ts';
import type { RowDeciders } from './row-deciders.ts';
import { MISSING_NAMED, type RowResult, STATUSES } from './row-result.ts';
import { namedRules, rowStatus, toldOf } from './row-result-of.ts';
import { isMinorRow, type RowState } from './row-state.ts';
import { type RowShower, rowShower, type ShownRow } from './show-row.ts';

export interface RowOutcomes {
  /** Finds the numbers of the parts of a row's result; false where there is no room for another one: `clear` then, and ask again. */
  readonly find: (state: RowState) => boolean;
  /** The numbers that were found last: of each part from 0, in the order in which they come. */
  readonly numbers: PartNumbers;
  /** What is missing of the row last asked about, as places in the script. The next row overwrites it. */
  readonly missing: () => PlaceSet;
  /** Forgets all parts, so that numbers begin at 0 again. */
  readonly clear: () => void;
}

export interface RowOutcomeParts {
  readonly compiled: CompiledPolicy;
  readonly bound: BoundMapping;
  readonly deciders: RowDeciders;
  /** Finds the deciding rules: which takes as long as all the rest. Without, results name none. */
  readonly isRuled: boolean;
  /** Names the most telling missing question first. */
  readonly isRanked: boolean;
  /** How many values of each part are kept at a time. */
  readonly most: number;
  /**
   * Is told of a part that has another number than any before, with a result that has it. Of what is missing, results with one number
   * share the count and what is named.
   */
  readonly prepare: (part: ResultPart, result: RowResult) => void;
}

const UNDECIDED: Deciding = { kind: 'none' };

/** Prepares the results of rows. */
export function createRowOutcomes(parts: RowOutcomeParts): RowOutcomes {
  const { compiled, bound, deciders, isRuled, isRanked, most, prepare } = parts;
  const { decider } = deciders;
  const { questions } = compiled.callers.questionnaire;
  const shower = rowShower(compiled, decider);
  let cautious: RowShower | undefined;
  const rows = createKnownRows(compiled, bound);
  const rank = isRanked ? rankMissing(compiled) : undefined;
  const told = tuples(TOLD_NUMBERS);
  const named = tuples(1 + MISSING_NAMED);
  const decidings = new Map<Deciding, number>();
  const numbers = new Int32Array(RESULT_PARTS.length);
  const counts = new Int32Array(RESULT_PARTS.length);
  const nothing = emptyPlaces(questions.length);
  let missing = nothing;
  let deciding = UNDECIDED;
  /** What is missing, the most telling first, where that is wanted. */
  let ranked: readonly number[] | undefined;

  /** What the row shows without what is assumed about safety. */
  const shownCautiously = (state: RowState): ShownResult => {
    cautious ??= rowShower(compiled, deciders.cautious());
    return cautious.show(state.cautious, deciders.cautious().bounds(state.cautious), state).result;
  };
  const toldNumber = (state: RowState, { number, result }: ShownRow): number => {
    const { tuple } = told;
    tuple[0] = number;
    tuple[1] = STATUSES.indexOf(rowStatus(result, state.isCautious ? shownCautiously(state) : undefined));
    tuple[2] = decider.safetyOpen(state.codes);
    tuple[3] = isMinorRow(state) ? 1 : 0;
    return told.number();
  };
  const decidingNumber = ({ codes }: RowState, bounds: RowBounds, { isByRules }: ShownResult): number => {
    deciding = isRuled && isByRules ? decider.deciding(codes, bounds) : UNDECIDED;
    const before = decidings.get(deciding);
    if (before !== undefined) return before;
    decidings.set(deciding, decidings.size);
    return decidings.size - 1;
  };
  const missingNumber = ({ codes }: RowState, bounds: RowBounds, { settled }: ShownResult): number => {
    const { tuple } = named;
    missing = settled ? nothing : decider.missing(codes, bounds);
    ranked = rank?.(codes, placesIn(missing));
    tuple.fill(-1, 1);
    tuple[0] = readPlaces(missing, tuple, 1);
    if (ranked !== undefined) tuple.set(ranked.slice(0, MISSING_NAMED), 1);
    return named.number();
  };
  const resultOf = ({ result }: ShownRow): RowResult => ({
    ...toldOf(result, {
      status: STATUSES[told.tuple[1] ?? 0] ?? 'open',
      safetyOpen: told.tuple[2] ?? 0,
      isMinor: told.tuple[3] === 1,
    }),
    ...namedRules(deciding),
    missing: (ranked ?? placesIn(missing)).flatMap((place) => questions[place]?.id ?? []),
  });
  const decide = (state: RowState): boolean => {
    const bounds = decider.bounds(state.codes);
    const shown = shower.show(state.codes, bounds, state);
    numbers[TOLD] = toldNumber(state, shown);
    numbers[RULES] = decidingNumber(state, bounds, shown.result);
    numbers[MISSING] = missingNumber(state, bounds, shown.result);
    for (const part of RESULT_PARTS) {
      if ((numbers[part] ?? 0) < (counts[part] ?? 0)) continue;
      if (counts[part] === most) return false;
      counts[part] = (counts[part] ?? 0) + 1;
      prepare(part, resultOf(shown));
    }
    return true;
  };
  return {
    find: (state) => {
      if (rows.find(state)) {
        numbers.set(rows.numbers);
        missing = rows.missing;
        return true;
      }
      if (!decide(state)) return false;
      rows.remember(numbers, missing);
      return true;
    },
    numbers,
    missing: () => missing,
    clear: () => {
      rows.clear();
      shower.clear();
      cautious?.clear();
      told.clear();
      named.clear();
      decidings.clear();
      counts.fill(0);
    },
  };
}

/** What is told of a row as numbers: what it shows, its status, its open safety questions, and whether it is a minor's. */
const TOLD_NUMBERS = 4;

/** Numbers for tuples, each of which is put into the same array first. */
function tuples(width: number) {
  const interned = internTuples(width);
  const tuple = new Int32Array(width);
  return { tuple, number: () => interned.numberOf(tuple), clear: interned.clear };
}
