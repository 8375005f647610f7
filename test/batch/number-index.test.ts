import { expect, test } from 'vitest';
import { createNumberIndex } from '../../src/batch/number-index.ts';
import { randomFrom } from '../questionnaires/random-callers.ts';

test('tuples are numbered in the order in which they come, equal ones the same, until there is no room', () => {
  const index = createNumberIndex(256, 3);
  const random = randomFrom(7);
  const numbers = new Map<string, number>();
  const drawn = Array.from({ length: 4000 }, () => [0, 1, 2].map(() => Math.floor(random() * 8) * 0x10000 - 0x20000));
  for (const tuple of drawn) {
    const key = tuple.join(' ');
    const expected = numbers.get(key) ?? (numbers.size < 256 ? numbers.size : -1);
    expect(index.numberOf(Int32Array.from(tuple))).toBe(expected);
    if (expected !== -1) numbers.set(key, expected);
  }
  expect(numbers.size).toBe(256);
  index.clear();
  expect(index.numberOf(Int32Array.from(drawn[0] ?? []))).toBe(0);
  expect(index.size()).toBe(1);
});
