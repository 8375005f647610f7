/** Rules that make no difference: those that can never decide, and those that another one covers. */

import { type CompiledPolicy, type CompiledRule, compilePolicyIn } from '../decision/compile.ts';
import { FALSE, type Node } from '../diagram/forest.ts';
import { INCLUDED_IN, LEVELS } from '../policy/care-lists.ts';
import type { Policy, Rule } from '../policy/model.ts';
import type { WitnessCaller } from '../problems/problem.ts';
import { policyWitness } from './policy-witness.ts';

export interface CoveredRule {
  readonly rule: string;
  /** The rule that holds wherever this one does, and asks for at least as much. */
  readonly by: Rule;
  /** Somebody for whom both hold. */
  readonly witness: WitnessCaller | undefined;
}

export interface IdleRule {
  readonly rule: string;
  /** Somebody for whom it holds and others decide; undefined where it holds for nobody. */
  readonly witness: WitnessCaller | undefined;
}

/**
 * A policy's own rules that hold only where another rule of the policy does that has at least their effects: the same floor or a
 * higher one, and each first step (or one that includes it), support and action. Of two that are the same, the later one. A rule
 * that holds for nobody is not among them.
 */
export function coveredRules(compiled: CompiledPolicy): readonly CoveredRule[] {
  const { callers, policy } = compiled;
  const { forest } = callers;
  const isWithin = (inner: Node, outer: Node): boolean => forest.and(inner, forest.not(outer)) === FALSE;
  return ownRules(compiled).flatMap(({ rule, region }) => {
    if (region === FALSE) return [];
    const by = compiled.rules.find(
      (other) =>
        other.rule !== rule &&
        hasEffectsOf(other.rule, rule) && // first, because it makes no nodes
        isWithin(region, other.region) &&
        !(other.region === region && hasEffectsOf(rule, other.rule) && isEarlier(rule, other.rule, policy)),
    );
    return by === undefined ? [] : [{ rule: rule.id, by: by.rule, witness: policyWitness(callers, region, policy.id) }];
  });
}

function hasEffectsOf(one: Rule, other: Rule): boolean {
  const floor = (rule: Rule): number => (rule.atLeast === undefined ? -1 : LEVELS.indexOf(rule.atLeast));
  return (
    floor(one) >= floor(other) &&
    other.first.every((step) => one.first.some((own) => own === step || own === INCLUDED_IN[step])) &&
    other.add.every((support) => one.add.includes(support)) &&
    other.do.every((action) => one.do.includes(action))
  );
}

/** Of two rules of the policy's own. An inherited one was there before. */
function isEarlier(one: Rule, other: Rule, { id, rules }: Policy): boolean {
  return other.policy === id && rules.indexOf(one) < rules.indexOf(other);
}

/**
 * A policy's own rules whose floor is never the level of anybody for whom they hold (and who gets one, or whose disposition shows
 * levels as open), and without which nobody's level, first steps, supports or actions would be different.
 */
export function idleRules(compiled: CompiledPolicy): readonly IdleRule[] {
  const { callers, policy } = compiled;
  return ownRules(compiled)
    .filter((one) => !decidesSomebody(compiled, one) && changesNothing(compiled, one.rule))
    .map(({ rule, region }) => ({ rule: rule.id, witness: policyWitness(callers, region, policy.id) }));
}

function decidesSomebody({ callers, atLeast, helped }: CompiledPolicy, { rule, region }: CompiledRule): boolean {
  if (rule.atLeast === undefined) return false;
  const { forest } = callers;
  const above = atLeast[LEVELS.indexOf(rule.atLeast) + 1] ?? FALSE;
  return forest.and(forest.and(region, helped), forest.not(above)) !== FALSE;
}

/** Compares with the policy without the rule: what is told of every caller is the same node. */
function changesNothing(compiled: CompiledPolicy, rule: Rule): boolean {
  const { policy, callers } = compiled;
  const without = compilePolicyIn(callers, { ...policy, rules: policy.rules.filter((one) => one !== rule) });
  // Invariant: the rules that are left were compiled before, so that little can be added to the budget.
  if (!without.ok) return false;
  const [before, after] = [compiled, without.value].map(resultNodes);
  return (before ?? []).every((node, place) => node === after?.[place]);
}

function resultNodes({ outcome, shownLevel, firstSteps, supports, actions }: CompiledPolicy): readonly Node[] {
  return [outcome, shownLevel, ...[firstSteps, supports, actions].flatMap((nodes) => Object.values(nodes))];
}

function ownRules({ rules, policy }: CompiledPolicy): readonly CompiledRule[] {
  return rules.filter(({ rule }) => rule.policy === policy.id);
}
