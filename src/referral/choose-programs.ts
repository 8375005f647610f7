/** Which programs of a directory to name, in which order, and what ruled the others out. */

import type { Directory, Program } from '../directory/model.ts';
import { hardFindings, type Match, match } from './match.ts';
import { isOutOfState } from './matching/admission.ts';
import { HARD_CONDITIONS, type HardCondition, type HardFinding, type Wanted } from './matching/finding.ts';
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
  const unfit: Judged[] = [];
  let fitting = 0;
  for (const program of directory.programs) {
    if (!isCandidate(program, wanted)) continue;
    if (isOutOfState(program, wanted)) {
      elsewhere.push(program);
      continue;
    }
    const hard = hardFindings(program, wanted);
    if (hard.some(isUnmet)) unfit.push({ program, hard });
    else {
      fitting++;
      if (mayBeNamed({ program, hard }, best[NAMED - 1], wanted))
        keepBest(best, match(program, wanted, hard), NAMED, byRank);
    }
  }
  const otherLevels = directory.programs.length - fitting - elsewhere.length - unfit.length;
  const out: Out = { unfit, elsewhere, wanted };
  const ruledOut = { count: unfit.length + elsewhere.length, named: nearest(out), by: reasonsOf(out, fitting === 0) };
  return { chosen: best, more: fitting - best.length, ruledOut: { ...ruledOut, otherLevels } };
}

/** It offers the level, or its source leaves open whether it does. */
function isCandidate({ levels, mayOffer }: Program, { level }: Wanted): boolean {
  return levels.includes(level) || mayOffer.includes(level);
}

function isUnmet({ outcome }: HardFinding): boolean {
  return outcome === 'not-met';
}

/** Whether a program that fits may come before the last of those to be named, as far as its conditions tell. */
function mayBeNamed({ program, hard }: Judged, last: Match | undefined, wanted: Wanted): boolean {
  if (last === undefined) return true;
  return mayComeBefore(leadingRank(program, hard, wanted, believedOpening(program, wanted)), last.rank);
}

interface Out {
  /** In the caller's state, as far as one knows, and ruled out by something else. */
  readonly unfit: readonly Judged[];
  /** Ruled out by the state: of these nothing else is looked at, unless somebody asks. */
  readonly elsewhere: readonly Program[];
  readonly wanted: Wanted;
}

function reasonsOf({ unfit, elsewhere, wanted }: Out, isEmpty: boolean): readonly RuledOutBy[] {
  const counts = new Map<HardCondition, number>([['state', elsewhere.length]]);
  const alone = new Map<HardCondition, number>();
  const add = (to: Map<HardCondition, number>, id: HardCondition): unknown => to.set(id, (to.get(id) ?? 0) + 1);
  for (const one of unfit) {
    const unmet = unmetConditions(one);
    const [first] = unmet;
    if (first === undefined) continue;
    add(counts, first);
    if (unmet.length === 1) add(alone, first);
  }
  if (isEmpty)
    for (const program of elsewhere)
      if (unmetConditions({ hard: hardFindings(program, wanted) }).length === 1) add(alone, 'state');
  return HARD_CONDITIONS.flatMap((condition) => {
    const count = counts.get(condition) ?? 0;
    return count === 0 ? [] : [{ condition, count, alone: isEmpty ? (alone.get(condition) ?? 0) : null }];
  });
}

/** The fewest conditions unmet, then the id. */
function nearest({ unfit, elsewhere, wanted }: Out): readonly Judged[] {
  const isFew = unfit.length + elsewhere.length <= NAMED_RULED_OUT;
  const others = isFew ? elsewhere.map((program) => ({ program, hard: hardFindings(program, wanted) })) : [];
  const best: { readonly one: Judged; readonly unmet: number }[] = [];
  for (const one of [...unfit, ...others])
    keepBest(best, { one, unmet: unmetConditions(one).length }, NAMED_RULED_OUT, (a, b) =>
      a.unmet === b.unmet ? (a.one.program.id < b.one.program.id ? -1 : 1) : a.unmet - b.unmet,
    );
  return best.map(({ one }) => one);
}

/** The conditions that a program does not meet, each once, in the order in which they are counted. */
function unmetConditions({ hard }: Pick<Match, 'hard'>): readonly HardCondition[] {
  const unmet: HardCondition[] = [];
  for (const { condition, outcome } of hard)
    if (outcome === 'not-met' && !unmet.includes(condition)) unmet.push(condition);
  return unmet.length < 2 ? unmet : HARD_CONDITIONS.filter((condition) => unmet.includes(condition));
}

/** Puts one in its place among the first few, where it belongs to them. */
function keepBest<T>(best: T[], one: T, few: number, compare: (a: T, b: T) => number): void {
  const place = best.findIndex((other) => compare(one, other) < 0);
  if (place < 0 && best.length >= few) return;
  best.splice(place < 0 ? best.length : place, 0, one);
  if (best.length > few) best.pop();
}
