/** Which programs of a directory to name, in which order, and what ruled the others out. */

import type { Availability, Directory, Program } from '../directory/model.ts';
import { hardFindings, type Match, match } from './match.ts';
import { isOutOfState } from './matching/admission.ts';
import { HARD_CONDITIONS, type HardCondition, type HardFinding, type Wanted } from './matching/finding.ts';
import { milesTo } from './matching/nearness.ts';
import { believedOpening } from './matching/opening.ts';
import { byRank, leadingRank, mayComeBefore } from './matching/rank.ts';

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
  readonly named: readonly Judged[];
  /** Every program that is ruled out, once: under the first condition that it does not meet. */
  readonly by: readonly RuledOutBy[];
  /** How many programs of the directory are for other levels. */
  readonly otherLevels: number;
}

export interface RuledOutBy {
  readonly condition: HardCondition;
  readonly count: number;
  /** How many no other condition rules out: if this one were given up, they would be back. Counted where nothing fits, else null. */
  readonly alone: number | null;
}

/** A program with what could rule it out, and does. */
export type Judged = Pick<Match, 'program' | 'hard'>;

/** The first and two beside it: more cannot be read out in half a minute. */
const NAMED = 3;

/** As many of those ruled out are named, where there are no more, or the nearest to fitting. */
const NAMED_RULED_OUT = 2;

/**
 * Matches every program that offers the level and names the best; the directory's own order means nothing. What a program
 * cannot gain any more is not worked out: `test/bench/match.bench.ts` has the reason, `test/laws/match.test.ts` the proof.
 */
export function choosePrograms(directory: Directory, wanted: Wanted): Choice {
  const best: Match[] = [];
  const elsewhere: Program[] = [];
  const out: Unfit = { bySet: new Map(), nearest: [] };
  let fitting = 0;
  let otherLevels = 0;
  for (const program of directory.programs) {
    if (!isCandidate(program, wanted)) otherLevels++;
    else if (isOutOfState(program, wanted)) elsewhere.push(program);
    else {
      const hard = hardFindings(program, wanted);
      const unmet = unmetSet(hard);
      if (unmet !== NONE) countOut(out, { program, hard }, unmet);
      else {
        fitting++;
        if (mayBeNamed({ program, hard }, best[NAMED - 1], wanted))
          keepBest(best, match(program, wanted, hard), NAMED, byRank);
      }
    }
  }
  const more = fitting - best.length;
  return { chosen: best, more, ruledOut: { ...ruledOutOf(out, elsewhere, wanted, fitting === 0), otherLevels } };
}

/** It offers the level, or its source leaves open whether it does. */
function isCandidate({ levels, mayOffer }: Program, { level }: Wanted): boolean {
  return levels.includes(level) || mayOffer.includes(level);
}

/** Whether a program that fits may come before the last of those to be named, as far as its conditions tell. */
function mayBeNamed({ program, hard }: Judged, last: Match | undefined, wanted: Wanted): boolean {
  if (last === undefined) return true;
  const miles = milesTo(program, wanted);
  return mayComeBefore(leadingRank({ program, hard, miles }, wanted, believedFull(program, wanted)), last.rank);
}

/** Counting days is the dearest thing here, and of the first entries of a rank only a full program needs it. */
function believedFull(program: Program, wanted: Wanted): Availability | undefined {
  return program.availability?.opening === 'full' ? believedOpening(program, wanted) : undefined;
}

/** Conditions, each as the bit of its place in `HARD_CONDITIONS`. */
type ConditionSet = number;

const NONE: ConditionSet = 0;

const BIT: ReadonlyMap<HardCondition, ConditionSet> = new Map(
  HARD_CONDITIONS.map((condition, place) => [condition, 1 << place]),
);

/** The programs in the caller's state, as far as one knows, that something else rules out. */
interface Unfit {
  /** How many programs do not meet exactly these conditions. */
  readonly bySet: Map<ConditionSet, number>;
  readonly nearest: Near[];
}

interface Near {
  readonly one: Judged;
  readonly unmet: number;
}

function unmetSet(hard: readonly HardFinding[]): ConditionSet {
  let unmet = NONE;
  for (const { condition, outcome } of hard) if (outcome === 'not-met') unmet |= BIT.get(condition) ?? NONE;
  return unmet;
}

function conditionsIn(set: ConditionSet): readonly HardCondition[] {
  return HARD_CONDITIONS.filter((_, place) => (set & (1 << place)) !== NONE);
}

function countOut({ bySet, nearest }: Unfit, one: Judged, set: ConditionSet): void {
  bySet.set(set, (bySet.get(set) ?? 0) + 1);
  keepBest(nearest, { one, unmet: sizeOf(set) }, NAMED_RULED_OUT, byNearness);
}

function sizeOf(set: ConditionSet): number {
  let size = 0;
  for (let left = set; left !== NONE; left &= left - 1) size++;
  return size;
}

/** The fewest conditions unmet, then the id. */
function byNearness(a: Near, b: Near): number {
  return a.unmet === b.unmet ? (a.one.program.id < b.one.program.id ? -1 : 1) : a.unmet - b.unmet;
}

/** Of those elsewhere nothing but their state is looked at, unless nothing fits or they are few. */
function ruledOutOf(
  { bySet, nearest }: Unfit,
  elsewhere: readonly Program[],
  wanted: Wanted,
  isEmpty: boolean,
): Omit<RuledOut, 'otherLevels'> {
  const count = elsewhere.length + [...bySet.values()].reduce((sum, one) => sum + one, 0);
  const all: Unfit = { bySet: new Map(bySet), nearest: [...nearest] };
  if (isEmpty || count <= NAMED_RULED_OUT)
    for (const program of elsewhere) {
      const hard = hardFindings(program, wanted);
      countOut(all, { program, hard }, unmetSet(hard));
    }
  else all.bySet.set(BIT.get('state') ?? NONE, elsewhere.length);
  const named = count <= NAMED_RULED_OUT ? all.nearest : nearest;
  return { count, named: named.map(({ one }) => one), by: reasonsOf(all.bySet, isEmpty) };
}

function reasonsOf(bySet: ReadonlyMap<ConditionSet, number>, isEmpty: boolean): readonly RuledOutBy[] {
  const counts = new Map<HardCondition | undefined, number>();
  const alone = new Map<HardCondition | undefined, number>();
  for (const [set, programs] of bySet) {
    const [first, ...others] = conditionsIn(set);
    counts.set(first, (counts.get(first) ?? 0) + programs);
    if (others.length === 0) alone.set(first, programs);
  }
  return HARD_CONDITIONS.flatMap((condition) => {
    const count = counts.get(condition) ?? 0;
    return count === 0 ? [] : [{ condition, count, alone: isEmpty ? (alone.get(condition) ?? 0) : null }];
  });
}

/** Puts one in its place among the first few, where it belongs to them. */
function keepBest<T>(best: T[], one: T, few: number, compare: (a: T, b: T) => number): void {
  const place = best.findIndex((other) => compare(one, other) < 0);
  if (place < 0 && best.length >= few) return;
  best.splice(place < 0 ? best.length : place, 0, one);
  if (best.length > few) best.pop();
}
