/** A summary as Markdown, for a chart or a message. */

import type { Summary } from '../referral/summary.ts';
import { outlineMarkdown } from './outline-markdown.ts';
import { summaryOutline } from './summary-outline.ts';

/** Renders a summary as Markdown. */
export function summaryMarkdown(summary: Summary): string {
  return outlineMarkdown(summaryOutline(summary));
}
