/** A summary as JSON: the saved form, from which the others can be rendered again. */

import type { Summary } from '../referral/summary.ts';

/** Renders a summary as JSON with the keys in the order of the format, whatever order they came in. */
export function summaryJson(summary: Summary): string {
  return `${JSON.stringify(summary, null, 2)}\n`;
}
