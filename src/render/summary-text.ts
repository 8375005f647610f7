/** A summary for a terminal: a column of labels, a column to read aloud. */

import type { Summary } from '../referral/summary.ts';
import { outlineText, type TextForm } from './outline-text.ts';
import { summaryOutline } from './summary-outline.ts';

/** Renders a summary as lines of at most `width` cells. */
export function summaryText(summary: Summary, form: TextForm): string {
  return outlineText(summaryOutline(summary), form);
}
