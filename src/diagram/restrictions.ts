/**
 * What is left of diagrams once a row's values are put in, found by walking: every state of the walk is a diagram with the values
 * so far put in, made when the first row comes to it. Rows that are alike in what matters walk where others have walked.
 */

import { BudgetExceeded } from './budget.ts';
import { type Forest, type Node, TERMINALS } from './forest.ts';
import { children } from './walk.ts';

export interface Restrictions {
  /** Where walks over a diagram begin. */
  readonly start: (root: Node) => number;
  /** What is left of it: `codes[v]` is the value of variable v, or its width where it is unknown. @throws BudgetExceeded */
  readonly walk: (start: number, codes: Uint8Array) => Node;
}

const NOT_MADE = -1;

/**
 * Restricts diagrams of a forest, in the same forest. A variable that is not in `known` is unknown in every row. A state is a row
 * of one array: the variable to look at, the diagram so far, then where each code leads, unknown being the last. A state below
 * NOT_MADE is an end: the diagram `-2 - state`. At most `limit` numbers and as many results are kept.
 */
export function createRestrictions(forest: Forest, known: readonly boolean[], limit: number): Restrictions {
  const { widths } = forest;
  let cells = new Int32Array(1 << 12);
  let used = 0;
  const states = new Map<number, number>();
  const next = nextKnown(forest, known);
  const put = cofactors(forest, limit);

  const state = (node: Node, from: number): number => {
    const variable = next(node, from);
    if (variable === widths.length) return -2 - node;
    const key = node * (widths.length + 1) + variable;
    const before = states.get(key);
    if (before !== undefined) return before;
    const made = add(variable, node);
    states.set(key, made);
    return made;
  };
  const add = (variable: number, node: Node): number => {
    const end = used + (widths[variable] ?? 0) + 3;
    if (end > limit) throw new BudgetExceeded('memo', limit);
    if (end > cells.length) {
      const larger = new Int32Array(cells.length * 2);
      larger.set(cells);
      cells = larger;
    }
    const at = used;
    cells[at] = variable;
    cells[at + 1] = node;
    cells.fill(NOT_MADE, at + 2, end);
    used = end;
    return at;
  };
  const step = (at: number, code: number): number => {
    const variable = cells[at] ?? 0;
    const node = cells[at + 1] ?? 0;
    const to = state(code === widths[variable] ? node : put(node, variable, code), variable + 1);
    cells[at + 2 + code] = to;
    return to;
  };
  const walk = (start: number, codes: Uint8Array): Node => {
    let at = start;
    while (at >= 0) {
      const code = codes[cells[at] ?? 0] ?? 0;
      const to = cells[at + 2 + code] ?? NOT_MADE;
      at = to === NOT_MADE ? step(at, code) : to;
    }
    return -2 - at;
  };
  return { start: (root) => state(root, 0), walk };
}

/** The first variable from one on that a diagram depends on and a row may know; the number of variables where there is none. */
function nextKnown(forest: Forest, known: readonly boolean[]): (node: Node, from: number) => number {
  const supports = new Map<Node, bigint>();
  const isKnown = known.reduce((all, one, variable) => (one ? all | (1n << BigInt(variable)) : all), 0n);
  const support = (node: Node): bigint => {
    if (node < TERMINALS) return 0n;
    const before = supports.get(node);
    if (before !== undefined) return before;
    const own = isKnown & (1n << BigInt(forest.variable(node)));
    const all = children(forest, node).reduce((below, child) => below | support(child), own);
    supports.set(node, all);
    return all;
  };
  return (node, from) => {
    let left = support(node) >> BigInt(from);
    if (left === 0n) return forest.widths.length;
    let variable = from;
    for (; (left & 1n) === 0n; left >>= 1n) variable++;
    return variable;
  };
}

/** Puts one value into a diagram: only what stands above the variable is made anew. */
function cofactors(forest: Forest, limit: number): (node: Node, variable: number, value: number) => Node {
  const memos = forest.widths.map((width) => Array.from({ length: width }, () => new Map<Node, Node>()));
  let remembered = 0;
  const put = (node: Node, variable: number, value: number): Node => {
    const tested = forest.variable(node);
    if (tested >= variable) return tested === variable ? forest.child(node, value) : node;
    const memo = memos[variable]?.[value];
    const before = memo?.get(node);
    if (before !== undefined) return before;
    const made = forest.make(
      tested,
      children(forest, node).map((child) => put(child, variable, value)),
    );
    if (++remembered > limit) throw new BudgetExceeded('memo', limit);
    memo?.set(node, made);
    return made;
  };
  return put;
}
