/** A summary or a document as one page that needs nothing else: no script, no address, no font. It can be read on a phone and printed. */

import type { CareDocument } from '../referral/care-document.ts';
import type { Summary } from '../referral/summary.ts';
import { documentOutline } from './document-outline.ts';
import { element, fragment, type Markup, page } from './html.ts';
import { itemsMarkup } from './items-html.ts';
import type { Outline, Section } from './outline.ts';
import { summaryOutline } from './summary-outline.ts';
import { SUMMARY_STYLE } from './summary-style.ts';

/** Renders the counselor's summary as a complete HTML document, which is well-formed XML too. */
export function summaryHtml(summary: Summary): string {
  return outlinePage(summaryOutline(summary), { language: summary.language, kind: 'summary' });
}

/** Renders a document for a recipient in the same way. */
export function documentHtml(document: CareDocument): string {
  return outlinePage(documentOutline(document), { language: document.language, kind: document.for });
}

interface PageForm {
  readonly language: string;
  readonly kind: CareDocument['for'] | 'summary';
}

function outlinePage(outline: Outline, { language, kind }: PageForm): string {
  const { title, about, sections, notices } = outline;
  return page({
    language,
    title: `${title} · ${about}`,
    style: SUMMARY_STYLE,
    meta: { 'color-scheme': 'light dark', referrer: 'no-referrer' },
    body: element(
      'body',
      { class: kind },
      element('header', {}, element('h1', {}, title), element('p', { class: 'about' }, about)),
      element('main', {}, ...sections.map(sectionMarkup)),
      element('footer', {}, ...notices.map((text) => element('p', {}, text))),
    ),
  });
}

function sectionMarkup({ title, alarm, place, items }: Section, index: number): Markup {
  const id = `part-${index + 1}`;
  const look = [place, ...(alarm ? ['alarm'] : [])].join(' ');
  return element(
    'section',
    { class: look, 'aria-labelledby': id },
    element('h2', { id }, title),
    fragment(...itemsMarkup(items)),
  );
}
