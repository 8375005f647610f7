import { expect, test } from 'vitest';
import { progressLine } from '../../src/cli/score-progress.ts';

test('bytes, rows, the rate and the time left are said', () => {
  expect(progressLine({ taken: 25e6, size: 100e6, rows: 15000, elapsed: 6000 })).toBe(
    '25% of 100 MB, 15,000 rows, 2,500 rows/s, 18 s left',
  );
  expect(progressLine({ taken: 25e6, size: undefined, rows: 5000, elapsed: 2000 })).toBe(
    '25 MB read, 5,000 rows, 2,500 rows/s',
  );
});

test('an input of less than a megabyte is one, and what is read of a pipe may be less', () => {
  expect(progressLine({ taken: 1e5, size: 2e5, rows: 2500, elapsed: 5000 })).toBe(
    '50% of 1 MB, 2,500 rows, 500 rows/s, 5 s left',
  );
  expect(progressLine({ taken: 1e5, size: undefined, rows: 500, elapsed: 1000 })).toBe(
    '0 MB read, 500 rows, 500 rows/s',
  );
});

test('as long as it goes on it is not said to be over', () => {
  const line = progressLine({ taken: 100e6, size: 100e6, rows: 5000, elapsed: 2000 });
  expect(line).toBe('99% of 100 MB, 5,000 rows, 2,500 rows/s');
});

test('before one percent and five seconds are over nothing is said of the end', () => {
  for (const [taken, elapsed] of [
    [25e6, 4999],
    [9e5, 60_000],
  ] as const) {
    expect(progressLine({ taken, size: 100e6, rows: 5000, elapsed })).toMatch(/rows\/s$/);
  }
});
