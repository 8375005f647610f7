/** The options of a field: marker, key, box, label, and a detail in a column of its own. */

import type { Field, FieldRow } from '../interview/screen.ts';
import { cells } from './cells.ts';
import { BLANK, type Line, type Page, paragraph, styled } from './styled-line.ts';
import type { Span } from './wrap.ts';

/** The lines of one option, its heading first. */
export interface RowLines {
  readonly heading: readonly Line[];
  readonly lines: readonly Line[];
  readonly isMarked: boolean;
}

/** Below this width a detail stands under its label. */
const TWO_COLUMNS_FROM = 60;

/** Cells between a label and its detail. */
const GAP = 2;

/** What stands before a label. */
interface Margin {
  readonly key: number;
  /** `boxes` for several answers; `star` where one stands that the marker has left. */
  readonly box: 'boxes' | 'star' | 'nothing';
}

/** Lays out the options of a field. */
export function rowLines(rows: readonly FieldRow[], kind: Field['kind'], page: Page): readonly RowLines[] {
  const hasStar = rows.some(isStarred);
  const box = kind === 'some' ? 'boxes' : hasStar ? 'star' : 'nothing';
  const margin: Margin = { key: widest(rows.map(({ key }) => key)), box };
  const label = labelWidth(rows, page, margin);
  return rows.map((row) => ({
    heading: row.heading === undefined ? [] : paragraph({ style: 'heading', text: row.heading }, page),
    lines: oneRow(row, margin, label, page),
    isMarked: row.isMarked,
  }));
}

/** Cells of the column of labels; undefined where details stand below. */
function labelWidth(rows: readonly FieldRow[], page: Page, margin: Margin): number | undefined {
  const details = widest(rows.map(({ detail }) => detail ?? ''));
  if (details === 0 || page.width < TWO_COLUMNS_FROM) return undefined;
  const room = page.width - marginWidth(margin) - GAP;
  const labels = widest(rows.filter(({ detail }) => detail !== undefined).map(({ label }) => page.spell(label)));
  // A detail may take up to two fifths of the line, and the label what is left.
  return Math.min(labels, room - Math.min(details, Math.floor((room * 2) / 5)));
}

function oneRow(row: FieldRow, margin: Margin, label: number | undefined, page: Page): readonly Line[] {
  const style = row.isMarked ? 'strong' : 'plain';
  const first: Span = { style, text: marginOf(row, margin) };
  const text: Span = { style, text: row.label };
  const detail: Span = { style: 'faint', text: row.detail ?? '' };
  const indent = cells(first.text);
  if (row.detail === undefined) return paragraph(text, page, { first });
  if (label === undefined) {
    const under: Span = { style: 'plain', text: ' '.repeat(indent + GAP) };
    return [...paragraph(text, page, { first }), ...paragraph(detail, page, { first: under })];
  }
  const left = paragraph(text, { ...page, width: indent + label }, { first });
  const right = paragraph(detail, { ...page, width: page.width - indent - label - GAP });
  return beside(left, right, indent + label + GAP);
}

/** Sets two columns side by side, the second one beginning at a given cell. */
function beside(left: readonly Line[], right: readonly Line[], start: number): readonly Line[] {
  return Array.from({ length: Math.max(left.length, right.length) }, (_, index) => {
    const before = left[index] ?? BLANK;
    const after = right[index];
    if (after === undefined) return before;
    const used = before.reduce((sum, { text }) => sum + cells(text), 0);
    return [...before, ...styled('plain', ' '.repeat(Math.max(0, start - used))), ...after];
  });
}

function marginWidth({ key, box }: Margin): number {
  return 2 + (key === 0 ? 0 : key + 1) + { boxes: 4, star: 2, nothing: 0 }[box];
}

function marginOf(row: FieldRow, margin: Margin): string {
  const keyed = margin.key === 0 ? '' : `${row.key.padStart(margin.key)} `;
  return `${row.isMarked ? '> ' : '  '}${keyed}${boxOf(row, margin)}`;
}

function boxOf(row: FieldRow, { box }: Margin): string {
  if (box === 'boxes') return `${BOXES[row.box]} `;
  if (box === 'nothing') return '';
  return isStarred(row) ? '* ' : '  ';
}

function isStarred({ box, isMarked }: FieldRow): boolean {
  return box === 'chosen' && !isMarked;
}

const BOXES: Readonly<Record<FieldRow['box'], string>> = {
  empty: '[ ]',
  ticked: '[x]',
  unsure: '[?]',
  chosen: '[x]',
  none: '   ',
};

function widest(texts: readonly string[]): number {
  return texts.reduce((most, text) => Math.max(most, cells(text)), 0);
}
