/** The rules to which the lowest level of a row is owed: what deciding.ts says, by tables. */

import { BudgetExceeded } from '../diagram/budget.ts';
import { type Budget, type Combination, createForest, FALSE, type Node } from '../diagram/forest.ts';
import { createRestrictions } from '../diagram/restrictions.ts';
import { restricter } from '../diagram/walk.ts';
import { LEVELS } from '../policy/care-lists.ts';
import type { CompiledPolicy } from './compile.ts';
import { type Candidate, candidatesFor, decidingRules, named } from './deciding.ts';
import { internedSets, type PlaceSet } from './interned-sets.ts';
import { knownAs } from './known-caller.ts';
import type { Deciding } from './model.ts';
import type { Codes } from './row-decider.ts';
import { assignmentOf, type RowSpace, type RowWalk, whenFirstAsked } from './row-walks.ts';

type RowDeciding = (codes: Codes) => Deciding;

/** What of a decider this part builds on. */
export interface Walking extends RowSpace {
  /** Rank of the lowest level, as the decider gives it. */
  readonly lowest: (codes: Codes) => number;
  readonly walk: (root: Node, bound: Combination) => RowWalk;
}

/** How much may be remembered of covers before it is forgotten and begun again. */
const COVER_BUDGET: Budget = { nodes: 200_000, memo: 400_000 };

/** Finds the deciding rules of rows; equal results are the same object. */
export function decidingRows(compiled: CompiledPolicy, { lowest, walk, known, budget }: Walking): RowDeciding {
  const results = new Map<string, Deciding>();
  const same = (deciding: Deciding): Deciding => {
    const key = JSON.stringify(deciding);
    const before = results.get(key) ?? deciding;
    results.set(key, before);
    return before;
  };
  const cover = coverWithin(compiled, { known, budget: smallerOf(budget, COVER_BUDGET) }, same);
  const byRank = LEVELS.map((_, rank) =>
    whenFirstAsked(() => {
      const exact = candidatesFor(compiled, rank).filter((one) => one.rank === rank);
      const certain = certainOnes(exact, walk, same);
      return (codes) => certain(codes) ?? cover(rank, codes);
    }),
  );
  const none = same({ kind: 'none' });
  return (codes) => byRank[lowest(codes)]?.(codes) ?? none;
}

/** Gives one object for all equal results. */
type Same = (deciding: Deciding) => Deciding;

/** The candidates that hold in every completion; undefined where there is none. */
function certainOnes(
  candidates: readonly Candidate[],
  walk: Walking['walk'],
  same: Same,
): (codes: Codes) => Deciding | undefined {
  const walks = candidates.map((one) => walk(one.region, 'min'));
  const sets = internedSets((places) =>
    places.length === 0 ? undefined : same(named(chosen(candidates, places), 'rules')),
  );
  return (codes) => {
    let set = sets.empty;
    for (let place = 0; place < walks.length; place++) if (walks[place]?.(codes) === 1) set = sets.with(set, place);
    return sets.value(set);
  };
}

function chosen(candidates: readonly Candidate[], places: readonly number[]): readonly Candidate[] {
  return places.flatMap((place) => candidates[place] ?? []);
}

/** The cover of a row whose lowest level has this rank. */
type Cover = (rank: number, codes: Codes) => Deciding;

/** Covers within a budget: forgotten and begun again where it is spent; a row that alone would spend it is decided as by `decide`. */
function coverWithin(compiled: CompiledPolicy, within: RowSpace, same: Same): Cover {
  let covers: Cover | undefined;
  const cover = (rank: number, codes: Codes): Deciding | undefined => {
    try {
      covers ??= coversBy(compiled, within, same);
      return covers(rank, codes);
    } catch (error) {
      if (!(error instanceof BudgetExceeded)) throw error;
      covers = undefined;
      return undefined;
    }
  };
  const { widths } = compiled.callers.encoding;
  return (rank, codes) =>
    cover(rank, codes) ??
    cover(rank, codes) ??
    same(decidingRules(knownAs(compiled, assignmentOf(widths, within.known, codes)), LEVELS[rank]));
}

/**
 * The irredundant cover of deciding.ts, step by step the same, in a forest that is kept from row to row: what is left of the
 * candidates is walked to, and their unions are remembered. Tables of the unions themselves, over all rows, were tried: 200
 * random callers of the default policy needed 40 s to make them.
 */
function coversBy(compiled: CompiledPolicy, { known, budget }: RowSpace, same: Same): Cover {
  const { callers } = compiled;
  const forest = createForest(callers.encoding.widths, budget);
  const take = restricter(callers.forest, forest, []);
  const left = createRestrictions(forest, known, budget.memo);
  const everyone = take(compiled.scored);
  const scored = left.start(everyone);
  const byRank = LEVELS.map((_, rank) => whenFirstAsked(() => coverAt(rank)));
  return (rank, codes) => byRank[rank]?.(codes) ?? same({ kind: 'none' });

  function coverAt(rank: number): RowDeciding {
    const candidates = candidatesFor(compiled, rank);
    const starts = candidates.map((one) => left.start(forest.and(take(one.region), everyone)));
    const sets = internedSets((places) =>
      same(named(chosen(candidates, places), places.length === 1 ? 'rules' : 'one-of')),
    );
    const regions = new Int32Array(starts.length);
    const toCome = new Int32Array(starts.length + 1); // toCome[i]: what the candidates from i on cover together
    return (codes) => {
      const all = left.walk(scored, codes);
      for (let place = starts.length - 1; place >= 0; place--) {
        const region = left.walk(starts[place] ?? 0, codes);
        regions[place] = region;
        toCome[place] = forest.or(toCome[place + 1] ?? FALSE, region);
      }
      let set: PlaceSet<Deciding> = sets.empty;
      let covered: Node = FALSE;
      for (let place = 0; place < starts.length && covered !== all; place++) {
        if (forest.or(covered, toCome[place + 1] ?? FALSE) === all) continue;
        set = sets.with(set, place);
        covered = forest.or(covered, regions[place] ?? FALSE);
      }
      return sets.value(set);
    };
  }
}

function smallerOf(one: Budget, other: Budget): Budget {
  return { nodes: Math.min(one.nodes, other.nodes), memo: Math.min(one.memo, other.memo) };
}
