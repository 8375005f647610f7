/** Diagrams kept for later: the nodes below some roots, without whatever else was made on the way to them. */

import { type Forest, type Node, type StoredNodes, TERMINALS } from './forest.ts';
import { children, nodesBelow } from './walk.ts';

/** The nodes below the roots, and where each root is among them: a forest that begins with these nodes has the same diagrams. */
export function storeNodes(
  forest: Forest,
  roots: readonly Node[],
): { readonly nodes: StoredNodes; readonly roots: readonly Node[] } {
  const kept = nodesBelow(forest, ...roots); // later variables first, so that children come before parents
  const places = new Map(kept.map((node, index) => [node, TERMINALS + index]));
  const place = (node: Node): Node => places.get(node) ?? node; // terminals stay what they are
  return {
    nodes: {
      variables: Int32Array.from(kept, (node) => forest.variable(node)),
      children: Int32Array.from(kept.flatMap((node) => children(forest, node).map(place))),
    },
    roots: roots.map(place),
  };
}
