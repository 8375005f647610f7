/** Bars as plain SVG. Lengths are shares of the width and letters keep their size, so that a chart fits any page unscaled. */

import type { Coarse } from './coarse.ts';
import { element, fragment, type Markup } from './html.ts';
import { clip } from './styled-line.ts';
import { type Span, wrap } from './wrap.ts';

/** How a part of a bar is filled; each look is told from the others by its pattern alone. */
export type Look = 'solid' | 'striped' | 'dotted';

export interface Bar {
  readonly label: string;
  /** The counts in words, set under the label. */
  readonly says: string;
  readonly parts: readonly { readonly look: Look; readonly count: Coarse }[];
}

export interface BarChart {
  /** Unique on the page. */
  readonly id: string;
  readonly title: string;
  /** What whoever cannot see the chart should know of it, besides the table that follows it. */
  readonly desc: string;
  /** What each look means; empty where there is one look only. */
  readonly key: readonly { readonly look: Look; readonly means: string }[];
  readonly bars: readonly Bar[];
}

/** Cells of a line: as many bold letters of 14 px in a wide font as a page of 320 px holds beside its margins and scroll bar. */
const LABEL_CELLS = 30;

/** Lines of a label; a whole script would hide its bar. */
const LABEL_LINES = 2;

const LINE = 18;
const BAR = 16;
const GAP = 14;
const SWATCH = 24;

/** Draws the bars under their key, the longest as wide as the page. */
export function barChart({ id, title, desc, key, bars }: BarChart): Markup {
  const longest = Math.max(1, ...bars.map(lengthOf));
  let y = 0;
  const legend = key.map(({ look, means }) => {
    y += LINE + 4;
    return fragment(
      element('rect', { x: 1, y: y - 14, width: SWATCH, height: 12, class: `bar ${look}` }),
      element('text', { x: SWATCH + 8, y: y - 3 }, means),
    );
  });
  y += key.length === 0 ? 0 : GAP;
  const drawn = bars.map((bar) => {
    const { markup, height } = drawnBar(bar, y, longest);
    y += height;
    return markup;
  });
  return element(
    'svg',
    { class: 'chart', role: 'img', 'aria-labelledby': `${id}-title ${id}-desc`, width: '100%', height: y },
    element('title', { id: `${id}-title` }, title),
    element('desc', { id: `${id}-desc` }, desc),
    ...legend,
    ...drawn,
  );
}

function lengthOf({ parts }: Bar): number {
  return parts.reduce((sum, { count }) => sum + count.size, 0);
}

function drawnBar(bar: Bar, top: number, longest: number): { readonly markup: Markup; readonly height: number } {
  const label = linesOf(bar.label);
  const says = linesOf(bar.says);
  const height = (label.length + says.length) * LINE;
  let from = 0;
  const parts = bar.parts.map(({ look, count }) => {
    const at = { x: percent(from), y: top + height + 4, width: percent(count.size / longest), height: BAR };
    from += count.size / longest;
    return count.size === 0 ? fragment() : element('rect', { ...at, class: `bar ${look}` });
  });
  const markup = fragment(
    ...[...label, ...says].map((text, line) =>
      element('text', { x: 0, y: top + line * LINE + 14, class: line < label.length ? 'label' : undefined }, text),
    ),
    element('line', { x1: 0.5, x2: 0.5, y1: top + height + 2, y2: top + height + BAR + 6, class: 'axis' }),
    ...parts,
  );
  return { markup, height: height + BAR + 4 + GAP };
}

/** A text in lines that fit the narrowest page; what is longer ends in an ellipsis, and the table has all of it. */
function linesOf(text: string): readonly string[] {
  const lines = wrap([{ style: 'plain', text }], LABEL_CELLS).map(textOf);
  if (lines.length <= LABEL_LINES) return lines;
  const rest = lines.slice(LABEL_LINES - 1).join(' ');
  return [...lines.slice(0, LABEL_LINES - 1), textOf(clip([{ style: 'plain', text: rest }], LABEL_CELLS - 1))];
}

function textOf(line: readonly Span[]): string {
  return line.map(({ text }) => text).join('');
}

/** A share of the width, to a thousandth of a percent; the longest bar leaves room for its frame. */
function percent(part: number): string {
  return `${Number((part * 99.6).toFixed(3))}%`;
}
