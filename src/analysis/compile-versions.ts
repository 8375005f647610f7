/** The policies of two versions of a folder in one forest, over the callers who can answer both. */

import { type Callers, callersIn, createSpace, questionnaireConditions } from '../callers/callers.ts';
import { type CompiledPolicy, compilePolicyIn, conditionsOf, type OverBudget } from '../decision/compile.ts';
import type { Budget } from '../diagram/forest.ts';
import type { Policy } from '../policy/model.ts';
import type { JoinedVersions, Side } from './join-versions.ts';

/** A policy as it was and as it is; their ids may differ. */
export interface PolicyVersions {
  readonly before: Policy;
  readonly after: Policy;
}

export interface CompiledVersions {
  /** Everybody, with the questions of both versions: those whom either would ask something. */
  readonly callers: Callers;
  /** In the order given. */
  readonly policies: readonly { readonly before: CompiledPolicy; readonly after: CompiledPolicy }[];
}

export type VersionCompilation =
  | { readonly ok: true; readonly value: CompiledVersions }
  | { readonly ok: false; readonly side: Side; readonly policy: string; readonly over: OverBudget };

/** Compiles both versions of each policy; within the budget, or names the one that outgrew it. */
export function compileVersions(
  { both, before, after }: JoinedVersions,
  policies: readonly PolicyVersions[],
  budget?: Budget,
): VersionCompilation {
  const conditions = [
    ...policies.flatMap((one) => [...conditionsOf(one.before), ...conditionsOf(one.after)]),
    ...questionnaireConditions(before),
  ];
  const space = createSpace(both, conditions, budget === undefined ? {} : { budget });
  const callers = { before: callersIn(space, before), after: callersIn(space, after) };
  const compiled: { before: CompiledPolicy; after: CompiledPolicy }[] = [];
  for (const policy of policies) {
    const earlier = compilePolicyIn(callers.before, policy.before);
    if (!earlier.ok) return { ok: false, side: 'before', policy: policy.before.id, over: earlier.over };
    const later = compilePolicyIn(callers.after, policy.after);
    if (!later.ok) return { ok: false, side: 'after', policy: policy.after.id, over: later.over };
    compiled.push({ before: earlier.value, after: later.value });
  }
  const { forest } = space;
  const applies = (id: string) => forest.or(callers.before.applies(id), callers.after.applies(id));
  return { ok: true, value: { callers: { ...callers.after, questionnaire: both, applies }, policies: compiled } };
}
