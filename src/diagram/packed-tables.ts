/**
 * Many bound tables (table.ts) in one array, for walking rows as fast as memory answers: tables of one bound share their rows.
 * The row at n tests variable `cells[n]`; its child for code c stands at `cells[n + 1 + c]`, unknown being the last code. A child
 * below zero is the terminal `-1 - child`.
 */

import { type Combination, FALSE, type Forest, type Node, TERMINALS } from './forest.ts';
import { children } from './walk.ts';

export interface PackedTables {
  /** Where the table of a diagram's bound over all completions starts: made if it is not there yet. */
  readonly start: (root: Node, bound: Combination) => number;
  /** Walks the table that starts there: `codes[v]` is the value of variable v, or its width where it is unknown. */
  readonly walk: (start: number, codes: Uint8Array) => number;
  /**
   * Where a table starts that gives what that of `start` gives where a variable is unknown, and 0 where it is known. The diagram
   * does not test the variable.
   */
  readonly startWhereUnknown: (root: Node, bound: Combination, variable: number) => number;
  /** How many codes a variable has: its values, and unknown. */
  readonly codes: (variable: number) => number;
  /** The first variable that is tested where several walks stand; undefined where all have ended. */
  readonly firstTested: (places: Int32Array) => number | undefined;
  /** Takes each of several walks that tests the variable one step on. */
  readonly step: (places: Int32Array, variable: number, code: number) => void;
}

const ENDED_WITH_0 = -1;

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
    const row = addRow(forest.variable(node), targets);
    rows[bound].set(node, row);
    return row;
  };
  const addRow = (variable: number, targets: readonly number[]): number => {
    const row = room(targets.length + 1);
    cells[row] = variable;
    cells.set(targets, row + 1);
    return row;
  };
  const startWhereUnknown = (root: Node, bound: Combination, asked: number): number => {
    const made = new Map<Node, number>();
    const go = (node: Node): number => {
      if (node === FALSE) return ENDED_WITH_0;
      const before = made.get(node);
      if (before !== undefined) return before;
      const row = add(node);
      made.set(node, row);
      return row;
    };
    const add = (node: Node): number => {
      const variable = forest.variable(node);
      if (variable > asked) {
        const known = new Array<number>(forest.widths[asked] ?? 0).fill(ENDED_WITH_0);
        return addRow(asked, [...known, start(node, bound)]);
      }
      const known = children(forest, node);
      const unknown = known.reduce((all, child) => forest.combine(bound, all, child));
      return addRow(variable, [...known, unknown].map(go));
    };
    return go(root);
  };
  const walk = (from: number, codes: Uint8Array): number => {
    const table = cells;
    let row = from;
    while (row >= 0) row = table[row + 1 + (codes[table[row] ?? 0] ?? 0)] ?? -1;
    return -1 - row;
  };
  const firstTested = (places: Int32Array): number | undefined => {
    let first = forest.widths.length;
    for (let place = 0; place < places.length; place++) {
      const row = places[place] ?? ENDED_WITH_0;
      if (row >= 0) first = Math.min(first, cells[row] ?? first);
    }
    return first === forest.widths.length ? undefined : first;
  };
  const step = (places: Int32Array, variable: number, code: number): void => {
    for (let place = 0; place < places.length; place++) {
      const row = places[place] ?? ENDED_WITH_0;
      if (row >= 0 && cells[row] === variable) places[place] = cells[row + 1 + code] ?? ENDED_WITH_0;
    }
  };
  const codes = (variable: number): number => (forest.widths[variable] ?? 0) + 1;
  return { start, startWhereUnknown, walk, codes, firstTested, step };
}
