/** The part of a long text that a terminal has room for: around the marker, with what is above and below counted. */

import type { Words } from '../interview/words/words.ts';
import type { Line } from './styled-line.ts';
import { styled } from './styled-line.ts';

type FrameWords = Words['frame'];

export interface BodyLine {
  readonly line: Line;
  /** The option that it belongs to, from 0; undefined for text. */
  readonly row: number | undefined;
  readonly isMarked: boolean;
}

/** The lines under the marker: from `start` up to but not with `end`. */
interface Focus {
  readonly start: number;
  readonly end: number;
  readonly isFirst: boolean;
  readonly isLast: boolean;
}

/** Below this height there is one line for both counts, and below two lines none. */
const TWO_COUNTS_FROM = 3;

/** The lines shown: from `from` up to but not with `to`. */
interface Range {
  readonly from: number;
  readonly to: number;
}

/** At most `height` lines: from the beginning where nothing is marked, otherwise those around the marker. */
export function windowOf(body: readonly BodyLine[], height: number, words: FrameWords): readonly Line[] {
  if (height <= 0) return [];
  const focus = focusOf(body);
  if (body.length > height && height === TWO_COUNTS_FROM - 1) {
    const from = placeOf(body.length, 1, focus);
    const range = { from, to: from + 1 };
    return [...linesIn(body, range), countLine([countAbove(body, range, words), countBelow(body, range, words)])];
  }
  const range = rangeOf(body.length, height, focus);
  if (body.length <= height || height < TWO_COUNTS_FROM) return linesIn(body, range);
  return [
    ...(range.from === 0 ? [] : [countLine([countAbove(body, range, words)])]),
    ...linesIn(body, range),
    ...(range.to === body.length ? [] : [countLine([countBelow(body, range, words)])]),
  ];
}

function linesIn(body: readonly BodyLine[], { from, to }: Range): readonly Line[] {
  return body.slice(from, to).map(({ line }) => line);
}

function focusOf(body: readonly BodyLine[]): Focus | undefined {
  const start = body.findIndex(({ isMarked }) => isMarked);
  if (start === -1) return undefined;
  const end = body.findLastIndex(({ isMarked }) => isMarked) + 1;
  const row = body[start]?.row ?? 0;
  return { start, end, isFirst: row === 0, isLast: !body.some((other) => (other.row ?? 0) > row) };
}

/** Takes away a line for each count that has to be said, until what is left is what is shown. */
function rangeOf(total: number, height: number, focus: Focus | undefined): Range {
  if (total <= height) return { from: 0, to: total };
  const most = height < TWO_COUNTS_FROM ? 0 : 1;
  let [above, below] = [0, 0];
  for (;;) {
    const inner = height - above - below;
    const from = Math.max(above, placeOf(total, inner, focus));
    const to = Math.min(from + inner, total - below);
    const [moreAbove, moreBelow] = [from > 0 ? most : 0, to < total ? most : 0];
    if (moreAbove <= above && moreBelow <= below) return { from, to };
    [above, below] = [Math.max(above, moreAbove), Math.max(below, moreBelow)];
  }
}

/**
 * Where a window of `height` lines begins: with the marker in the middle. At the first option it shows what stands above
 * without a gap after the first window, at the last option all that stands below, so that arrows reach everything.
 */
function placeOf(total: number, height: number, focus: Focus | undefined): number {
  if (focus === undefined) return 0;
  const { start, end, isFirst, isLast } = focus;
  const lowest = Math.min(start, Math.max(0, end - height)); // the marker on the last line
  const middle = start - Math.floor((height - (end - start)) / 2);
  const wished = isFirst ? Math.min(middle, height) : isLast ? total : middle;
  return Math.min(Math.max(wished, lowest), start, Math.max(0, total - height));
}

function countAbove(body: readonly BodyLine[], { from, to }: Range, words: FrameWords): string {
  return countOf(body.slice(0, from), body.slice(from, to), wordsFor('above', words));
}

function countBelow(body: readonly BodyLine[], { from, to }: Range, words: FrameWords): string {
  return countOf(body.slice(to), body.slice(from, to), wordsFor('below', words));
}

interface CountWords {
  readonly lines: (count: number) => string;
  readonly options: (count: number) => string;
}

function wordsFor(where: 'above' | 'below', { moreLines, more }: FrameWords): CountWords {
  return { lines: (count) => moreLines(count, where), options: (count) => more(count, where) };
}

/** Counts options, or lines where text is hidden too; an option of which a part is shown is not counted. */
function countOf(hidden: readonly BodyLine[], shown: readonly BodyLine[], words: CountWords): string {
  if (hidden.some(({ row }) => row === undefined)) return words.lines(hidden.length);
  const seen = new Set(shown.map(({ row }) => row));
  const rows = new Set(hidden.map(({ row }) => row).filter((row) => !seen.has(row)));
  return rows.size === 0 ? '' : words.options(rows.size);
}

function countLine(counts: readonly string[]): Line {
  const said = counts.filter((count) => count !== '');
  return styled('faint', ['…', said.join(', ')].join(' ').trimEnd());
}
