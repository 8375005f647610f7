/** The rules to which a caller's lowest level is owed. */

import { type Node, FALSE } from '../diagram/forest.ts';
import { type Assignment, restrict } from '../diagram/walk.ts';
import { LEVELS, type Level } from '../policy/care-lists.ts';
import { certainty } from './certainty.ts';
import { type CompiledPolicy, OTHERWISE } from './compile.ts';
import type { Deciding } from './model.ts';

interface Candidate {
  readonly id: string;
  readonly rank: number;
  readonly region: Node;
}

/**
 * The certain rules whose floor is the lowest level. Where there is none, possible rules that together cover every completion
 * which gets a level: none of them can be left out, and those with floors nearest to the lowest level were kept.
 */
export function decidingRules(compiled: CompiledPolicy, known: Assignment, lowest: Level | undefined): Deciding {
  if (lowest === undefined) return { kind: 'none' };
  const rank = LEVELS.indexOf(lowest);
  const candidates = candidatesFor(compiled, rank);
  const certain = candidates.filter((one) => one.rank === rank && certainty(compiled.callers.forest, one.region, known) === 'certain');
  if (certain.length > 0) return named(certain, 'rules');
  const cover = irredundantCover(compiled, known, candidates);
  return named(cover, cover.length === 1 ? 'rules' : 'one-of');
}

function named(candidates: readonly Candidate[], kind: 'rules' | 'one-of'): Deciding {
  const rules = candidates.map((one) => one.id);
  return kind === 'rules' && rules.includes(OTHERWISE) ? { kind: 'otherwise' } : { kind, rules };
}

/** Everything that gives at least the rank, highest floor first; the policy's `otherwise` among them. */
function candidatesFor(compiled: CompiledPolicy, rank: number): readonly Candidate[] {
  const rules = compiled.rules.flatMap(({ rule, region }) => {
    const floor = rule.atLeast === undefined ? -1 : LEVELS.indexOf(rule.atLeast);
    return floor >= rank ? [{ id: rule.id, rank: floor, region }] : [];
  });
  const otherwise = { id: OTHERWISE, rank: LEVELS.indexOf(compiled.policy.otherwise.level), region: compiled.unreached };
  return [...rules, ...(otherwise.rank >= rank ? [otherwise] : [])].sort((left, right) => right.rank - left.rank);
}

function irredundantCover(compiled: CompiledPolicy, known: Assignment, candidates: readonly Candidate[]): readonly Candidate[] {
  const { forest } = compiled.callers;
  const scored = restrict(forest, compiled.scored, known);
  const left = candidates
    .map((one) => ({ ...one, region: restrict(forest, one.region, known) }))
    .filter((one) => forest.and(one.region, scored) !== FALSE);
  const covers = (some: readonly Candidate[]): boolean =>
    forest.and(scored, forest.not(some.map((one) => one.region).reduce(forest.or, FALSE))) === FALSE;
  let cover: readonly Candidate[] = left;
  for (const one of left) {
    const without = cover.filter((other) => other !== one);
    if (covers(without)) cover = without;
  }
  return cover;
}
