import { expect, test } from 'vitest';
import { milesBetween } from '../../src/referral/miles.ts';

// Great-circle distances between airports, as published (statute miles), at the coordinates of their reference points.
const AIRPORTS = {
  LAX: { latitude: 33.9425, longitude: -118.4081 },
  SFO: { latitude: 37.6189, longitude: -122.375 },
  JFK: { latitude: 40.6398, longitude: -73.7789 },
  ANC: { latitude: 61.1743, longitude: -149.9963 },
  GUM: { latitude: 13.4834, longitude: 144.7959 },
} as const;

test.each([
  ['LAX', 'SFO', 337],
  ['LAX', 'JFK', 2475],
  ['ANC', 'JFK', 3386],
] as const)('%s to %s is %i miles, to one in two hundred', (from, to, miles) => {
  expect(Math.abs(milesBetween(AIRPORTS[from], AIRPORTS[to]) - miles) / miles).toBeLessThan(1 / 200);
});

test('a degree of latitude is a 360th of the circumference, 69.1 miles', () => {
  const north = milesBetween({ latitude: 37, longitude: -122 }, { latitude: 38, longitude: -122 });
  expect(north).toBeCloseTo((2 * Math.PI * 3958.7613) / 360, 6);
  expect(north).toBeCloseTo(69.1, 1);
});

test('the way back is as long, no way is 0, and the date line is no detour', () => {
  expect(milesBetween(AIRPORTS.GUM, AIRPORTS.ANC)).toBeCloseTo(milesBetween(AIRPORTS.ANC, AIRPORTS.GUM), 9);
  expect(milesBetween(AIRPORTS.LAX, AIRPORTS.LAX)).toBe(0);
  const across = milesBetween({ latitude: 0, longitude: 179.5 }, { latitude: 0, longitude: -179.5 });
  expect(across).toBeCloseTo(69.1, 1);
});
