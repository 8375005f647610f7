/** A document for a recipient as an outline: the one order and wording that text, Markdown and HTML share. */

import type { CareDocument, DocumentLine, DocumentPart } from '../referral/care-document.ts';
import { bullet, type Item, line, more, type Outline, type Section } from './outline.ts';
import { summaryOutline } from './summary-outline.ts';

/** What is filled in by hand is written on this. */
const RULE = '_'.repeat(24);

/** Puts a document into reading order; of the chart the summary comes first. */
export function documentOutline(document: CareDocument): Outline {
  const { title, day, parts, summary, notices } = document;
  const whole = summary === null ? undefined : summaryOutline(summary);
  return {
    title,
    about: whole === undefined ? day : whole.about,
    sections: [...(whole?.sections ?? []), ...parts.map(sectionOf)],
    notices,
    isStacked: true,
  };
}

function sectionOf({ title, alarm, lines }: DocumentPart): Section {
  return { label: title, title, place: 'details', alarm, items: lines.map(itemOf) };
}

function itemOf({ kind, text }: DocumentLine): Item {
  switch (kind) {
    case 'line':
      return line(text);
    case 'strong':
      return line(text, 'strong');
    case 'heading':
      return line(text, 'heading');
    case 'bullet':
      return bullet(text);
    case 'more':
      return more(text, 'plain');
    case 'number':
      return more(text, 'strong');
    case 'blank':
      return line(`${text}: ${RULE}`);
    default:
      return kind satisfies never;
  }
}
