/** A summary as an outline: the one order and wording that text and Markdown share. */

import type { Summary } from '../referral/summary.ts';
import type { Outline } from './outline.ts';
import { cardSections } from './summary-card.ts';
import { detailSections } from './summary-details.ts';
import { layoutWordsIn } from './words/words.ts';

/** Puts a summary into reading order. */
export function summaryOutline(summary: Summary): Outline {
  return {
    title: layoutWordsIn(summary.language).title,
    about: `${summary.policy.title} ${summary.policy.version} · ${summary.day}`,
    sections: [...cardSections(summary), ...detailSections(summary)],
    notices: summary.notices,
  };
}
