import { expect, test } from 'vitest';
import { internTuples } from '../../src/diagram/interned-tuples.ts';
import { randomFrom } from '../questionnaires/random-callers.ts';

test('tuples are numbered in the order in which they come, equal ones the same, and can be read again', () => {
  const random = randomFrom(7);
  const drawn = Array.from({ length: 6000 }, () => [0, 1, 2].map(() => Math.floor(random() * 12) * 0x10000 - 0x50000));
  const tuples = internTuples(3);
  for (const part of [drawn.slice(0, 2000), drawn]) {
    const numbers = new Map<string, number>();
    for (const tuple of part) {
      const key = tuple.join(' ');
      const expected = numbers.get(key) ?? numbers.size;
      numbers.set(key, expected);
      expect(tuples.numberOf(Int32Array.from(tuple))).toBe(expected);
      const read = new Int32Array(3);
      tuples.read(expected, read);
      expect([...read]).toEqual(tuple);
    }
    expect(tuples.count()).toBe(numbers.size);
    tuples.clear();
  }
});

test('there is one tuple of no numbers', () => {
  const tuples = internTuples(0);
  expect([tuples.numberOf(new Int32Array()), tuples.numberOf(new Int32Array()), tuples.count()]).toEqual([0, 0, 1]);
});
