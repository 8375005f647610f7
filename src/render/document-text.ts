/** A document for a recipient in the forms that are text. */

import type { CareDocument } from '../referral/care-document.ts';
import { documentOutline } from './document-outline.ts';
import { outlineMarkdown } from './outline-markdown.ts';
import { outlineText, type TextForm } from './outline-text.ts';

/** Renders a document as lines of at most `width` cells. */
export function documentText(document: CareDocument, form: TextForm): string {
  return outlineText(documentOutline(document), form);
}

/** Renders a document as Markdown. */
export function documentMarkdown(document: CareDocument): string {
  return outlineMarkdown(documentOutline(document));
}

/** Renders a document as JSON, which holds all that the other forms say. */
export function documentJson(document: CareDocument): string {
  return `${JSON.stringify(document, null, 2)}\n`;
}
