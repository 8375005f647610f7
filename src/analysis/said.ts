/** What a policy says of a complete caller, as policies are compared by it: a level, nothing, or how the call ends without one. */

import type { CompiledPolicy } from '../decision/compile.ts';
import type { Result } from '../decision/evaluate.ts';
import { FALSE, type Node } from '../diagram/forest.ts';
import { LEVELS, type Level } from '../policy/care-lists.ts';
import { stoppedRegion } from './stopped.ts';

/** `silence` is a policy's "this page does not say": no level, and no less care than any. */
export type Said =
  | { readonly kind: 'level'; readonly level: Level }
  | { readonly kind: 'silence' }
  | { readonly kind: 'disposition'; readonly disposition: string };

/** From what one policy says to what another does. Only two levels lie above or below each other. */
export const STEPS = ['same', 'down', 'up', 'silent', 'no-level'] as const;
export type Step = (typeof STEPS)[number];

/** The callers of whom a policy says one thing. */
export interface SaidRegion {
  readonly said: Said;
  readonly region: Node;
}

/** All callers, by what they are told under a policy; what nobody is told is left out. An answer that stops the call is an emergency under all. */
export function saidRegions(compiled: CompiledPolicy): readonly SaidRegion[] {
  const { forest } = compiled.callers;
  const stopped = stoppedRegion(compiled.callers);
  const speaking = forest.and(compiled.scored, forest.not(compiled.silent));
  const levels = LEVELS.map((level, rank): SaidRegion => {
    const exactly = forest.and(compiled.atLeast[rank] ?? FALSE, forest.not(compiled.atLeast[rank + 1] ?? FALSE));
    return { said: { kind: 'level', level }, region: forest.and(speaking, exactly) };
  });
  const silence: SaidRegion = { said: { kind: 'silence' }, region: compiled.silent };
  return [...levels, silence, ...endings(compiled)]
    .map(({ said, region }) => ({
      said,
      region: isEmergency(said) ? forest.or(region, stopped) : forest.and(region, forest.not(stopped)),
    }))
    .filter(({ region }) => region !== FALSE);
}

/** The first disposition that holds names the call. */
function endings({ callers: { forest }, scored, dispositions }: CompiledPolicy): readonly SaidRegion[] {
  let left = forest.not(scored);
  return dispositions.map(({ id, shown }): SaidRegion => {
    const region = forest.and(left, shown);
    left = forest.and(left, forest.not(shown));
    return { said: { kind: 'disposition', disposition: id }, region };
  });
}

/** The result of a policy for a complete caller whose call was not stopped, in these words. */
export function saidOf(result: Result): Said {
  if (result.kind === 'disposition') return result;
  return result.silent ? { kind: 'silence' } : { kind: 'level', level: result.level };
}

/** Whether two policies say the same, or who says more. */
export function stepBetween(before: Said, after: Said): Step {
  if (saidName(before) === saidName(after)) return 'same';
  if (before.kind === 'disposition' || after.kind === 'disposition') return 'no-level';
  if (before.kind === 'silence' || after.kind === 'silence') return 'silent';
  return LEVELS.indexOf(after.level) > LEVELS.indexOf(before.level) ? 'up' : 'down';
}

export const EMERGENCY: Said = { kind: 'level', level: 'emergency' };

/** An emergency, whatever else. */
export function isEmergency(said: Said): boolean {
  return said.kind === 'level' && said.level === 'emergency';
}

/** One word for what is said, the same for the same: a level's id, `silent`, or `no-level/` and the disposition. */
export function saidName(said: Said): string {
  switch (said.kind) {
    case 'level':
      return said.level;
    case 'silence':
      return 'silent';
    case 'disposition':
      return `no-level/${said.disposition}`;
    default:
      return said satisfies never;
  }
}
