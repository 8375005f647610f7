import { expect, test } from 'vitest';
import { createForest, FALSE, TRUE } from '../../src/diagram/forest.ts';
import { growthMeter } from '../../src/diagram/growth.ts';

test('what a statement adds is counted where it was added, once, and what added nothing is not named', () => {
  const forest = createForest([2, 2, 2]);
  const { measured, largest } = growthMeter(forest);
  const [first, second, third] = [0, 1, 2].map((variable) =>
    measured('tests', () => forest.make(variable, [FALSE, TRUE])),
  );
  measured('nothing', () => forest.make(0, [FALSE, TRUE]));
  const both = measured('pairs', () => forest.and(first ?? FALSE, second ?? FALSE));
  measured('pairs', () => forest.or(both, third ?? FALSE));
  expect(largest('nodes', 5)).toEqual([
    { statement: 'tests', nodes: 3, remembered: 0 },
    { statement: 'pairs', nodes: 3, remembered: 3 }, // one test before two others, and two before one
  ]);
  expect(largest('memo', 5).map(({ statement }) => statement)).toEqual(['pairs']);
  expect(largest('nodes', 1)).toHaveLength(1);
});

test('what was added before the budget ran out counts, too', () => {
  const forest = createForest([2, 2], { nodes: 1, memo: 10 });
  const { measured, largest } = growthMeter(forest);
  const both = () => [forest.make(1, [FALSE, TRUE]), forest.make(0, [FALSE, TRUE])];
  expect(() => measured('both', both)).toThrow('more than 1 nodes');
  expect(largest('nodes', 5)).toEqual([{ statement: 'both', nodes: 1, remembered: 0 }]);
});
