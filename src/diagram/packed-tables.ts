/**
 * Many bound tables (table.ts) in one array, for walking rows as fast as memory answers: tables of one bound share their rows.
 * The row at n tests variable `cells[n]`; its child for code c stands at `cells[n + 1 + c]`, unknown being the last code. A child
 * below zero is the terminal `-1 - child`.
 */

import { type Combination, type Forest, type Node, TERMINALS } from './forest.ts';
import { children } from './walk.ts';

export interface PackedTables {
  /** Where the table of a diagram's bound over all completions starts: made if it is not there yet. */
  readonly start: (root: Node, bound: Combination) => number;
  /** Walks the table that starts there: `codes[v]` is the value of variable v, or its width where it is unknown. */
  readonly walk: (start: number, codes: Uint8Array) => number;
  /** How many numbers all tables take together. */
  readonly size: () => number;
}

/** Makes room for tables of the diagrams of one forest. @throws BudgetExceeded from `start` when the forest would outgrow its budget */
export function createPackedTables(forest: Forest): PackedTables {
  let cells = new Int32Array(1 << 12);
  let used = 0;
  const rows: Record<Combination, Map<Node, number>> = { min: new Map(), max: new Map(), same: new Map() };

  const room = (count: number): number => {
    if (used + count > cells.length) {
      const larger = new Int32Array(Math.max(cells.length * 2, used + count));
      larger.set(cells);
      cells = larger;
    }
    used += count;
    return used - count;
  };
  const start = (node: Node, bound: Combination): number => {
    if (node < TERMINALS) return -1 - node;
    const before = rows[bound].get(node);
    if (before !== undefined) return before;
    const known = children(forest, node);
    const unknown = known.reduce((all, child) => forest.combine(bound, all, child));
    const targets = [...known, unknown].map((child) => start(child, bound));
    const row = room(targets.length + 1);
    cells[row] = forest.variable(node);
    cells.set(targets, row + 1);
    rows[bound].set(node, row);
    return row;
  };
  const walk = (from: number, codes: Uint8Array): number => {
    const table = cells;
    let row = from;
    while (row >= 0) row = table[row + 1 + (codes[table[row] ?? 0] ?? 0)] ?? -1;
    return -1 - row;
  };
  return { start, walk, size: () => used };
}
