/** The region in which a diagram gives one of some terminals. */

import { FALSE, type Forest, type Node, TERMINALS, TRUE } from './forest.ts';
import { children, type TerminalSet } from './walk.ts';

/** A yes/no diagram: true where the diagram's terminal is in the set. @throws BudgetExceeded */
export function terminalRegion(forest: Forest, root: Node, terminals: TerminalSet): Node {
  const memo = new Map<Node, Node>();
  const go = (node: Node): Node => {
    if (node < TERMINALS) return (terminals >>> node) & 1 ? TRUE : FALSE;
    const before = memo.get(node);
    if (before !== undefined) return before;
    const found = forest.make(forest.variable(node), children(forest, node).map(go));
    memo.set(node, found);
    return found;
  };
  return go(root);
}
