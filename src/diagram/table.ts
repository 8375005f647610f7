/**
 * A diagram made into flat arrays for walking rows: every node has one more child, for "unknown",
 * which is the minimum (or maximum) of its other children. One walk then gives the bound over all completions.
 * With `same` it gives the one terminal of all completions, or MIXED.
 */

import { type Combination, type Forest, type Node, TERMINALS } from './forest.ts';
import { children } from './walk.ts';

/**
 * Row i of the table tests `variable[i]`; its children start at `next[offset[i]]`, one per value and a last one for unknown.
 * A child below zero is the terminal `-1 - child`; the walk starts at `start`, which may be a terminal too.
 */
export interface Table {
  readonly start: number;
  readonly variable: Int32Array;
  readonly offset: Int32Array;
  readonly next: Int32Array;
}

/** The table of a diagram's least (`min`), greatest (`max`) or only (`same`) terminal over all completions. */
export function boundTable(forest: Forest, root: Node, bound: Combination): Table {
  const variable: number[] = [];
  const offset: number[] = [];
  const next: number[] = [];
  // Invariant: different nodes differ in some known value, so no two rows are equal and none has equal children only.
  const rows = new Map<Node, number>();
  const row = (node: Node): number => {
    if (node < TERMINALS) return -1 - node;
    const before = rows.get(node);
    if (before !== undefined) return before;
    const known = children(forest, node);
    const unknown = known.reduce((all, child) => forest.combine(bound, all, child));
    const targets = [...known, unknown].map(row);
    offset.push(next.length);
    next.push(...targets);
    const result = variable.push(forest.variable(node)) - 1;
    rows.set(node, result);
    return result;
  };
  const start = row(root);
  return { start, variable: Int32Array.from(variable), offset: Int32Array.from(offset), next: Int32Array.from(next) };
}

/** Walks a table: `codes[v]` is the value of variable v, or its width where it is unknown. */
export function walkTable(table: Table, codes: ArrayLike<number>): number {
  let row = table.start;
  while (row >= 0) row = table.next[(table.offset[row] ?? 0) + (codes[table.variable[row] ?? 0] ?? 0)] ?? -1;
  return -1 - row;
}
