/** Everything that an analysis sets side by side, compiled in one forest: equal diagrams are then the same node. */

import { type Callers, callersIn, createSpace } from '../callers/callers.ts';
import type { Condition } from '../conditions/model.ts';
import {
  type CompiledPolicy,
  compilePolicy,
  compilePolicyIn,
  conditionsOf,
  DECIDING_BUDGET,
  type OverBudget,
} from '../decision/compile.ts';
import type { Budget } from '../diagram/forest.ts';
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

/** Compiles policies over the same callers; within the budget, or names the policy that outgrew it and what of it did. */
export function compileTogether(
  questionnaire: Questionnaire,
  policies: readonly Policy[],
  { others = [], budget }: TogetherOptions = {},
): CompilationTogether {
  const conditions = [...policies.flatMap((policy) => conditionsOf(policy)), ...others];
  const space = createSpace(questionnaire, conditions, budget === undefined ? {} : { budget });
  const callers = callersIn(space, questionnaire);
  const compiled = new Map<string, CompiledPolicy>();
  for (const policy of policies) {
    const before = callers.forest.size();
    const one = compilePolicyIn(callers, policy);
    const alone = one.ok && callers.forest.size() - before > SMALL ? compilePolicy(questionnaire, policy) : one;
    if (!alone.ok) return { ok: false, policy: policy.id, over: alone.over };
    if (one.ok) compiled.set(policy.id, one.value);
  }
  return { ok: true, value: { callers, policies: compiled } };
}
