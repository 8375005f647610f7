import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createCallers } from '../../src/callers/callers.ts';
import { uniformWeights, type Weights, weigher, wholeWeight } from '../../src/callers/share.ts';
import { holds } from '../../src/conditions/evaluate.ts';
import type { FactValue } from '../../src/conditions/model.ts';
import { createForest, FALSE, TRUE } from '../../src/diagram/forest.ts';
import { readCaller } from '../../src/questionnaire/complete-caller.ts';
import { shippedContent } from '../fixtures/shipped.ts';
import { small, valuesOf } from '../laws/small-policies.ts';
import { combinations } from '../laws/small-versions.ts';

/** Weights of three variables with two, three and two values. */
const WEIGHTS: Weights = [
  [1n, 3n],
  [2n, 0n, 5n],
  [1n, 1n],
];

test('a region weighs what its callers weigh: the product of the weights of their values', () => {
  const forest = createForest([2, 3, 2]);
  const weigh = weigher(forest, WEIGHTS);
  expect(wholeWeight(WEIGHTS)).toBe(4n * 7n * 2n);
  expect(weigh(FALSE)).toBe(0n);
  expect(weigh(TRUE)).toBe(56n); // variables that are skipped may have any value
  const first = forest.make(0, [FALSE, TRUE]);
  const second = forest.make(1, [TRUE, FALSE, FALSE]);
  expect(weigh(first)).toBe(3n * 7n * 2n);
  expect(weigh(second)).toBe(4n * 2n * 2n);
  expect(weigh(forest.and(first, second))).toBe(3n * 2n * 2n);
  expect(weigh(forest.or(first, second))).toBe(42n + 16n - 12n);
  expect(weigh(forest.make(1, [FALSE, TRUE, FALSE]))).toBe(0n); // somebody whom the weights rule out
});

test('the exact weight of a region has more digits than a number holds', () => {
  const widths = Array.from({ length: 80 }, () => 10);
  const forest = createForest(widths);
  const weights = widths.map(() => Array.from({ length: 10 }, () => 1n));
  const last = forest.make(79, [TRUE, ...Array.from({ length: 9 }, () => FALSE)]);
  expect(weigher(forest, weights)(last)).toBe(10n ** 79n);
  expect(weigher(forest, weights)(forest.not(last))).toBe(10n ** 80n - 10n ** 79n);
});

test('with every answer alike, the share of a region is that of all combinations of answers that are in it', () => {
  let partial = 0;
  fc.assert(
    fc.property(small, ({ questionnaire, policy }) => {
      const conditions = policy.rules.map((rule) => rule.when);
      const callers = createCallers(questionnaire, conditions);
      const weights = uniformWeights(callers);
      const weigh = weigher(callers.forest, weights);
      const all = combinations(questionnaire.questions.map(({ id, kind }) => ({ id, values: valuesOf(kind) })));
      const reads = all.map((values: ReadonlyMap<string, FactValue>) => readCaller(questionnaire, values));
      for (const condition of conditions) {
        const inside = reads.filter((read) => holds(condition, read)).length;
        if (inside > 0 && inside < all.length) partial += 1;
        expect(weigh(callers.region(condition)) * BigInt(all.length)).toBe(BigInt(inside) * wholeWeight(weights));
      }
    }),
    { numRuns: 1000, endOnFailure: true },
  );
  expect(partial).toBeGreaterThan(300);
}, 60_000);

test('a band weighs as many numbers as lie in it', async () => {
  const { questionnaire } = await shippedContent();
  const ages = questionnaire.questions.find(({ id }) => id === 'age');
  if (ages?.kind.kind !== 'number') throw new Error('the age is a number');
  const { min, max, step } = ages.kind;
  const callers = createCallers(questionnaire, [{ kind: 'within', id: 'age', from: 18, to: 25 }]);
  const weights = uniformWeights(callers);
  const weigh = weigher(callers.forest, weights);
  const some = weigh(callers.region({ kind: 'within', id: 'age', from: 18, to: 25 }));
  const applying = weigh(callers.applies('age'));
  expect(some * BigInt((max - min) / step + 1)).toBe(applying * 8n);
});
