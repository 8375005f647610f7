/** Compiles a policy, or says what makes it too large. */

import { type CompiledPolicy, compilePolicy, type OverBudget } from '../decision/compile.ts';
import type { Policy } from '../policy/model.ts';
import { failed, outcomeOf } from '../problems/outcome.ts';
import type { Outcome, Problem } from '../problems/problem.ts';
import type { Content } from './content.ts';
import { policySources } from './stored-policies.ts';

/** Compiles a policy together with the conditions on which the sources disagree. */
export function compileWithinBudget(policy: Policy, content: Content, place: string): Outcome<CompiledPolicy> {
  const compiled = compilePolicy(content.questionnaire, policy, policySources(policy, content));
  return compiled.ok ? outcomeOf(compiled.value, []) : failed([overBudget(policy.id, compiled.over, place)]);
}

/** The problem that a policy outgrew the budget, with what of it did. */
export function overBudget(policy: string, { limit, what, grewBy }: OverBudget, place: string): Problem {
  const largest = grewBy.map(({ statement, nodes }) => `${statement} (${nodes})`).join(', ');
  return {
    code: 'over-budget',
    severity: 'error',
    file: place,
    position: undefined,
    message: `policy \`${policy}\` needs more than ${limit} ${what === 'nodes' ? 'nodes' : 'remembered steps'}; most come from ${largest}`,
    remedy: 'split the conditions named, or let them read fewer questions at once',
    excerpt: undefined,
  };
}
