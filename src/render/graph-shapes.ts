/** The outline of each kind of node, so that kinds are told apart without colours. */

import type { NodeKind } from '../analysis/graph-model.ts';
import type { Area } from './graph-layout.ts';
import { element, fragment, type Markup } from './html.ts';

/** Draws the outline of a node of a kind into an area. */
export function outline(kind: NodeKind, area: Area): Markup {
  switch (kind) {
    case 'question':
      return rectangle(area, 6);
    case 'elsewhere':
    case 'junction':
      return rectangle(area, Math.min(area.height / 2, 16));
    case 'fact':
      return cut(area, 9);
    case 'rule':
      return fragment(rectangle(area, 2), element('rect', { class: 'stripe', ...sized(area), width: 5 }));
    case 'level':
      return fragment(rectangle(area, 2), rectangle(inner(area, 4), 1));
    case 'ending':
      return fragment(cut(area, 9), cut(inner(area, 3), 8));
    default:
      return kind satisfies never;
  }
}

function rectangle(area: Area, rx: number): Markup {
  return element('rect', { class: 'shape', ...sized(area), rx });
}

function sized({ x, y, width, height }: Area) {
  return { x: rounded(x), y: rounded(y), width: rounded(width), height: rounded(height) };
}

function inner({ x, y, width, height }: Area, by: number): Area {
  return { x: x + by, y: y + by, width: width - 2 * by, height: height - 2 * by };
}

/** A rectangle without its corners. */
function cut({ x, y, width, height }: Area, corner: number): Markup {
  const [right, foot] = [x + width, y + height];
  const corners = [
    [x + corner, y],
    [right - corner, y],
    [right, y + corner],
    [right, foot - corner],
    [right - corner, foot],
    [x + corner, foot],
    [x, foot - corner],
    [x, y + corner],
  ];
  const d = corners.map(([left = 0, top = 0], index) => `${index === 0 ? 'M' : 'L'}${rounded(left)} ${rounded(top)}`);
  return element('path', { class: 'shape', d: `${d.join('')}Z` });
}

/** Tenths of a pixel are enough, and the same on every machine. */
export function rounded(length: number): number {
  return Math.round(length * 10) / 10;
}
