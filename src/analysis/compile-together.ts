/** Everything that an analysis sets side by side, compiled in one forest: equal diagrams are then the same node. */

import { type Callers, callersIn, createSpace } from '../callers/callers.ts';
import type { Condition } from '../conditions/model.ts';
import {
  type Compilation,
  type CompiledPolicy,
  compilePolicy,
  compilePolicyIn,
  conditionsOf,
  DECIDING_BUDGET,
  type OverBudget,
} from '../decision/compile.ts';
import { type Budget, DEFAULT_BUDGET } from '../diagram/forest.ts';
import type { Policy } from '../policy/model.ts';
import type { Questionnaire } from '../questionnaire/model.ts';

export interface Together {
  readonly callers: Callers;
  /** By id, in the order given. */
  readonly policies: ReadonlyMap<string, CompiledPolicy>;
}

export type CompilationTogether =
  | { readonly ok: true; readonly value: Together }
  | { readonly ok: false; readonly policy: string; readonly over: OverBudget };

export interface TogetherOptions {
  /** Conditions that will be asked about: of properties, of tables, of mutants. Numbers are cut at their thresholds, too. */
  readonly others?: readonly Condition[];
  readonly budget?: Budget;
}

/** A policy that adds no more to the others is small enough to decide by; a larger one is compiled alone to see. */
const SMALL = DECIDING_BUDGET.nodes / 4;

/**
 * Compiles policies over the same callers; within the budget, or names the policy that outgrew it and what of it did. None may add
 * more to the others than a policy may need that is to decide: one that is too large is found soon, and not when it has taken all.
 */
export function compileTogether(
  questionnaire: Questionnaire,
  policies: readonly Policy[],
  { others = [], budget = DEFAULT_BUDGET }: TogetherOptions = {},
): CompilationTogether {
  const conditions = [...policies.flatMap((policy) => conditionsOf(policy)), ...others];
  const callers = callersIn(createSpace(questionnaire, conditions, { budget }), questionnaire);
  const compiled = new Map<string, CompiledPolicy>();
  for (const policy of policies) {
    const one = compileBeside(callers, policy, budget);
    if (!one.ok) return { ok: false, policy: policy.id, over: one.over };
    compiled.set(policy.id, one.value);
  }
  callers.forest.limit(budget);
  return { ok: true, value: { callers, policies: compiled } };
}

function compileBeside(callers: Callers, policy: Policy, budget: Budget): Compilation {
  const { forest, questionnaire } = callers;
  const before = forest.size();
  const own = {
    nodes: Math.min(budget.nodes, before + DECIDING_BUDGET.nodes),
    memo: Math.min(budget.memo, forest.memoSize() + DECIDING_BUDGET.memo),
  };
  forest.limit(own);
  const together = compilePolicyIn(callers, policy);
  if (!together.ok) {
    const { over } = together;
    const isOwn = over.what === 'nodes' ? own.nodes < budget.nodes : own.memo < budget.memo;
    return isOwn ? { ok: false, over: { ...over, limit: DECIDING_BUDGET[over.what] } } : together;
  }
  if (forest.size() - before <= SMALL) return together;
  const alone = compilePolicy(questionnaire, policy);
  return alone.ok ? together : alone;
}
