/** Questions about one diagram under a partial assignment: what it may still be, and what it still depends on. */

import { type Forest, type Node, TERMINALS } from './forest.ts';

/** The value of every variable, in order of testing; UNKNOWN where it has none. */
export type Assignment = readonly number[];
export const UNKNOWN = -1;

/** A set of terminals as bits: bit v is set where the terminal v can be reached. */
export type TerminalSet = number;

/**
 * Puts known values into diagrams. A restricted diagram depends on unknown variables only, and on each that it tests.
 * All roots restricted through one such function share the work on what they share. The results are nodes of the forest
 * `into`: a forest of their own, so that deciding a million callers leaves no node behind in the compiled one.
 */
export function restricter(forest: Forest, into: Forest, assignment: Assignment): (root: Node) => Node {
  const memo = new Map<Node, Node>();
  const go = (node: Node): Node => {
    if (node < TERMINALS) return node;
    const before = memo.get(node);
    if (before !== undefined) return before;
    const value = assignment[forest.variable(node)] ?? UNKNOWN;
    const result =
      value === UNKNOWN
        ? into.make(forest.variable(node), children(forest, node).map(go))
        : go(forest.child(node, value));
    memo.set(node, result);
    return result;
  };
  return go;
}

/** The children of a node, in order of values. */
export function children(forest: Forest, node: Node): Node[] {
  const width = forest.widths[forest.variable(node)] ?? 0;
  const found: Node[] = []; // a plain loop: this is the inside of every walk (Array.from took three quarters of a decision)
  for (let value = 0; value < width; value++) found.push(forest.child(node, value));
  return found;
}

/** Every terminal that some completion of the assignment reaches: never empty. */
export function reachable(forest: Forest, root: Node, assignment: Assignment): TerminalSet {
  const seen = new Set<Node>();
  let found: TerminalSet = 0;
  const go = (node: Node): void => {
    if (node < TERMINALS) {
      found |= 1 << node;
      return;
    }
    if (seen.has(node)) return;
    seen.add(node);
    const value = assignment[forest.variable(node)] ?? UNKNOWN;
    if (value !== UNKNOWN) go(forest.child(node, value));
    else for (const child of children(forest, node)) go(child);
  };
  go(root);
  return found;
}

/** All nodes below and including the roots, terminals left out, later variables first. */
export function nodesBelow(forest: Forest, ...roots: readonly Node[]): Node[] {
  const seen = new Set<Node>();
  const go = (node: Node): void => {
    if (node < TERMINALS || seen.has(node)) return;
    seen.add(node);
    for (const child of children(forest, node)) go(child);
  };
  for (const root of roots) go(root);
  return [...seen].sort((left, right) => forest.variable(right) - forest.variable(left) || left - right);
}

/** Finds the variables on which diagrams depend, as bits: bit v is set for variable v. Diagrams share the work as they share nodes. */
export function supporter(forest: Forest): (root: Node) => bigint {
  const memo = new Map<Node, bigint>();
  const go = (node: Node): bigint => {
    if (node < TERMINALS) return 0n;
    const before = memo.get(node);
    if (before !== undefined) return before;
    const below = children(forest, node).reduce((all, child) => all | go(child), 1n << BigInt(forest.variable(node)));
    memo.set(node, below);
    return below;
  };
  return go;
}

/**
 * For every variable and each of its values: the terminals that remain when the variable has that value.
 * One pass up (what each node can reach) and one down (which paths pass a variable without testing it).
 */
export function reachableByValue(forest: Forest, root: Node): TerminalSet[][] {
  const nodes = nodesBelow(forest, root);
  const below = new Map<Node, TerminalSet>();
  const reach = (node: Node): TerminalSet => (node < TERMINALS ? 1 << node : (below.get(node) ?? 0));
  for (const node of nodes)
    below.set(
      node,
      children(forest, node).reduce((all, child) => all | reach(child), 0),
    );

  const skipping = new Array<TerminalSet>(forest.widths.length).fill(0);
  const skip = (after: number, to: Node): void => {
    for (let variable = after + 1; variable < forest.variable(to); variable++)
      skipping[variable] = (skipping[variable] ?? 0) | reach(to);
  };
  const byValue = forest.widths.map((width) => new Array<TerminalSet>(width).fill(0));
  skip(-1, root);
  for (const node of nodes) {
    const variable = forest.variable(node);
    for (const [value, child] of children(forest, node).entries()) {
      skip(variable, child);
      const row = byValue[variable];
      if (row !== undefined) row[value] = (row[value] ?? 0) | reach(child);
    }
  }
  return byValue.map((row, variable) => row.map((set) => set | (skipping[variable] ?? 0)));
}

/** The numbers of a set of terminals, ascending. */
export function terminalsIn(set: TerminalSet): number[] {
  return Array.from({ length: TERMINALS }, (_, terminal) => terminal).filter((terminal) => (set >>> terminal) & 1);
}
