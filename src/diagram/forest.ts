/**
 * Decision diagrams: ordered, reduced, many-valued, all sharing one table of nodes (Bryant 1986; Bahar et al. 1993).
 * A node tests one variable and has one child per value of it. Variables are numbered in the order of testing, from 0.
 * Two diagrams of the same forest are the same function exactly if they are the same node.
 */

import { BudgetExceeded } from './budget.ts';

/** A node of a forest. Numbers below TERMINALS are the terminals of that value; 0 is also false and 1 true. */
export type Node = number;

/** How many terminals there are: whole numbers from 0. Enough for levels, dispositions, sums of a test. */
export const TERMINALS = 32;
export const FALSE: Node = 0;
export const TRUE: Node = 1;
/** The terminal that stands for different ones; no other meaning may be given to it where `same` is asked for. */
export const MIXED: Node = TERMINALS - 1;

/** How the terminals of two diagrams become one. */
export type Combination = 'min' | 'max' | 'same';

/** How large a forest may grow. A JavaScript Map ends at 2^24 entries; both stay far below. */
export interface Budget {
  readonly nodes: number;
  readonly memo: number;
}
export const DEFAULT_BUDGET: Budget = { nodes: 2_000_000, memo: 6_000_000 };

/**
 * Nodes kept for later, children before parents: the i-th is the node TERMINALS + i; it tests `variables[i]`, and its children
 * follow those of the node before it.
 */
export interface StoredNodes {
  readonly variables: Int32Array;
  readonly children: Int32Array;
}

export interface Forest {
  /** Number of values of each variable. */
  readonly widths: readonly number[];
  /** Variable that a node tests; for terminals the number of variables. */
  readonly variable: (node: Node) => number;
  readonly child: (node: Node, value: number) => Node;
  /** The node with these children: an existing one if there is one. Children test later variables only. */
  readonly make: (variable: number, children: readonly Node[]) => Node;
  readonly and: (left: Node, right: Node) => Node;
  readonly or: (left: Node, right: Node) => Node;
  readonly not: (node: Node) => Node;
  /** `then` where the yes/no diagram `test` is true, `otherwise` elsewhere. */
  readonly choose: (test: Node, then: Node, otherwise: Node) => Node;
  /** Nodes made so far, terminals not counted. */
  readonly size: () => number;
  /** Results remembered so far, those that were forgotten included. */
  readonly memoSize: () => number;
  /** Forgets remembered results, which take several times as much memory as the nodes; they are found again where they are needed. */
  readonly forget: () => void;
  /** From now on it may grow to this, what it has already counted in. */
  readonly limit: (budget: Budget) => void;
  /** Combines the diagrams' terminals pairwise: their minimum, their maximum, or what they are where they are the same and MIXED elsewhere. */
  readonly combine: (kind: Combination, left: Node, right: Node) => Node;
}

const PAIR = 2 ** 26; // nodes stay below it, so a pair of nodes is one exact number

const NO_NODES: StoredNodes = { variables: new Int32Array(), children: new Int32Array() };

/**
 * Makes a forest over variables of the given widths: an empty one, or one that begins with stored nodes of such variables.
 * @throws BudgetExceeded from any operation that would outgrow the budget
 */
export function createForest(
  widths: readonly number[],
  budget: Budget = DEFAULT_BUDGET,
  stored: StoredNodes = NO_NODES,
): Forest {
  let most = budget;
  const table = createNodeTable(widths, () => most.nodes, stored);
  const { variable, child, make } = table;
  const memos: { readonly clear: () => void }[] = [];
  let memoEntries = 0;
  const remembered = <K>(memo: Map<K, Node>, key: K, result: Node): Node => {
    if (++memoEntries > most.memo) throw new BudgetExceeded('memo', most.memo);
    memo.set(key, result);
    return result;
  };

  /** A binary operation from its shortcut: what is known without looking at children, or undefined. */
  const binary = (shortcut: (left: Node, right: Node) => Node | undefined) => {
    const memo = new Map<number, Node>();
    memos.push(memo);
    const operate = (left: Node, right: Node): Node => {
      const known = shortcut(left, right);
      if (known !== undefined) return known;
      const key = left < right ? left * PAIR + right : right * PAIR + left; // all operations here commute
      const before = memo.get(key);
      if (before !== undefined) return before;
      const top = Math.min(variable(left), variable(right));
      const children = mapValues(top, (value) => operate(at(left, top, value), at(right, top, value)));
      return remembered(memo, key, make(top, children));
    };
    return operate;
  };
  const mapValues = (top: number, makeChild: (value: number) => Node): Node[] => {
    const children: Node[] = [];
    const width = widths[top] ?? 0;
    for (let value = 0; value < width; value++) children.push(makeChild(value));
    return children;
  };
  const at = (node: Node, top: number, value: number): Node => (variable(node) === top ? child(node, value) : node);

  const and = binary((left, right) => {
    if (left === FALSE || right === FALSE) return FALSE;
    if (left === TRUE || left === right) return right;
    return right === TRUE ? left : undefined;
  });
  const or = binary((left, right) => {
    if (left === TRUE || right === TRUE) return TRUE;
    if (left === FALSE || left === right) return right;
    return right === FALSE ? left : undefined;
  });
  const extreme = (pick: (left: number, right: number) => number) =>
    binary((left, right) => {
      if (left === right) return left;
      return left < TERMINALS && right < TERMINALS ? pick(left, right) : undefined;
    });
  const same = binary((left, right) => {
    if (left === right) return left;
    if (left === MIXED || right === MIXED) return MIXED;
    return left < TERMINALS && right < TERMINALS ? MIXED : undefined;
  });
  const operations = { min: extreme(Math.min), max: extreme(Math.max), same };

  const negations = new Map<Node, Node>();
  memos.push(negations);
  const not = (node: Node): Node => {
    if (node === FALSE || node === TRUE) return node === FALSE ? TRUE : FALSE;
    const before = negations.get(node);
    if (before !== undefined) return before;
    const top = variable(node);
    return remembered(
      negations,
      node,
      make(
        top,
        mapValues(top, (value) => not(child(node, value))),
      ),
    );
  };

  const choices = new Map<number, Map<Node, Node>>();
  memos.push(choices);
  const choose = (test: Node, then: Node, otherwise: Node): Node => {
    if (test === TRUE || then === otherwise) return then;
    if (test === FALSE) return otherwise;
    const key = test * PAIR + then;
    const memo = choices.get(key) ?? new Map<Node, Node>();
    choices.set(key, memo);
    const before = memo.get(otherwise);
    if (before !== undefined) return before;
    const top = Math.min(variable(test), variable(then), variable(otherwise));
    const children = mapValues(top, (value) =>
      choose(at(test, top, value), at(then, top, value), at(otherwise, top, value)),
    );
    return remembered(memo, otherwise, make(top, children));
  };

  return {
    widths,
    variable,
    child,
    make,
    and,
    or,
    not,
    choose,
    size: table.size,
    memoSize: () => memoEntries,
    forget: () => {
      for (const memo of memos) memo.clear();
    },
    limit: (other) => {
      most = other;
    },
    combine: (kind, left, right) => operations[kind](left, right),
  };
}

/** The unique table: open addressing over plain typed arrays, so that a node is a number and costs no object. */
function createNodeTable(widths: readonly number[], most: () => number, stored: StoredNodes) {
  let count = TERMINALS + stored.variables.length;
  let variables = new Int32Array(Math.max(1 << 12, count));
  let offsets = new Int32Array(Math.max(1 << 12, count));
  let pool = new Int32Array(Math.max(1 << 14, stored.children.length));
  let used = stored.children.length;
  let slots = new Int32Array(0); // made when the first node is: walking stored nodes needs none
  variables.fill(widths.length, 0, TERMINALS);
  variables.set(stored.variables, TERMINALS);
  pool.set(stored.children);
  for (let node = TERMINALS, offset = 0; node < count; node++) {
    offsets[node] = offset;
    offset += widths[variables[node] ?? 0] ?? 0;
  }

  const hash = (variable: number, at: (value: number) => Node): number => {
    let mixed = Math.imul(variable + 1, 0x9e3779b1);
    const width = widths[variable] ?? 0;
    for (let value = 0; value < width; value++) {
      mixed = Math.imul(mixed ^ at(value), 0x85ebca6b);
      mixed ^= mixed >>> 13;
    }
    return mixed >>> 0;
  };
  const variable = (node: Node): number => variables[node] ?? widths.length;
  const child = (node: Node, value: number): Node => pool[(offsets[node] ?? 0) + value] ?? FALSE;
  const same = (node: Node, tested: number, children: readonly Node[]): boolean =>
    variables[node] === tested && children.every((one, value) => child(node, value) === one);

  const rehash = (): void => {
    let size = 1 << 13;
    while (size < count * 4) size *= 2; // at most half full when the next one is due
    slots = new Int32Array(size).fill(-1);
    for (let node = TERMINALS; node < count; node++) {
      let slot = hash(variable(node), (value) => child(node, value)) & (size - 1);
      while (slots[slot] !== -1) slot = (slot + 1) & (size - 1);
      slots[slot] = node;
    }
  };
  const add = (tested: number, children: readonly Node[]): Node => {
    if (count - TERMINALS >= most()) throw new BudgetExceeded('nodes', most());
    if (count === variables.length) {
      variables = grown(variables);
      offsets = grown(offsets);
    }
    while (used + children.length > pool.length) pool = grown(pool);
    variables[count] = tested;
    offsets[count] = used;
    pool.set(children, used);
    used += children.length;
    return count++;
  };
  const make = (tested: number, children: readonly Node[]): Node => {
    const first = children[0] ?? FALSE;
    if (children.every((one) => one === first)) return first; // reduced: a test that changes nothing is no node
    if (count * 2 >= slots.length) rehash();
    let slot = hash(tested, (value) => children[value] ?? FALSE) & (slots.length - 1);
    for (let node = slots[slot] ?? -1; node !== -1; node = slots[slot] ?? -1) {
      if (same(node, tested, children)) return node;
      slot = (slot + 1) & (slots.length - 1);
    }
    const node = add(tested, children);
    slots[slot] = node;
    return node;
  };
  return { variable, child, make, size: () => count - TERMINALS };
}

function grown(array: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(array.length * 2);
  larger.set(array);
  return larger;
}
