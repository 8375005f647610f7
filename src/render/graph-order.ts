/** What stands below each other in a layout, in the order in which it is given instead of one that dagre finds. */

import type { EdgeLabel, GraphLabel, Graph as Layout, NodeLabel } from '@dagrejs/dagre';
import type { Box } from './graph-boxes.ts';

/** A layout whose nodes know their ranks; bends of long arrows are nodes, too. */
export type Ranked = Layout<GraphLabel, NodeLabel, EdgeLabel>;

/**
 * Gives each node its place among those of its rank: boxes in their order, a bend above the box to which its arrow leads; of several
 * bends there, the one that stood further up in the rank before.
 */
export function keepOrder(ranked: Ranked, boxes: readonly Box[]): void {
  const places = new Map(boxes.map(({ node }, index) => [node.id, index]));
  const ranks = new Map<number, string[]>();
  for (const id of ranked.nodes()) {
    const rank = ranked.node(id).rank ?? 0;
    ranks.set(rank, [...(ranks.get(rank) ?? []), id]);
  }
  for (const [, ids] of [...ranks].sort(([left], [right]) => left - right)) {
    const placed = ids.map((id) => ({ id, place: placeOf(id, ranked, places), before: orderBefore(id, ranked) }));
    placed.sort((left, right) => left.place - right.place || left.before - right.before);
    for (const [order, { id }] of placed.entries()) ranked.node(id).order = order;
  }
}

function placeOf(id: string, ranked: Ranked, places: ReadonlyMap<string, number>): number {
  const bent = ranked.node(id).edgeObj;
  return bent === undefined ? (places.get(id) ?? 0) : (places.get(bent.w) ?? 0) - 0.5;
}

function orderBefore(id: string, ranked: Ranked): number {
  return Math.min(...(ranked.predecessors(id) ?? []).map((before: string) => ranked.node(before).order ?? 0));
}
