/** The rules to which a caller's lowest level is owed. */

import { FALSE, type Node } from '../diagram/forest.ts';
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
  const cover = irredundantCover(caller, candidates);
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

/** Leaves out one candidate after the other where those kept and those still to come cover everything without it. */
function irredundantCover(
  { compiled, forest, left }: KnownCaller,
  candidates: readonly Candidate[],
): readonly Candidate[] {
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
