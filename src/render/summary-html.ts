/** A summary or a document as one page that needs nothing else: no script, no address, no font. It can be read on a phone and printed. */

import type { CareDocument } from '../referral/care-document.ts';
import type { Summary } from '../referral/summary.ts';
import { documentOutline } from './document-outline.ts';
import { element, fragment, type Markup, styleSheet } from './html.ts';
import { itemsMarkup } from './items-html.ts';
import type { Outline, Section } from './outline.ts';
import { summaryOutline } from './summary-outline.ts';
import { SUMMARY_STYLE } from './summary-style.ts';

/** Nothing may be loaded or run, whatever a text in the page says. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/** Renders the counselor's summary as a complete HTML document, which is well-formed XML too. */
export function summaryHtml(summary: Summary): string {
  return page(summaryOutline(summary), { language: summary.language, kind: 'summary' });
}

/** Renders a document for a recipient in the same way. */
export function documentHtml(document: CareDocument): string {
  return page(documentOutline(document), { language: document.language, kind: document.for });
}

interface PageForm {
  readonly language: string;
  readonly kind: CareDocument['for'] | 'summary';
}

function page(outline: Outline, { language, kind }: PageForm): string {
  const { title, about, sections, notices } = outline;
  const html = element(
    'html',
    { lang: language },
    element(
      'head',
      {},
      element('meta', { charset: 'utf-8' }),
      element('meta', { 'http-equiv': 'Content-Security-Policy', content: POLICY }),
      element('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
      element('meta', { name: 'color-scheme', content: 'light dark' }),
      element('meta', { name: 'referrer', content: 'no-referrer' }),
      element('title', {}, `${title} · ${about}`),
      styleSheet(SUMMARY_STYLE),
    ),
    element(
      'body',
      { class: kind },
      element('header', {}, element('h1', {}, title), element('p', { class: 'about' }, about)),
      element('main', {}, ...sections.map(sectionMarkup)),
      element('footer', {}, ...notices.map((text) => element('p', {}, text))),
    ),
  );
  return `<!DOCTYPE html>\n${html.markup}\n`;
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
