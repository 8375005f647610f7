import fc from 'fast-check';
import { expect, test } from 'vitest';
import { weightsFor } from '../../src/analysis/marginal-weights.ts';
import { weigher, wholeWeight } from '../../src/callers/share.ts';
import type { FactValue } from '../../src/conditions/model.ts';
import { compilePolicy } from '../../src/decision/compile.ts';
import { LEVELS } from '../../src/policy/care-lists.ts';
import { listCallers } from './listing.ts';
import { answerWeight, smallMarginals } from './small-marginals.ts';
import { small } from './small-policies.ts';

const drawn = small.chain(({ questionnaire, policy }) =>
  smallMarginals(questionnaire).map((marginals) => ({ questionnaire, policy, marginals })),
);

test('a weighed region is the sum of what its callers weigh, for every rule and level', () => {
  fc.assert(
    fc.property(drawn, ({ questionnaire, policy, marginals }) => {
      const compiled = compilePolicy(questionnaire, policy);
      if (!compiled.ok) throw new Error('over budget');
      const { callers, rules, atLeast } = compiled.value;
      const weights = weightsFor(callers, marginals);
      const weigh = weigher(callers.forest, weights);
      const weightOf = (values: ReadonlyMap<string, FactValue>) =>
        questionnaire.questions.reduce(
          (all, question) => all * answerWeight(marginals, question, values.get(question.id) ?? ''),
          1n,
        );
      const all = listCallers(questionnaire, policy).map((one) => ({ ...one, weight: weightOf(one.values) }));
      const sum = (some: typeof all) => some.reduce((total, { weight }) => total + weight, 0n);
      const whole = sum(all);
      /** Equal shares of the whole, without a division. */
      const same = (weighed: bigint, listed: bigint) => expect(weighed * whole).toBe(listed * wholeWeight(weights));
      for (const { rule, region } of rules)
        same(weigh(region), sum(all.filter(({ verdict }) => verdict.rules.has(rule.id))));
      for (const [rank, region] of atLeast.entries())
        same(weigh(region), sum(all.filter(({ verdict }) => LEVELS.indexOf(verdict.levelIfScored) >= rank)));
    }),
    { numRuns: 1000, endOnFailure: true },
  );
}, 60_000);
