/** Compiles a policy, or says what makes it too large. */

import { type CompiledPolicy, compilePolicy, type OverBudget } from '../decision/compile.ts';
import type { Policy } from '../policy/model.ts';
import { failed, outcomeOf } from '../problems/outcome.ts';
import type { Outcome, Problem } from '../problems/problem.ts';
import type { Content } from './content.ts';
import { limitInWords } from './limit-in-words.ts';
import { policySources } from './stored-policies.ts';

/** Compiles a policy together with the conditions on which the sources disagree. */
export function compileWithinBudget(policy: Policy, content: Content, place: string): Outcome<CompiledPolicy> {
  const compiled = compilePolicy(content.questionnaire, policy, policySources(policy, content));
  return compiled.ok ? outcomeOf(compiled.value, []) : failed([overBudget(policy.id, compiled.over, place)]);
}

/** The problem that a policy outgrew the budget, with what of it did. */
export function overBudget(policy: string, over: OverBudget, place: string): Problem {
  return {
    code: 'over-budget',
    severity: 'error',
    file: place,
    position: undefined,
    ...outgrown(`policy \`${policy}\``, over),
    excerpt: undefined,
  };
}

/** What outgrew the budget, in words. */
export function outgrown(name: string, over: OverBudget): Pick<Problem, 'message' | 'remedy'> {
  const largest = over.grewBy.map(
    ({ statement, nodes, remembered }) => `${statement} (${over.what === 'nodes' ? nodes : remembered})`,
  );
  return {
    message: `${name} needs more than ${limitInWords(over)}; most come from ${largest.join(', ')}`,
    remedy: 'split the conditions named, or let them read fewer questions at once',
  };
}
