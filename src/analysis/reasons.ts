/** What a policy says of one complete caller, and which of its rules it is owed to. */

import type { FactValue } from '../conditions/model.ts';
import { type CompiledPolicy, OTHERWISE } from '../decision/compile.ts';
import { evaluate, type Result } from '../decision/evaluate.ts';
import { FIRST_STEPS, type FirstStep, type Level, SUPPORTS, type Support } from '../policy/care-lists.ts';
import type { Policy, Rule } from '../policy/model.ts';
import { readCaller } from '../questionnaire/complete-caller.ts';
import { EMERGENCY, type Said, saidOf } from './said.ts';
import { isStopped } from './stopped.ts';

export interface Reasons {
  readonly said: Said;
  /** Whether an answer stops the call: an emergency whatever the policy says. */
  readonly isStopped: boolean;
  /**
   * Ids of the rules whose floor is the level, in the order of the policy; `otherwise` where none gives one; none where a disposition
   * ends the call, or an answer stops it that no rule makes an emergency.
   */
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
  const stops = isStopped(callers.questionnaire, read);
  return {
    said: stops ? EMERGENCY : saidOf(verdict.result),
    isStopped: stops,
    rules: stops
      ? floorsAt('emergency', policy, verdict.rules).map(({ id }) => id)
      : decidingOf(policy, verdict.result, verdict.rules),
    firstSteps: FIRST_STEPS.filter((id) => verdict.firstSteps.has(id)),
    supports: SUPPORTS.filter((id) => verdict.supports.has(id)),
    notAsked: [...values.keys()].filter((id) => read(id) === undefined),
  };
}

function decidingOf(policy: Policy, result: Result, held: ReadonlySet<string>): readonly string[] {
  if (result.kind === 'disposition') return [];
  if (!policy.rules.some((rule) => held.has(rule.id) && rule.atLeast !== undefined)) return [OTHERWISE];
  return floorsAt(result.level, policy, held).map(({ id }) => id);
}

function floorsAt(level: Level, { rules }: Policy, held: ReadonlySet<string>): readonly Rule[] {
  return rules.filter((rule) => held.has(rule.id) && rule.atLeast === level);
}
