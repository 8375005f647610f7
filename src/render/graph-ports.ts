/** Where arrows leave and reach boxes: at the right side and at the left, each at a place of its own. */

import type { Area, PlacedBox, PlacedEdge, Point } from './graph-layout.ts';

/** Room above the first and below the last place of a side. */
const CORNER = 10;

/** How far an arrow runs level before its tip. */
const STRAIGHT = 14;

/** Makes arrows begin at the right sides of their boxes and end at left ones, in the order in which they come, so that none cross there. */
export function fromSideToSide(edges: readonly PlacedEdge[], boxes: readonly PlacedBox[]): readonly PlacedEdge[] {
  const ranks: readonly Area[] = [...boxes, ...edges.flatMap(({ label }) => label ?? [])];
  const starts = new Map<PlacedEdge, Point>();
  const ends = new Map<PlacedEdge, Point>();
  for (const placed of boxes) {
    const { id } = placed.box.node;
    const leaving = edges.filter(({ edge }) => edge.from === id);
    const coming = edges.filter(({ edge }) => edge.to === id);
    for (const [index, one] of sorted(leaving, (points) => points[1]).entries())
      starts.set(one, { x: placed.x + placed.width, y: portY(placed, index, leaving.length) });
    for (const [index, one] of sorted(coming, (points) => points.at(-2)).entries())
      ends.set(one, { x: placed.x, y: portY(placed, index, coming.length) });
  }
  const places = new Map(boxes.map((placed) => [placed.box.node.id, placed]));
  return edges.map((one) => {
    const [start, end] = [starts.get(one), ends.get(one)];
    const [from, to] = [places.get(one.edge.from), places.get(one.edge.to)];
    if (start === undefined || end === undefined || from === undefined || to === undefined) return one;
    // Level to the side of the rank, past boxes that are wider than this one.
    const out = { x: middleOf(from) + halfOf(middleOf(from), ranks), y: start.y };
    const into = { x: middleOf(to) - halfOf(middleOf(to), ranks) - STRAIGHT, y: end.y };
    const passed = one.points.slice(1, -1).flatMap((point) => throughRank(point, ranks));
    return { ...one, points: [start, out, ...passed.filter(({ x }) => x > out.x && x < into.x), into, end] };
  });
}

/** A bend lies in the middle of a rank: the arrow runs level past all boxes and labels that stand there. */
function throughRank({ x, y }: Point, ranks: readonly Area[]): readonly Point[] {
  const half = halfOf(x, ranks);
  return half === 0
    ? [{ x, y }]
    : [
        { x: x - half, y },
        { x: x + half, y },
      ];
}

/** Half the width of the rank whose middle is at `x`. */
function halfOf(x: number, ranks: readonly Area[]): number {
  return Math.max(0, ...ranks.filter((area) => Math.abs(middleOf(area) - x) < 1).map(({ width }) => width / 2));
}

function middleOf({ x, width }: Area): number {
  return x + width / 2;
}

function sorted(
  edges: readonly PlacedEdge[],
  pointOf: (points: readonly Point[]) => Point | undefined,
): readonly PlacedEdge[] {
  return edges.toSorted((left, right) => (pointOf(left.points)?.y ?? 0) - (pointOf(right.points)?.y ?? 0));
}

function portY({ y, height }: PlacedBox, index: number, count: number): number {
  const room = height - 2 * CORNER;
  return count === 1 ? y + height / 2 : y + CORNER + (room * (index + 0.5)) / count;
}
