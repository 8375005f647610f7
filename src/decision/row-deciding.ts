/** The rules to which the lowest level of a row is owed: what deciding.ts says, by tables. */

import { BudgetExceeded } from '../diagram/budget.ts';
import type { Combination, Node } from '../diagram/forest.ts';
import { LEVELS } from '../policy/care-lists.ts';
import type { CompiledPolicy } from './compile.ts';
import { type Candidate, candidatesFor, decidingRules, named } from './deciding.ts';
import { knownAs } from './known-caller.ts';
import type { Deciding } from './model.ts';
import type { Codes, RowDecider } from './row-decider.ts';
import {
  assignmentOf,
  createRowWalks,
  type Member,
  type RowResult,
  type RowSpace,
  type RowWalk,
  type RowWalks,
  whenFirstAsked,
} from './row-walks.ts';

/** What of a decider this part builds on. */
export interface Walking extends RowSpace {
  readonly member: (root: Node, bound: Combination) => Member;
  readonly together: RowWalks['together'];
}

/** Finds the deciding rules of rows; equal results are the same object. */
export function decidingRows(compiled: CompiledPolicy, within: Walking): RowDecider['deciding'] {
  const results = new Map<string, Deciding>();
  const same = (deciding: Deciding): Deciding => {
    const key = JSON.stringify(deciding);
    const before = results.get(key) ?? deciding;
    results.set(key, before);
    return before;
  };
  const cover = coverWithin(compiled, within, same);
  const byRank = LEVELS.map((_, rank) =>
    whenFirstAsked(() => {
      const exact = candidatesFor(compiled, rank).filter((one) => one.rank === rank);
      const certain = certainOnes(exact, within, same);
      return (codes) => certain(codes).deciding ?? cover(rank, codes);
    }),
  );
  const none = same({ kind: 'none' });
  return (codes, { lowest }) => byRank[lowest]?.(codes) ?? none;
}

/** Gives one object for all equal results. */
type Same = (deciding: Deciding) => Deciding;

/** The candidates that hold in every completion; undefined where there is none. */
function certainOnes(
  candidates: readonly Candidate[],
  { member, together }: Walking,
  same: Same,
): RowResult<{ readonly deciding: Deciding | undefined }> {
  return together(
    candidates.map((one) => member(one.region, 'min')),
    (found) => {
      const certain = candidates.filter((_, place) => found[place] === 1);
      return { deciding: certain.length === 0 ? undefined : same(named(certain, 'rules')) };
    },
  );
}

/** The cover of a row whose lowest level has this rank. */
type Cover = (rank: number, codes: Codes) => Deciding;

/** Covers by tables; a row that would need more of them than the budget allows is decided as by `decide`. */
function coverWithin(compiled: CompiledPolicy, within: RowSpace, same: Same): Cover {
  const { widths } = compiled.callers.encoding;
  let covers: Cover | undefined;
  return (rank, codes) => {
    try {
      covers ??= coversBy(compiled, within, same);
      return covers(rank, codes);
    } catch (error) {
      if (!(error instanceof BudgetExceeded)) throw error;
      return same(decidingRules(knownAs(compiled, assignmentOf(widths, within.known, codes)), LEVELS[rank]));
    }
  };
}

/** Candidates that were kept. By place of the next one that is asked about: whether it is left out, and those kept with it. */
interface Kept {
  readonly candidates: readonly Candidate[];
  /** Whom they cover, or who gets no level. */
  readonly covered: Node;
  /** 1 where they and those behind the place cover every completion that gets a level. */
  readonly isCovered: RowWalk[];
  readonly with: Kept[];
  deciding: Deciding | undefined;
}

/**
 * The irredundant cover of deciding.ts as a tree of its tests, grown where rows come: each is one walk. Candidates that no completion
 * reaches, found by one joint walk, need no test, because the others cover everything without them. (With what is left of each
 * candidate found first, as `decide` does, a row took 0.5 to 1.4 ms, however many came before it.)
 */
function coversBy(compiled: CompiledPolicy, space: RowSpace, same: Same): Cover {
  const { forest, take, start, walk, together } = createRowWalks(compiled.callers.forest, space);
  const scored = take(compiled.scored);
  const unscored = forest.not(scored);
  const byRank = LEVELS.map((_, rank) => whenFirstAsked(() => coverAt(rank)));
  return (rank, codes) => byRank[rank]?.(codes) ?? same({ kind: 'none' });

  function coverAt(rank: number): RowResult<Deciding> {
    const candidates = candidatesFor(compiled, rank).map((one) => ({ ...one, region: take(one.region) }));
    const reached = together(
      candidates.map((one) => start(forest.and(one.region, scored), 'max')),
      (found) => Uint16Array.from(found.flatMap((is, place) => (is === 1 ? [place] : []))),
    );
    const toCome: Node[] = [unscored]; // toCome[i]: whom the last i candidates cover, or who gets no level
    for (const one of [...candidates].reverse()) toCome.push(forest.or(toCome.at(-1) ?? unscored, one.region));

    const keptOf = (own: readonly Candidate[], covered: Node): Kept => ({
      candidates: own,
      covered,
      isCovered: [],
      with: [],
      deciding: undefined,
    });
    const added = ({ candidates: own, covered }: Kept, place: number): Kept => {
      const one = candidates[place];
      return one === undefined ? nothing : keptOf([...own, one], forest.or(covered, one.region));
    };
    const testOf = ({ covered }: Kept, place: number): RowWalk =>
      walk(start(forest.or(covered, toCome[candidates.length - 1 - place] ?? unscored), 'min'));
    const nothing = keptOf([], unscored);
    return (codes) => {
      const places = reached(codes);
      let kept = nothing;
      for (let index = 0; index < places.length; index++) {
        const place = places[index] ?? 0;
        const isCovered = kept.isCovered[place] ?? testOf(kept, place);
        kept.isCovered[place] = isCovered;
        if (isCovered(codes) === 1) continue;
        const more = kept.with[place] ?? added(kept, place);
        kept.with[place] = more;
        kept = more;
      }
      kept.deciding ??= same(named(kept.candidates, kept.candidates.length === 1 ? 'rules' : 'one-of'));
      return kept.deciding;
    };
  }
}
