/** Diagrams with values put in one after the other, and kept: whoever comes to what was left before finds it worked out. */

import { createForest, type Forest, type Node, TERMINALS } from './forest.ts';
import { type Assignment, children, restricter, supporter, type TerminalSet } from './walk.ts';

/** Values to put in; equal keys stand for equal values. */
export interface Step {
  readonly key: string;
  readonly values: Assignment;
}

/** What is left of some diagrams. */
export interface Rest {
  /** In the order of the diagrams: nodes of a forest that all of them share, so that equal ones are the same node. */
  readonly nodes: readonly Node[];
  readonly forest: Forest;
  /** The terminals that such a node leads to. */
  readonly reached: (node: Node) => TerminalSet;
  /** The variables on which such a node depends, as bits. */
  readonly support: (node: Node) => bigint;
}

type Kept = Pick<Rest, 'nodes'> & { readonly next: Map<string, Kept> };

/** What is kept before all of it is forgotten. */
export interface Most {
  readonly rests: number;
  readonly nodes: number;
}

const MOST: Most = { rests: 10_000, nodes: 200_000 };

/**
 * Puts values into diagrams, always beginning with nothing known. For one caller it is slower than a walk; for thousands who answer
 * alike it is one look-up an answer: the whole and the brief call of one caller under intake-line took 65 ms with walks, and take 9.
 */
export function createRests(forest: Forest, roots: readonly Node[], most = MOST): (steps: readonly Step[]) => Rest {
  let kept = begin(forest, roots);
  return (steps) => {
    if (kept.rests.size > most.rests || kept.forest.size() > most.nodes) kept = begin(forest, roots);
    let at = kept.start;
    for (const step of steps) at = at.next.get(step.key) ?? kept.after(at, step);
    return { ...kept.shared, nodes: at.nodes };
  };
}

function begin(from: Forest, roots: readonly Node[]) {
  const forest = createForest(from.widths);
  const rests = new Map<string, Kept>();
  const restrict = new Map<string, (node: Node) => Node>();
  const rest = (nodes: readonly Node[]): Kept => {
    const content = nodes.join(' ');
    const found = rests.get(content) ?? { nodes, next: new Map() };
    rests.set(content, found);
    return found;
  };
  const after = (before: Kept, { key, values }: Step): Kept => {
    const put = restrict.get(key) ?? restricter(forest, forest, values);
    restrict.set(key, put);
    const found = rest(before.nodes.map(put));
    before.next.set(key, found);
    return found;
  };
  const copied = restricter(from, forest, []);
  const shared = { forest, reached: reacher(forest), support: supporter(forest) };
  return { forest, rests, shared, after, start: rest(roots.map(copied)) };
}

function reacher(forest: Forest): (node: Node) => TerminalSet {
  const memo = new Map<Node, TerminalSet>();
  const reached = (node: Node): TerminalSet => {
    if (node < TERMINALS) return 1 << node;
    const before = memo.get(node);
    if (before !== undefined) return before;
    const found = children(forest, node).reduce((all, child) => all | reached(child), 0);
    memo.set(node, found);
    return found;
  };
  return reached;
}
