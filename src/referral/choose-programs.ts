/** Which programs of a directory to name, in which order, and what ruled the others out. */

import type { Directory, Program } from '../directory/model.ts';
import { type Match, match } from './match.ts';
import { HARD_CONDITIONS, type HardCondition, type Wanted } from './matching/finding.ts';
import { byRank } from './matching/rank.ts';

export interface Choice {
  /** Best first, at most as many as are named. */
  readonly chosen: readonly Match[];
  /** How many more fit. */
  readonly more: number;
  readonly ruledOut: RuledOut;
}

/** The programs that are for the level, or may be, and that a condition rules out. */
export interface RuledOut {
  readonly count: number;
  /** Those nearest to fitting, never one in another state unless there are few. */
  readonly named: readonly Match[];
  /** Every program that is ruled out, once: under the first condition that it does not meet. */
  readonly by: readonly RuledOutBy[];
  /** How many programs of the directory are for other levels. */
  readonly otherLevels: number;
}

export interface RuledOutBy {
  readonly condition: HardCondition;
  readonly count: number;
  /** How many no other condition rules out: if this one were given up, they would be back. */
  readonly alone: number;
}

/** The first and two beside it: more cannot be read out in half a minute. */
const NAMED = 3;

/** As many of those ruled out are named, where there are no more, or the nearest to fitting. */
const NAMED_RULED_OUT = 2;

/** Matches every program that offers the level and names the best; the directory's own order means nothing. */
export function choosePrograms(directory: Directory, wanted: Wanted): Choice {
  const fitting: Match[] = [];
  const ruledOut: Match[] = [];
  for (const program of directory.programs) {
    if (!isCandidate(program, wanted)) continue;
    const one = match(program, wanted);
    (one.verdict === 'ruled-out' ? ruledOut : fitting).push(one);
  }
  const chosen = bestOf(fitting, NAMED, byRank);
  const otherLevels = directory.programs.length - fitting.length - ruledOut.length;
  return { chosen, more: fitting.length - chosen.length, ruledOut: { ...summed(ruledOut), otherLevels } };
}

/** It offers the level, or its source leaves open whether it does. */
function isCandidate({ levels, mayOffer }: Program, { level }: Wanted): boolean {
  return levels.includes(level) || mayOffer.includes(level);
}

function summed(ruledOut: readonly Match[]): Omit<RuledOut, 'otherLevels'> {
  const count = Object.fromEntries(HARD_CONDITIONS.map((id) => [id, { count: 0, alone: 0 }]));
  const near: { readonly one: Match; readonly unmet: number }[] = [];
  for (const one of ruledOut) {
    const unmet = unmetConditions(one);
    const [first] = unmet;
    const counted = first === undefined ? undefined : count[first];
    if (counted === undefined) continue;
    counted.count++;
    if (unmet.length === 1) counted.alone++;
    if (first !== 'state' || ruledOut.length <= NAMED_RULED_OUT) near.push({ one, unmet: unmet.length });
  }
  const named = bestOf(near, NAMED_RULED_OUT, (a, b) => a.unmet - b.unmet || byRank(a.one, b.one));
  const by = HARD_CONDITIONS.map((condition) => ({ condition, count: 0, alone: 0, ...count[condition] }));
  return { count: ruledOut.length, named: named.map(({ one }) => one), by: by.filter((one) => one.count > 0) };
}

/** The conditions that a program does not meet, each once, in the order in which they are counted. */
export function unmetConditions({ hard }: Pick<Match, 'hard'>): readonly HardCondition[] {
  const unmet: HardCondition[] = [];
  for (const { condition, outcome } of hard)
    if (outcome === 'not-met' && !unmet.includes(condition)) unmet.push(condition);
  if (unmet.length < 2) return unmet;
  return HARD_CONDITIONS.filter((condition) => unmet.includes(condition));
}

/** The first few in an order, without putting all the others in order, too: one of many is compared with the last of the few. */
function bestOf<T>(all: readonly T[], few: number, compare: (a: T, b: T) => number): readonly T[] {
  const best: T[] = [];
  for (const one of all) {
    const last = best[few - 1];
    if (last !== undefined && compare(one, last) >= 0) continue;
    const place = best.findIndex((other) => compare(one, other) < 0);
    best.splice(place < 0 ? best.length : place, 0, one);
    if (best.length > few) best.pop();
  }
  return best;
}
