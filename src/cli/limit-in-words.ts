/** A budget that was outgrown, in words. */

import type { BudgetExceeded } from '../diagram/budget.ts';

/** How much there would have been: `500000 nodes`. */
export function limitInWords({ limit, what }: Pick<BudgetExceeded, 'limit' | 'what'>): string {
  return `${limit} ${what === 'nodes' ? 'nodes' : 'remembered steps'}`;
}
