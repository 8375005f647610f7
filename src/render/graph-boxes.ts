/** The box of each node of a picture: what is written in it, line by line, and how much room that takes. */

import type { GraphNode, NodeKind } from '../analysis/graph-model.ts';
import { spelled } from './html.ts';
import { type Lettering, widthOf, wrapped } from './letter-widths.ts';

export type LineLook = 'heading' | 'text' | 'detail' | 'mark';

export const LETTERING = {
  heading: { size: 13, bold: true },
  text: { size: 13, bold: false },
  detail: { size: 12, bold: false },
  mark: { size: 11, bold: true },
} as const satisfies Readonly<Record<LineLook, Lettering>>;

/** A line of text in a box: where it begins, from the box's corner. */
export interface BoxLine {
  readonly look: LineLook;
  readonly text: string;
  readonly x: number;
  /** Of the line on which the letters stand. */
  readonly y: number;
}

export interface Box {
  readonly node: GraphNode;
  readonly width: number;
  readonly height: number;
  readonly lines: readonly BoxLine[];
}

/** Room between the border and the letters. */
const PADDING = { x: 12, y: 9 };

/** Boxes of these kinds are equally wide, so that they stand in columns; others are as wide as they must be, up to that. */
const WIDTH = {
  question: { most: 280, isFixed: true },
  rule: { most: 310, isFixed: true },
  fact: { most: 250, isFixed: true },
  elsewhere: { most: 230, isFixed: false },
  junction: { most: 180, isFixed: false },
  level: { most: 260, isFixed: false },
  ending: { most: 230, isFixed: false },
} as const satisfies Readonly<Record<NodeKind, { readonly most: number; readonly isFixed: boolean }>>;

/** Lays out the texts of a node. */
export function boxOf(node: GraphNode): Box {
  const { most, isFixed } = WIDTH[node.kind];
  const inner = most - 2 * PADDING.x;
  const rows = [
    ...headRows(node, inner),
    ...rowsOf('text', [node.text], inner),
    ...rowsOf('detail', node.details, inner),
  ];
  const width = isFixed ? most : Math.ceil(Math.max(...rows.map(rowWidth))) + 2 * PADDING.x;
  let y = PADDING.y;
  const lines = rows.flatMap((row) => {
    y += lineHeight(row[0]?.look ?? 'text');
    return row.map(({ look, text, isRight }) => ({
      look,
      text,
      x: isRight ? width - PADDING.x - widthOf(text, LETTERING[look]) : PADDING.x,
      y: y - 4,
    }));
  });
  return { node, width, height: Math.ceil(y + PADDING.y), lines };
}

interface Piece {
  readonly look: LineLook;
  readonly text: string;
  readonly isRight?: boolean;
}

/** Heading and marks: on one line where both fit it. */
function headRows({ heading, marks }: GraphNode, inner: number): readonly (readonly Piece[])[] {
  const headings = rowsOf('heading', [heading], inner);
  if (marks.length === 0) return headings;
  const mark: Piece = { look: 'mark', text: marks.join(' · ') };
  const [first = [], ...others] = headings;
  const isRoom = rowWidth([...first, mark]) + 2 * PADDING.x <= inner;
  return isRoom
    ? [[...first, { ...mark, isRight: true }], ...others]
    : [...rowsOf('mark', [mark.text], inner), ...headings];
}

function rowsOf(look: LineLook, texts: readonly string[], inner: number): readonly (readonly Piece[])[] {
  return texts.flatMap((text) => wrapped(spelled(text), inner, LETTERING[look]).map((line) => [{ look, text: line }]));
}

function rowWidth(row: readonly Piece[]): number {
  return row.reduce((sum, { look, text }) => sum + widthOf(text, LETTERING[look]), 0);
}

function lineHeight(look: LineLook): number {
  return LETTERING[look].size + 5;
}
