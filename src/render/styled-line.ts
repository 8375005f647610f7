/** Lines of a call's screen before they are painted, and how text becomes such lines. */

import { cells, charactersOf } from './cells.ts';
import { type Span, wrap } from './wrap.ts';

export type Line = readonly Span[];

/** What every part of a screen is laid out for. */
export interface Page {
  /** Cells of the terminal. */
  readonly columns: number;
  /** Cells for running text, which is hard to read in longer lines. */
  readonly width: number;
  /** Spells out characters that would not show or would take no cell. */
  readonly spell: (text: string) => string;
}

export const BLANK: Line = [];

/** A line of one style. */
export function styled(style: Span['style'], text: string): Line {
  return text === '' ? BLANK : [{ style, text }];
}

/** Running text whose first line stands behind a mark, the others under it or behind a mark of their own. */
export function paragraph(
  text: Span,
  page: Page,
  marks: { readonly first: Span; readonly others?: Span } = { first: { style: 'plain', text: '' } },
): readonly Line[] {
  const { first } = marks;
  const others = marks.others ?? { style: 'plain', text: ' '.repeat(cells(first.text)) };
  const width = Math.max(1, page.width - cells(first.text));
  return wrap([{ style: text.style, text: page.spell(text.text) }], width).map((line, index) => [
    index === 0 ? first : others,
    ...line,
  ]);
}

/** How many cells a line takes. */
export function cellsOf(line: Line): number {
  return line.reduce((sum, { text }) => sum + cells(text), 0);
}

/** A line that is cut at the end, with an ellipsis, where it is wider than `columns` cells. */
export function clip(line: Line, columns: number): Line {
  if (cellsOf(line) <= columns) return line;
  let left = columns - 1;
  const kept = line.map(({ style, text }) => {
    const part = left > 0 ? startOf(text, left) : '';
    left -= cells(text); // below zero, nothing more gets in
    return { style, text: part };
  });
  return [...kept.filter(({ text }) => text !== ''), { style: 'plain', text: columns < 1 ? '' : '…' }];
}

function startOf(text: string, width: number): string {
  let left = width;
  return charactersOf(text)
    .filter((character) => {
      left -= cells(character);
      return left >= 0;
    })
    .join('');
}
