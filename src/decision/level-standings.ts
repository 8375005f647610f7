/** Why a caller's level is not another one: what stands against each level, and what would give it. */

import { nearestChanges } from '../callers/nearest-change.ts';
import { createForest, FALSE, type Node, TRUE } from '../diagram/forest.ts';
import { reachable, restricter, terminalsIn, UNKNOWN } from '../diagram/walk.ts';
import { LEVELS, type Level } from '../policy/care-lists.ts';
import { afterWay, describeChange } from './changes.ts';
import { type Candidate, candidatesFor } from './deciding.ts';
import type { KnownCaller } from './known-caller.ts';
import type { Change } from './model.ts';

/**
 * `result`: nothing else is possible; `possible`: one of several results; `ruled-out`: rules that hold for certain ask for more;
 * `not-reached`: no rule that gives it holds, or a more intensive one always holds with it; `never`: no caller gets it under this
 * policy; `no-level`: the call gets none at all.
 */
export type Standing = 'result' | 'possible' | 'ruled-out' | 'not-reached' | 'never' | 'no-level';

export interface LevelStanding {
  readonly level: Level;
  readonly standing: Standing;
  /** Everything with a higher floor that holds for certain, highest first: all of it would have to fall. May name `otherwise`. */
  readonly against: readonly string[];
  /** Everything that gives exactly this level, by id; may name `otherwise`. */
  readonly giving: readonly string[];
  /** Of `giving` what may hold as the answers stand, but always with something that asks for more or where no level is given. */
  readonly mayHold: readonly string[];
  /** Where no rule gives it yet: the smallest change of answers after which the level is possible. */
  readonly nearest: NearestChange | undefined;
}

export interface NearestChange extends Change {
  /** What of `giving` holds after the change, whatever is still open then; else what may hold. */
  readonly by: readonly string[];
  /** Whether what `by` names then holds for certain. */
  readonly isCertain: boolean;
}

/** Where every level stands, least intensive first. `root` gives a caller's level, `levels` are those possible now. */
export function levelStandings(caller: KnownCaller, root: Node, levels: readonly Level[]): readonly LevelStanding[] {
  const everyone = caller.known.map(() => UNKNOWN);
  const { forest } = caller.compiled.callers;
  const given = reachable(forest, root, everyone);
  const isOnly = terminalsIn(reachable(forest, root, caller.known)).length === 1;
  return LEVELS.map((level, rank) => {
    const standing = standingOf(level, { levels, isOnly, isGiven: ((given >>> rank) & 1) === 1 });
    const giving = candidatesFor(caller.compiled, rank).filter((one) => one.rank === rank);
    return {
      level,
      standing,
      against: standing === 'no-level' ? [] : ids(certainAbove(caller, rank)),
      giving: ids(giving),
      mayHold:
        standing === 'not-reached' ? ids(giving.filter((one) => caller.certainty(one.region) === 'possible')) : [],
      nearest: standing === 'not-reached' ? nearestTo(caller, { root, rank, giving }) : undefined,
    };
  });
}

interface Possible {
  readonly levels: readonly Level[];
  /** Whether one level, or one way to end the call, is all that is possible. */
  readonly isOnly: boolean;
  /** Whether any caller gets the level. */
  readonly isGiven: boolean;
}

function standingOf(level: Level, { levels, isOnly, isGiven }: Possible): Standing {
  if (levels.includes(level)) return isOnly ? 'result' : 'possible';
  if (!isGiven) return 'never';
  const [lowest] = levels;
  if (lowest === undefined) return 'no-level';
  return LEVELS.indexOf(level) < LEVELS.indexOf(lowest) ? 'ruled-out' : 'not-reached';
}

function certainAbove(caller: KnownCaller, rank: number): readonly Candidate[] {
  return candidatesFor(caller.compiled, rank + 1).filter(({ region }) => caller.certainty(region) === 'certain');
}

function ids(candidates: readonly Candidate[]): readonly string[] {
  return candidates.map(({ id }) => id);
}

interface Aim {
  readonly root: Node;
  readonly rank: number;
  readonly giving: readonly Candidate[];
}

function nearestTo({ compiled, known }: KnownCaller, { root, rank, giving }: Aim): NearestChange | undefined {
  const target = { root, goals: 1 << rank };
  const [way] = nearestChanges(compiled.callers, known, target, { changeableOnly: false, most: 1 })?.ways ?? [];
  if (way === undefined) return undefined;
  const after = afterWay(known, way);
  const put = restricter(compiled.callers.forest, createForest(compiled.callers.forest.widths), after);
  const certain = giving.filter(({ region }) => put(region) === TRUE);
  const possible = giving.filter(({ region }) => put(region) !== FALSE);
  const isCertain = certain.length > 0;
  return { ...describeChange(compiled, { known, way, root }), by: ids(isCertain ? certain : possible), isCertain };
}
