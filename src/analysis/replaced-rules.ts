/** Rules that stand in for one of an extended policy, and the callers to whom they give less care than that one. */

import { uniformWeights, weigher } from '../callers/share.ts';
import { type CompiledPolicy, compilePolicyIn } from '../decision/compile.ts';
import { FALSE, type Node } from '../diagram/forest.ts';
import { LEVELS } from '../policy/care-lists.ts';
import type { Rule } from '../policy/model.ts';
import type { WitnessCaller } from '../problems/problem.ts';
import type { Together } from './compile-together.ts';
import { policyWitness } from './policy-witness.ts';

export interface LoweringRule {
  readonly policy: string;
  readonly rule: string;
  readonly replaces: string;
  /** Weight of the callers whom it lowers, all answers equally likely, among those who are no emergency either way. */
  readonly lowered: bigint;
  readonly among: bigint;
  /** Whether some of them are an emergency under the rule that it replaces. */
  readonly lowersEmergency: boolean;
  readonly witness: WitnessCaller | undefined;
}

/** Every rule that gives some caller a lower level than the rule that it replaces would. */
export function loweringRules(together: Together): readonly LoweringRule[] {
  const policies = [...together.policies.values()];
  const written = new Map(policies.flatMap(({ policy }) => policy.rules.map((rule) => [rule.id, rule] as const)));
  return policies.flatMap((compiled) =>
    compiled.policy.rules
      .filter((rule) => rule.policy === compiled.policy.id)
      .flatMap((rule) => {
        const original = rule.replaces === undefined ? undefined : written.get(rule.replaces);
        return original === undefined ? [] : lowering(compiled, rule, original);
      }),
  );
}

function lowering(after: CompiledPolicy, rule: Rule, original: Rule): readonly LoweringRule[] {
  const { callers, policy } = after;
  const { forest } = callers;
  const rules = [...policy.rules.filter((one) => one !== rule), original];
  const compiled = compilePolicyIn(callers, { ...policy, rules });
  // Invariant: all rules were compiled before, so that little can be added to the budget.
  if (!compiled.ok) return [];
  const before = compiled.value;
  const lowered = loweredFrom(before, after);
  if (lowered === FALSE) return [];
  const emergency = (one: CompiledPolicy): Node => one.atLeast[LEVELS.indexOf('emergency')] ?? FALSE;
  const among = forest.not(forest.or(emergency(before), emergency(after)));
  const weigh = weigher(forest, uniformWeights(callers));
  return [
    {
      policy: policy.id,
      rule: rule.id,
      replaces: original.id,
      lowered: weigh(forest.and(lowered, among)),
      among: weigh(among),
      lowersEmergency: forest.and(lowered, emergency(before)) !== FALSE,
      witness: policyWitness(callers, lowered, policy.id),
    },
  ];
}

/** The callers who get a lower level, or have a lower one shown as open. */
function loweredFrom(before: CompiledPolicy, after: CompiledPolicy): Node {
  const { forest } = after.callers;
  const fallen = before.atLeast.map((region, rank) => forest.and(region, forest.not(after.atLeast[rank] ?? FALSE)));
  return forest.and(fallen.reduce(forest.or, FALSE), before.helped);
}
