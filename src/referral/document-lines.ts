/** The lines that a document is made of. */

import type { DocumentLine, DocumentPart, PartId } from './care-document.ts';
import type { Words } from './words/words.ts';

const made =
  (kind: DocumentLine['kind']) =>
  (text: string): DocumentLine => ({ kind, text });

/** Running text. */
export const plain = made('line');
/** What must be seen. */
export const strong = made('strong');
/** A line of a list. */
export const bulleted = made('bullet');
/** A line that belongs to the one before it. */
export const under = made('more');
/** A telephone number, belonging to the line before it. */
export const dial = made('number');
/** What stands above some of the lines. */
export const headed = made('heading');
/** The name of a field that is filled in by hand. */
export const blank = made('blank');

/** A part with its title; nothing where it has no lines. */
export function part(id: PartId, words: Words, lines: readonly DocumentLine[], alarm = false): readonly DocumentPart[] {
  return lines.length === 0 ? [] : [{ id, title: words.documents.parts[id], alarm, lines }];
}
