/**
 * Proves properties over all callers. Every statement becomes the region of those who break it, in the forest of everything that
 * was compiled together: an empty one is a proof, and any other has a smallest witness.
 */

import { witnessAssignment } from '../callers/witness.ts';
import type { Condition } from '../conditions/model.ts';
import type { CompiledPolicy } from '../decision/compile.ts';
import type { Breach } from './breach.ts';
import type { Property, Statement } from './model.ts';
import { violatorsOfComparison } from './prove-comparison.ts';
import { idleEffects } from './prove-effects.ts';
import { violatorsOfImplication } from './prove-implication.ts';
import { violatorsOfOrder } from './prove-order.ts';
import { violatorsOfPairs } from './prove-pairs.ts';
import { vacuity } from './vacuous.ts';
import type { Violators } from './violators.ts';

/** What became of a property under one policy. */
export type Proof =
  | { readonly kind: 'proved' }
  /** A law of the engine: no policy made of rules with floors could break it. */
  | { readonly kind: 'by-construction' }
  /** It holds whatever the policy says, for this reason. */
  | { readonly kind: 'vacuous'; readonly because: string }
  | { readonly kind: 'broken'; readonly breaches: readonly Breach[] };

/** The policies that were compiled together, by id. */
export type Compiled = ReadonlyMap<string, CompiledPolicy>;

/** Conditions that the properties bring along: what they are proved with must be compiled with them. */
export function propertyConditions(properties: readonly Property[]): readonly Condition[] {
  return properties.flatMap(({ statement }) => ('when' in statement ? [statement.when] : []));
}

/** Proves a statement under a policy, or shows every way in which it is broken, each by its smallest witness. */
export function prove(statement: Statement, compiled: CompiledPolicy, policies: Compiled): Proof {
  if (statement.kind === 'total' || statement.kind === 'unknown-removes-nothing') return { kind: 'by-construction' };
  const because = vacuity(statement, compiled);
  if (because !== undefined) return { kind: 'vacuous', because };
  const breaches = [...breachesOf(statement, compiled, policies)];
  return breaches.length === 0 ? { kind: 'proved' } : { kind: 'broken', breaches };
}

/** Whether a statement holds under a policy, without looking for witnesses. */
export function holdsUnder(statement: Statement, compiled: CompiledPolicy, policies: Compiled): boolean {
  if (statement.kind === 'every-effect-counts') return idleEffects(compiled).next().done === true;
  for (const _ of violatorsOf(statement, compiled, policies)) return false;
  return true;
}

function* breachesOf(statement: Statement, compiled: CompiledPolicy, policies: Compiled): Generator<Breach> {
  if (statement.kind === 'every-effect-counts') {
    for (const what of idleEffects(compiled)) yield { kind: 'idle', what };
    return;
  }
  for (const { region, tell } of violatorsOf(statement, compiled, policies)) {
    const caller = witnessAssignment(compiled.callers, region);
    if (caller !== undefined) yield tell(caller);
  }
}

function violatorsOf(statement: Statement, compiled: CompiledPolicy, policies: Compiled): Iterable<Violators> {
  switch (statement.kind) {
    case 'implies':
    case 'never':
      return violatorsOfImplication(statement, compiled);
    case 'equivalent-to':
    case 'at-least-as-protective-as':
      return violatorsOfComparison(statement, compiled, comparedWith(statement.policy, policies));
    case 'monotone':
    case 'unaffected-by':
      return violatorsOfPairs(statement, compiled);
    case 'asked-before':
      return violatorsOfOrder(statement, compiled.callers);
    case 'every-effect-counts':
    case 'total':
    case 'unknown-removes-nothing':
      return [];
    default:
      return statement satisfies never;
  }
}

function comparedWith(id: string, policies: Compiled): CompiledPolicy {
  const found = policies.get(id);
  // Invariant: compiling the properties has accepted only policies that there are.
  if (found === undefined) throw new Error('compared with a policy that was not compiled');
  return found;
}
