/** What a diagram becomes where it tests one variable. */

import { FALSE, type Forest, type Node } from './forest.ts';
import { children } from './walk.ts';

/**
 * The region that is made of a diagram by putting, for each node that tests the variable, what `become` makes of it, and false
 * where the variable is not tested. What is put there tests no variable before this one. @throws BudgetExceeded
 */
export function atVariable(forest: Forest, root: Node, variable: number, become: (node: Node) => Node): Node {
  const memo = new Map<Node, Node>();
  const go = (node: Node): Node => {
    const tested = forest.variable(node);
    if (tested > variable) return FALSE; // a terminal, too
    if (tested === variable) return become(node);
    const before = memo.get(node);
    if (before !== undefined) return before;
    const made = forest.make(tested, children(forest, node).map(go));
    memo.set(node, made);
    return made;
  };
  return go(root);
}
