/** What a policy says of one complete caller, and which of its rules it is owed to. */

import type { FactValue } from '../conditions/model.ts';
import { type CompiledPolicy, OTHERWISE } from '../decision/compile.ts';
import { evaluate, type Result } from '../decision/evaluate.ts';
import { FIRST_STEPS, type FirstStep, SUPPORTS, type Support } from '../policy/care-lists.ts';
import type { Policy } from '../policy/model.ts';
import { readCaller } from '../questionnaire/complete-caller.ts';
import { type Said, saidOf } from './said.ts';

export interface Reasons {
  readonly said: Said;
  /** Ids of the rules whose floor is the level, in the order of the policy; `otherwise` where none gives one; none where a disposition ends the call. */
  readonly rules: readonly string[];
  readonly firstSteps: readonly FirstStep[];
  readonly supports: readonly Support[];
  /** Questions that the caller answers and that are not put to them here: they do not apply, or there are none such. */
  readonly notAsked: readonly string[];
}

/** What a policy makes of a complete caller, by the definition; answers to questions that its questionnaire does not know are not read. */
export function reasonsFor({ callers, policy }: CompiledPolicy, values: ReadonlyMap<string, FactValue>): Reasons {
  const read = readCaller(callers.questionnaire, values);
  const verdict = evaluate(callers.questionnaire, policy, read);
  return {
    said: saidOf(verdict.result),
    rules: decidingOf(policy, verdict.result, verdict.rules),
    firstSteps: FIRST_STEPS.filter((id) => verdict.firstSteps.has(id)),
    supports: SUPPORTS.filter((id) => verdict.supports.has(id)),
    notAsked: [...values.keys()].filter((id) => read(id) === undefined),
  };
}

function decidingOf(policy: Policy, result: Result, held: ReadonlySet<string>): readonly string[] {
  if (result.kind === 'disposition') return [];
  const floors = policy.rules.filter((rule) => held.has(rule.id) && rule.atLeast !== undefined);
  if (floors.length === 0) return [OTHERWISE];
  return floors.filter((rule) => rule.atLeast === result.level).map((rule) => rule.id);
}
