/** The part of a long text that a terminal has room for: around the marker, with what is above and below counted. */

import { type Line, styled } from './styled-line.ts';

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

/** Below this height every line is needed for the text. */
const COUNTS_FROM = 3;

/** At most `height` lines: from the beginning where nothing is marked, otherwise those around the marker. */
export function windowOf(body: readonly BodyLine[], height: number): readonly Line[] {
  if (height <= 0) return [];
  const focus = focusOf(body);
  const { from, to } = rangeOf(body.length, height, focus);
  const lines = body.slice(from, to).map(({ line }) => line);
  if (body.length <= height || height < COUNTS_FROM) return lines;
  return [
    ...(from === 0 ? [] : [countLine(body.slice(0, from), body.slice(from, to), 'above')]),
    ...lines,
    ...(to === body.length ? [] : [countLine(body.slice(to), body.slice(from, to), 'below')]),
  ];
}

function focusOf(body: readonly BodyLine[]): Focus | undefined {
  const start = body.findIndex(({ isMarked }) => isMarked);
  if (start === -1) return undefined;
  const end = body.findLastIndex(({ isMarked }) => isMarked) + 1;
  const row = body[start]?.row ?? 0;
  return { start, end, isFirst: row === 0, isLast: !body.some((other) => (other.row ?? 0) > row) };
}

/** Takes away a line for each count that has to be said, until what is left is what is shown. */
function rangeOf(
  total: number,
  height: number,
  focus: Focus | undefined,
): { readonly from: number; readonly to: number } {
  if (total <= height) return { from: 0, to: total };
  const most = height < COUNTS_FROM ? 0 : 1;
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

function countLine(hidden: readonly BodyLine[], shown: readonly BodyLine[], where: 'above' | 'below'): Line {
  if (hidden.some(({ row }) => row === undefined)) return styled('faint', `… ${hidden.length} more lines ${where}`);
  const seen = new Set(shown.map(({ row }) => row));
  const rows = new Set(hidden.map(({ row }) => row).filter((row) => !seen.has(row)));
  return styled('faint', rows.size === 0 ? '…' : `… ${rows.size} more ${where}`);
}
