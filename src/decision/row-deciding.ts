/** The rules to which the lowest level of a row is owed: what deciding.ts says, by tables. */

import { BudgetExceeded } from '../diagram/budget.ts';
import type { Budget, Combination, Node } from '../diagram/forest.ts';
import { LEVELS } from '../policy/care-lists.ts';
import type { CompiledPolicy } from './compile.ts';
import { type Candidate, candidatesFor, decidingRules, named } from './deciding.ts';
import { internedSets } from './interned-sets.ts';
import { knownAs } from './known-caller.ts';
import type { Deciding } from './model.ts';
import type { Codes } from './row-decider.ts';
import { assignmentOf, createRowWalks, type RowWalk, whenFirstAsked } from './row-walks.ts';

type RowDeciding = (codes: Codes) => Deciding;

/** What of a decider this part builds on. */
export interface Walking {
  /** Rank of the lowest level, as the decider gives it. */
  readonly lowest: (codes: Codes) => number;
  readonly walk: (root: Node, bound: Combination) => RowWalk;
}

/** How large the tables of covers may grow before they are made anew: see the note on covers. */
const COVER_BUDGET: Budget = { nodes: 500_000, memo: 2_000_000 };

/** Finds the deciding rules of rows; equal results are the same object. */
export function decidingRows(compiled: CompiledPolicy, { lowest, walk }: Walking): RowDeciding {
  const results = new Map<string, Deciding>();
  const same = (deciding: Deciding): Deciding => {
    const key = JSON.stringify(deciding);
    const before = results.get(key) ?? deciding;
    results.set(key, before);
    return before;
  };
  const cover = coverWithin(compiled, same);
  const byRank = LEVELS.map((_, rank) =>
    whenFirstAsked(() => {
      const candidates = candidatesFor(compiled, rank);
      const certain = certainOnes(
        candidates.filter((one) => one.rank === rank),
        { walk, same },
      );
      return (codes) => certain(codes) ?? cover(rank, codes);
    }),
  );
  const none = same({ kind: 'none' });
  return (codes) => byRank[lowest(codes)]?.(codes) ?? none;
}

type Same = (deciding: Deciding) => Deciding;

/** The candidates that hold in every completion; undefined where there is none. */
function certainOnes(
  candidates: readonly Candidate[],
  { walk, same }: { readonly walk: Walking['walk']; readonly same: Same },
): (codes: Codes) => Deciding | undefined {
  const walks = candidates.map((one) => walk(one.region, 'min'));
  const sets = internedSets((places) =>
    places.length === 0
      ? undefined
      : same(
          named(
            places.flatMap((place) => candidates[place] ?? []),
            'rules',
          ),
        ),
  );
  return (codes) => {
    let set = sets.empty;
    for (let place = 0; place < walks.length; place++) if (walks[place]?.(codes) === 1) set = sets.with(set, place);
    return sets.value(set);
  };
}

/** Covers by tables, which are made anew when they have become too many; a row that alone needs too many is decided without. */
function coverWithin(compiled: CompiledPolicy, same: Same): (rank: number, codes: Codes) => Deciding {
  const fresh = () => coversBy(compiled, same);
  let covers = fresh();
  const coverOf = (rank: number, codes: Codes): Deciding | undefined => {
    try {
      return covers[rank]?.(codes);
    } catch (error) {
      if (!(error instanceof BudgetExceeded)) throw error;
      covers = fresh();
      return undefined;
    }
  };
  return (rank, codes) =>
    coverOf(rank, codes) ??
    coverOf(rank, codes) ??
    same(decidingRules(knownAs(compiled, assignmentOf(compiled.callers.encoding.widths, codes)), LEVELS[rank]));
}

/**
 * By rank: the irredundant cover of deciding.ts as a tree of tests, grown where rows come. A test asks whether the candidates
 * kept and those still to come cover every completion that gets a level, and so whether the one in question is left out.
 * One that no completion reaches needs no test of its own: the others cover everything without it.
 */
function coversBy(compiled: CompiledPolicy, same: Same): readonly RowDeciding[] {
  const { forest, take, walk } = createRowWalks(compiled.callers.forest, COVER_BUDGET);
  const unscored = forest.not(take(compiled.scored));
  return LEVELS.map((_, rank) =>
    whenFirstAsked(() => {
      const candidates = candidatesFor(compiled, rank).map((one) => ({ ...one, region: take(one.region) }));
      const toCome: Node[] = [unscored]; // toCome[i]: whom the last i candidates cover, or who gets no level
      for (const one of [...candidates].reverse()) toCome.push(forest.or(toCome.at(-1) ?? unscored, one.region));
      const from = (place: number, kept: readonly Candidate[], covered: Node): RowDeciding => {
        const one = candidates[place];
        if (one === undefined) {
          const deciding = same(named(kept, kept.length === 1 ? 'rules' : 'one-of'));
          return () => deciding;
        }
        const without = walk(forest.or(covered, toCome[candidates.length - 1 - place] ?? unscored), 'min');
        const leave = whenFirstAsked(() => from(place + 1, kept, covered));
        const keep = whenFirstAsked(() => from(place + 1, [...kept, one], forest.or(covered, one.region)));
        return (codes) => (without(codes) === 1 ? leave(codes) : keep(codes));
      };
      return from(0, [], unscored);
    }),
  );
}
