import fc from 'fast-check';
import { expect, test } from 'vitest';
import { coarse, exactly, share } from '../../src/render/coarse.ts';

test.each([
  [0, '0', '0'],
  [1, '1 to 4', '1–4'],
  [4, '1 to 4', '1–4'],
  [5, '5', '5'],
  [9, '5', '5'],
  [1243, '1,240', '1,240'],
  [9999, '9,995', '9,995'],
  [12_345, '12,345', '12k'],
  [1_234_567, '1,234,565', '1,234k'],
])('%i people are shown as %s', (count, shown, brief) => {
  expect(coarse(count)).toMatchObject({ shown, brief });
});

test('all counts of the same five look the same in every respect, so that nothing tells them apart', () => {
  fc.assert(
    fc.property(fc.nat({ max: 10 ** 9 }), (count) => {
      const five = count - (count % 5);
      const others = [1, 2, 3, 4].map((more) => coarse(five + more));
      expect(new Set(others.map((one) => JSON.stringify(one))).size).toBe(1);
      if (five > 0) expect(others[0]).toEqual(coarse(five));
    }),
  );
});

test('a share is a whole percent, and none where it would tell what is hidden', () => {
  expect(share(coarse(50), coarse(200))).toBe('25%');
  expect(share(coarse(10), coarse(5000))).toBe('under 1%');
  expect(share(coarse(4995), coarse(5000))).toBe('over 99%');
  expect(share(coarse(0), coarse(200))).toBe('0%');
  expect(share(coarse(3), coarse(200))).toBe('');
  expect(share(coarse(3), coarse(4))).toBe('');
  expect(share(coarse(0), coarse(0))).toBe('');
  expect(share(exactly(5), exactly(8))).toBe('63%');
  expect(share(coarse(3), exactly(8))).toBe('');
});
