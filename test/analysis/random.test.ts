import { expect, test } from 'vitest';
import { randomStream, xoshiro } from '../../src/analysis/random.ts';

test('the generator is the published one', () => {
  const next = xoshiro([1, 2, 3, 4]);
  // From the C code at prng.di.unimi.it/xoshiro128starstar.c, with the state 1, 2, 3, 4.
  const published = [
    11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849, 3729100597, 4258142804,
  ];
  expect(published.map(() => next())).toEqual(published);
});

test('a stream depends on its seed and its number alone', () => {
  const first = (seed: number, stream: number) => {
    const random = randomStream(seed, stream);
    return Array.from({ length: 20 }, () => random(1_000_000)).join(' ');
  };
  expect(first(1, 0)).toBe(first(1, 0));
  const streams = [0, 1, 2].flatMap((seed) => [0, 1, 2].map((stream) => first(seed, stream)));
  expect(new Set(streams).size).toBe(9);
});

test('every number below a bound is drawn about as often as another', () => {
  const random = randomStream(7, 0);
  const counts = new Array<number>(6).fill(0);
  for (let round = 0; round < 60_000; round++) {
    const drawn = random(6);
    counts[drawn] = (counts[drawn] ?? 0) + 1;
  }
  expect(counts.length).toBe(6);
  for (const count of counts) expect(Math.abs(count - 10_000)).toBeLessThan(600); // more than six standard deviations
});
