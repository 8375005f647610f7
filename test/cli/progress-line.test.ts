import { expect, test } from 'vitest';
import { progressLine } from '../../src/cli/progress-line.ts';

test('it says how many are done of all, and how long the rest takes at the same pace', () => {
  expect(progressLine(812, 2096, 'slips', 8120)).toBe('812 of 2,096 slips, about 13 s left');
  expect(progressLine(2096, 2096, 'slips', 20_960)).toBe('2,096 of 2,096 slips, about 0 s left');
});
