/** The rules to which a caller's lowest level is owed. */

import { BudgetExceeded } from '../diagram/budget.ts';
import { type Budget, createForest, FALSE, type Node } from '../diagram/forest.ts';
import { restricter } from '../diagram/walk.ts';
import { LEVELS, type Level } from '../policy/care-lists.ts';
import { type CompiledPolicy, OTHERWISE } from './compile.ts';
import type { KnownCaller } from './known-caller.ts';
import type { Deciding } from './model.ts';

/** Something that gives at least the rank in question. */
export interface Candidate {
  readonly id: string;
  readonly rank: number;
  readonly region: Node;
}

/**
 * The certain rules whose floor is the lowest level. Where there is none, possible rules that together cover every completion
 * which gets a level: none of them can be left out, and those with floors nearest to the lowest level were kept.
 */
export function decidingRules(caller: KnownCaller, lowest: Level | undefined): Deciding {
  if (lowest === undefined) return { kind: 'none' };
  const rank = LEVELS.indexOf(lowest);
  const candidates = candidatesFor(caller.compiled, rank);
  const certain = candidates.filter((one) => one.rank === rank && caller.certainty(one.region) === 'certain');
  if (certain.length > 0) return named(certain, 'rules');
  const cover = coverWithinBudget(caller, candidates);
  return named(cover, cover.length === 1 ? 'rules' : 'one-of');
}

/** Candidates as what decides. */
export function named(candidates: readonly Candidate[], kind: 'rules' | 'one-of'): Deciding {
  const rules = candidates.map((one) => one.id);
  return kind === 'rules' && rules.includes(OTHERWISE) ? { kind: 'otherwise' } : { kind, rules };
}

/** Everything that gives at least the rank, highest floor first; the policy's `otherwise` among them. */
export function candidatesFor(compiled: CompiledPolicy, rank: number): readonly Candidate[] {
  const rules = compiled.rules.flatMap(({ rule, region }) => {
    const floor = rule.atLeast === undefined ? -1 : LEVELS.indexOf(rule.atLeast);
    return floor >= rank ? [{ id: rule.id, rank: floor, region }] : [];
  });
  const otherwise = {
    id: OTHERWISE,
    rank: LEVELS.indexOf(compiled.policy.otherwise.level),
    region: compiled.unreached,
  };
  return [...rules, ...(otherwise.rank >= rank ? [otherwise] : [])].sort((left, right) => right.rank - left.rank);
}

/** All that may decide, where it would take too much to tell which of them are needed: nobody on the line waits for that. */
function coverWithinBudget(caller: KnownCaller, candidates: readonly Candidate[]): readonly Candidate[] {
  try {
    return irredundantCover(caller, candidates);
  } catch (error) {
    if (!(error instanceof BudgetExceeded)) throw error;
    return candidates.filter(({ region }) => caller.certainty(region) !== 'no');
  }
}

/**
 * How much may be made to find out. Under the shipped policies no caller needs more than a few thousand nodes.
 */
const COVER_BUDGET: Budget = { nodes: 100_000, memo: 400_000 };

/**
 * Leaves out one candidate after the other where those kept and those still to come cover everything without it: in a forest of
 * its own, so that there is room for the rest of the decision where this one is full.
 */
function irredundantCover({ compiled, known }: KnownCaller, candidates: readonly Candidate[]): readonly Candidate[] {
  const forest = createForest(compiled.callers.forest.widths, COVER_BUDGET);
  const left = restricter(compiled.callers.forest, forest, known);
  const everyone = left(compiled.scored);
  const reaching = candidates
    .map((one) => ({ ...one, region: forest.and(left(one.region), everyone) }))
    .filter((one) => one.region !== FALSE);
  const toCome: Node[] = [FALSE]; // toCome[i]: what the last i candidates cover together
  for (const one of [...reaching].reverse()) toCome.push(forest.or(toCome.at(-1) ?? FALSE, one.region));
  const kept: Candidate[] = [];
  let covered = FALSE;
  for (const [index, one] of reaching.entries()) {
    if (forest.or(covered, toCome[reaching.length - 1 - index] ?? FALSE) === everyone) continue;
    kept.push(one);
    covered = forest.or(covered, one.region);
  }
  return kept;
}
