/** Arrows: a way through points, softened at its bends, and a tip. */

import type { PlacedEdge, PlacedLabel, Point } from './graph-layout.ts';
import { LABEL, LINE } from './graph-layout.ts';
import { rounded } from './graph-shapes.ts';
import { element, fragment, type Markup } from './html.ts';

const TIP = { length: 9, half: 4 } as const;

/** An arrow along points; nothing where there are fewer than two. */
export function arrow(points: readonly Point[], isSoft: boolean): Markup {
  const end = points.at(-1);
  const before = points.at(-2);
  if (end === undefined || before === undefined) return fragment();
  const length = Math.hypot(end.x - before.x, end.y - before.y) || 1;
  const along = { x: (end.x - before.x) / length, y: (end.y - before.y) / length };
  const neck = { x: end.x - along.x * TIP.length, y: end.y - along.y * TIP.length };
  const way = [...points.slice(0, -1), neck];
  return fragment(
    element('path', { class: 'way', d: isSoft ? soft(way) : `M${way.map(at).join('L')}` }),
    element('path', {
      class: 'tip',
      d: `M${at(end)}L${at({ x: neck.x - along.y * TIP.half, y: neck.y + along.x * TIP.half })}L${at({ x: neck.x + along.y * TIP.half, y: neck.y - along.x * TIP.half })}Z`,
    }),
  );
}

/** Level at every point, with a bend like an S between two that are not. */
function soft([first, ...others]: readonly Point[]): string {
  if (first === undefined) return '';
  let last = first;
  const bends = others.map((point) => {
    const half = rounded((last.x + point.x) / 2);
    const bend =
      Math.abs(point.y - last.y) < 0.5
        ? `L${at(point)}`
        : `C${half} ${rounded(last.y)} ${half} ${rounded(point.y)} ${at(point)}`;
    last = point;
    return bend;
  });
  return `M${at(first)}${bends.join('')}`;
}

function at({ x, y }: Point): string {
  return `${rounded(x)} ${rounded(y)}`;
}

/** Soft where the layout chose the way, straight where it runs along boxes. */
export function drawnEdge({ edge, points }: PlacedEdge): Markup {
  return arrow(points, edge.kind === 'reads');
}

/** What is said at an arrow, on a ground of its own so that no line runs through it. */
export function drawnLabel({ x, y, width, height, lines }: PlacedLabel): Markup {
  const middle = rounded(x + width / 2);
  return fragment(
    element('rect', {
      class: 'behind',
      x: rounded(x),
      y: rounded(y),
      width: rounded(width),
      height: rounded(height),
      rx: 3,
    }),
    ...lines.map((line, index) =>
      element('text', { class: 'label', x: middle, y: rounded(y + LABEL.size + 2 + index * LINE.label) }, line),
    ),
  );
}
