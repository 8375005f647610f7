/** Rules that hold for someone only because a question did not apply to them. */

import type { Condition } from '../conditions/model.ts';
import { readIds } from '../conditions/reads.ts';
import type { CompiledPolicy } from '../decision/compile.ts';
import { FALSE } from '../diagram/forest.ts';
import type { WitnessCaller } from '../problems/problem.ts';
import { policyWitness } from './policy-witness.ts';

/** A rule, and the gated question whose negated test it passes for callers to whom the question does not apply. */
export interface UngatedNegation {
  readonly policy: string;
  readonly rule: string;
  readonly question: string;
  /** Somebody for whom the rule holds and to whom the question does not apply. */
  readonly witness: WitnessCaller | undefined;
}

/**
 * A test on a question that does not apply is false, so its negation is true: `none: [{home_use: "yes"}]` holds for someone
 * without a home. Where a rule negates a test on a gated question and holds for some caller to whom the question does not
 * apply, its author may not have meant that. Exact: over all callers. A policy's own rules only.
 */
export function ungatedNegations({ policy, callers, rules }: CompiledPolicy): readonly UngatedNegation[] {
  const { forest, questionnaire } = callers;
  const gated = new Set(
    questionnaire.questions.map(({ id }) => id).filter((id) => forest.not(callers.applies(id)) !== FALSE),
  );
  return rules
    .filter(({ rule }) => rule.policy === policy.id)
    .flatMap(({ rule, region }) =>
      [...negatedIds(rule.when)]
        .filter((id) => gated.has(id))
        .map((question) => ({ question, without: forest.and(region, forest.not(callers.applies(question))) }))
        .filter(({ without }) => without !== FALSE)
        .map(({ question, without }) => ({
          policy: policy.id,
          rule: rule.id,
          question,
          witness: policyWitness(callers, without, policy.id),
        })),
    );
}

/** Ids of the facts that are tested inside a `none`, or counted with an upper bound. */
function negatedIds(condition: Condition): ReadonlySet<string> {
  if ('terms' in condition) {
    const whens = condition.terms.map((term) => term.when);
    const isBounded = Number.isFinite(condition.atMost);
    return new Set(whens.flatMap((when) => [...(isBounded ? readIds(when) : negatedIds(when))]));
  }
  if (!('of' in condition)) return new Set();
  return new Set(condition.of.flatMap((part) => [...(condition.kind === 'none' ? readIds(part) : negatedIds(part))]));
}
