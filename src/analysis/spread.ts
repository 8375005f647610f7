/** Mean, median, 95th of a hundred and worst of what was counted. */

import type { Spread } from './simulation.ts';

const NONE: Spread = { mean: 0, median: 0, most: 0, worst: 0 };

/** The spread of some numbers; by nearest rank, so that each but the mean is one of them. */
export function spreadOf(numbers: readonly number[]): Spread {
  if (numbers.length === 0) return NONE;
  const sorted = Float64Array.from(numbers).sort();
  const ranked = (share: number): number => sorted[Math.ceil(share * sorted.length) - 1] ?? 0;
  return { mean: meanOf(numbers), median: ranked(0.5), most: ranked(0.95), worst: ranked(1) };
}

/** The mean; 0 of nothing. */
export function meanOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, one) => sum + one, 0) / Math.max(1, numbers.length);
}
