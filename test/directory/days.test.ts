import fc from 'fast-check';
import { expect, test } from 'vitest';
import { daysBetween } from '../../src/directory/days.ts';

const day = fc.date({ min: new Date('1901-01-01'), max: new Date('2199-12-31'), noInvalidDate: true });
const written = (date: Date) => date.toISOString().slice(0, 10);
const MILLISECONDS = 86_400_000;

test('counts days as the calendar does', () => {
  fc.assert(
    fc.property(day, day, (from, to) => {
      const expected = (Date.parse(written(to)) - Date.parse(written(from))) / MILLISECONDS;
      expect(daysBetween(written(from), written(to))).toBe(expected);
    }),
  );
});

test.each([
  ['2024-02-28', '2024-03-01', 2],
  ['2026-02-28', '2026-03-01', 1],
  ['2100-02-28', '2100-03-01', 1],
  ['2026-11-22', '2026-11-21', -1],
])('from %s to %s it is %i days', (from, to, days) => {
  expect(daysBetween(from, to)).toBe(days);
});
