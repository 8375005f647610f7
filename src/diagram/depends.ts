/** On which variables diagrams still depend once some values are known: exactly, without making a forest of what is left. */

import { FALSE, type Forest, type Node } from './forest.ts';
import { type Assignment, children, supporter, UNKNOWN } from './walk.ts';

/** A diagram with the known values put in: a node of the forest where that changes nothing; below 0 one that it would need. */
type Rest = number;

/** What the nodes of a forest depend on while nothing is known: found once, however often values are put in. */
const supports = new WeakMap<Forest, (node: Node) => bigint>();

/**
 * The variables that at least one diagram still depends on, as bits: bit v is set for variable v. Nothing is made anew of what
 * stands behind the last known variable, which is most of it while little is known. For the first four answers of a call, in a
 * new process and under intake-line, `restricter` and `supporter` took 94 ms of the processor, and this takes 15.
 *
 * Invariant: what is made tests a variable before the last known one, and what stays as it is one behind it, so that equal
 * diagrams are always the same number.
 */
export function dependsOn(forest: Forest, roots: readonly Node[], assignment: Assignment): bigint {
  const asItIs = supports.get(forest) ?? supporter(forest);
  supports.set(forest, asItIs);
  const last = assignment.findLastIndex((value) => value !== UNKNOWN);
  const made: bigint[] = [];
  const byContent = new Map<string, Rest>();
  const memo = new Map<Node, Rest>();
  const supportOf = (rest: Rest): bigint => (rest < 0 ? (made[-1 - rest] ?? 0n) : asItIs(rest));

  const make = (variable: number, below: readonly Rest[]): Rest => {
    const [first = FALSE] = below;
    if (below.every((one) => one === first)) return first; // a test that changes nothing is none
    const content = `${variable} ${below.join(' ')}`;
    const before = byContent.get(content);
    if (before !== undefined) return before;
    const rest = -made.push(below.reduce((all, one) => all | supportOf(one), 1n << BigInt(variable)));
    byContent.set(content, rest);
    return rest;
  };
  const put = (node: Node): Rest => {
    const variable = forest.variable(node);
    if (variable > last) return node; // a terminal, too
    const before = memo.get(node);
    if (before !== undefined) return before;
    const value = assignment[variable] ?? UNKNOWN;
    const rest = value === UNKNOWN ? make(variable, children(forest, node).map(put)) : put(forest.child(node, value));
    memo.set(node, rest);
    return rest;
  };
  return roots.reduce((all, root) => all | supportOf(put(root)), 0n);
}
