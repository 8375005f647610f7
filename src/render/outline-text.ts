/** An outline for a terminal: a column of labels, a column to read aloud. */

import { cells } from './cells.ts';
import type { Item, Outline, Section } from './outline.ts';
import type { Paint } from './palette.ts';
import { painted, type Span, wrap } from './wrap.ts';

/** Where the text begins beside its label. */
const LABEL_WIDTH = 14;

/** Below this width a label stands above its text. */
const TWO_COLUMNS_FROM = 60;

/** Longer lines are hard to read, however wide the window is. */
const WIDEST = 100;

interface Page {
  readonly width: number;
  readonly indent: number;
  readonly paint: Paint;
}

/** How wide a text may be, in cells, and how it is painted. */
export interface TextForm {
  readonly width: number;
  readonly paint: Paint;
}

/** Renders an outline as lines of at most `width` cells. */
export function outlineText(outline: Outline, options: TextForm): string {
  const width = Math.max(20, Math.min(options.width, WIDEST));
  const isStacked = width < TWO_COLUMNS_FROM || outline.isStacked === true;
  const page = { width, indent: isStacked ? 2 : LABEL_WIDTH, paint: options.paint };
  return `${[...headLines(outline, page), ...bodyLines(outline, page), ...footLines(outline, page)].join('\n')}\n`;
}

function headLines({ title, about }: Outline, page: Page): readonly string[] {
  const gap = page.width - cells(title) - cells(about);
  const { paint } = page;
  if (gap < 2) return [paint('title', title), ...paragraph(about, 'faint', page), rule(page)];
  return [`${paint('title', title)}${' '.repeat(gap)}${paint('faint', about)}`, rule(page)];
}

function footLines({ notices }: Outline, page: Page): readonly string[] {
  return [rule(page), ...paragraph(notices.join(' '), 'caution', page)];
}

function rule({ width, paint }: Page): string {
  return paint('faint', '─'.repeat(width));
}

function paragraph(text: string, style: Span['style'], { width, paint }: Page): readonly string[] {
  return wrap([{ style, text }], width).map((words) => painted(words, paint));
}

function bodyLines({ sections }: Outline, page: Page): readonly string[] {
  return sections.flatMap((section, index) => {
    const lines = sectionLines(section, page);
    const next = sections[index + 1];
    if (next === undefined) return lines;
    return section.place !== next.place ? [...lines, rule(page)] : [...lines, ''];
  });
}

function sectionLines({ label, alarm, items }: Section, page: Page): readonly string[] {
  const style = alarm ? 'alarm' : 'heading';
  const heading = page.paint(style, label.toUpperCase());
  const numbers = numbersOf(items);
  const texts = items.flatMap((item, index) => itemLines(item, numbers[index] ?? 0, page));
  if (page.indent < LABEL_WIDTH) return [heading, ...texts.map((text) => ' '.repeat(page.indent) + text)];
  const gap = ' '.repeat(page.indent - cells(label));
  return texts.map((text, index) => (index === 0 ? `${heading}${gap}${text}` : ' '.repeat(page.indent) + text));
}

/** For each item the number of steps up to it, which is the number of a step. */
function numbersOf(items: readonly Item[]): readonly number[] {
  let steps = 0;
  return items.map(({ mark }) => {
    steps += mark === 'number' ? 1 : 0;
    return steps;
  });
}

function itemLines(item: Item, number: number, { width, indent, paint }: Page): readonly string[] {
  const mark = markOf(item, number);
  const spans: readonly Span[] = [
    { style: item.style, text: item.text },
    ...(item.cites.length === 0 ? [] : [{ style: 'faint' as const, text: ` [${item.cites.join('; ')}]` }]),
  ];
  const hang = ' '.repeat(cells(mark));
  return wrap(spans, width - indent - cells(mark)).map(
    (words, index) => (index === 0 ? mark : hang) + painted(words, paint),
  );
}

function markOf({ mark }: Item, number: number): string {
  switch (mark) {
    case 'none':
      return '';
    case 'bullet':
      return '• ';
    case 'number':
      return `${number}. `;
    case 'more':
      return '  ';
    default:
      return mark satisfies never;
  }
}
