/** The shipped questionnaire with all its policies compiled, and what `evaluate` says of a complete caller. */

import type { FactValue } from '../../src/conditions/model.ts';
import { type CompiledPolicy, compilePolicy } from '../../src/decision/compile.ts';
import { evaluate, type Verdict } from '../../src/decision/evaluate.ts';
import { readCaller } from '../../src/questionnaire/complete-caller.ts';
import { shippedContent } from '../fixtures/shipped.ts';

const { questionnaire, policies, cases } = await shippedContent();

export { cases, policies, questionnaire };

/** Every policy compiled, by its id. */
export const COMPILED: ReadonlyMap<string, CompiledPolicy> = new Map(
  policies.map((policy) => {
    const compilation = compilePolicy(questionnaire, policy);
    if (!compilation.ok) throw new Error(`${policy.id} is over budget`);
    return [policy.id, compilation.value];
  }),
);

/** A policy that there is. */
export function compiledPolicy(id: string): CompiledPolicy {
  const found = COMPILED.get(id);
  if (found === undefined) throw new Error(`no policy ${id}`);
  return found;
}

/** What a policy says of a complete caller, by definition. */
export function verdictOf({ policy }: CompiledPolicy, values: ReadonlyMap<string, FactValue>): Verdict {
  return evaluate(questionnaire, policy, readCaller(questionnaire, values));
}
