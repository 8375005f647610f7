/** Diagrams without the variables that nobody ever knows. */

import { type Combination, type Forest, type Node, TERMINALS } from './forest.ts';
import { children } from './walk.ts';

/**
 * Puts together, over all values of every variable that is not in `known`, what a diagram gives: its bound over the others alone.
 * With 20 of the
 * 68 questions known, the table of intake-line's least outcome has 124 rows instead of 2,582. @throws BudgetExceeded
 */
export function projector(forest: Forest, known: readonly boolean[]): (root: Node, bound: Combination) => Node {
  const memos: Record<Combination, Map<Node, Node>> = { min: new Map(), max: new Map(), same: new Map() };
  const go = (node: Node, bound: Combination): Node => {
    if (node < TERMINALS) return node;
    const before = memos[bound].get(node);
    if (before !== undefined) return before;
    const variable = forest.variable(node);
    const below = children(forest, node).map((child) => go(child, bound));
    const made = known[variable]
      ? forest.make(variable, below)
      : below.reduce((all, child) => forest.combine(bound, all, child));
    memos[bound].set(node, made);
    return made;
  };
  return go;
}
