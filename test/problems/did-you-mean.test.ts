import { expect, test } from 'vitest';
import { nearest, suggest } from '../../src/problems/did-you-mean.ts';

test.each([
  ['residental', 'residential'], // a letter left out
  ['residnetial', 'residential'], // two letters swapped
  ['Residential', 'residential'], // written large
  ['php2', 'php'],
])('takes %s for %s', (word, meant) => {
  expect(nearest(word, ['outpatient', 'php', 'residential'])).toBe(meant);
});

test.each(['hospital', 'x', ''])('takes %j for nothing', (word) => {
  expect(nearest(word, ['outpatient', 'php', 'residential'])).toBeUndefined();
});

test('takes no letter for another one, but for the same in capitals', () => {
  expect(nearest('s', ['a', 'b'])).toBeUndefined();
  expect(nearest('s', ['a', 'S'])).toBe('S');
});

test('a long word does not take long', () => {
  expect(nearest('x'.repeat(200_000), ['outpatient'])).toBeUndefined();
});

test('lists a few words where none is near', () => {
  expect(suggest('hospital', ['iop', 'php'])).toBe('one of `iop`, `php`');
  expect(
    suggest(
      'hospital',
      Array.from({ length: 50 }, (_, number) => `option-${number}`),
    ),
  ).toBeUndefined();
});
