/** Where one diagram gives a lower terminal than another. */

import { FALSE, type Forest, type Node, TERMINALS, TRUE } from './forest.ts';

const PAIR = 2 ** 26; // as in the forest: a pair of nodes is one exact number

/**
 * Prepares comparing diagrams: the result is the region in which the first one's terminal is below the second one's. Of yes/no
 * diagrams it is where the second holds and the first does not. @throws BudgetExceeded from what it returns
 */
export function lowerThan(forest: Forest): (one: Node, other: Node) => Node {
  const memo = new Map<number, Node>();
  const at = (node: Node, variable: number, value: number): Node =>
    forest.variable(node) === variable ? forest.child(node, value) : node;
  const compare = (one: Node, other: Node): Node => {
    if (one === other) return FALSE;
    if (one < TERMINALS && other < TERMINALS) return one < other ? TRUE : FALSE;
    const key = one * PAIR + other;
    const before = memo.get(key);
    if (before !== undefined) return before;
    const variable = Math.min(forest.variable(one), forest.variable(other));
    const below = Array.from({ length: forest.widths[variable] ?? 0 }, (_, value) =>
      compare(at(one, variable, value), at(other, variable, value)),
    );
    const found = forest.make(variable, below);
    memo.set(key, found);
    return found;
  };
  return compare;
}
