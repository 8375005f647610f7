import { expect, test } from 'vitest';
import { BudgetExceeded } from '../../src/diagram/budget.ts';
import { createForest, FALSE, type Forest, type Node, TERMINALS, TRUE } from '../../src/diagram/forest.ts';

const WIDTHS = [2, 3, 2];
/** Every way of giving the three variables a value, first variable slowest. */
const ALL = [0, 1].flatMap((x) => [0, 1, 2].flatMap((y) => [0, 1].map((z) => [x, y, z])));

/** Follows a diagram for one assignment. */
function value(forest: Forest, root: Node, assignment: readonly number[]): number {
  let node = root;
  while (node >= TERMINALS) node = forest.child(node, assignment[forest.variable(node)] ?? 0);
  return node;
}

/** The diagram of a function, built from its values, later variables first. */
function diagram(forest: Forest, f: (x: number, y: number, z: number) => number): Node {
  return forest.make(
    0,
    [0, 1].map((x) =>
      forest.make(
        1,
        [0, 1, 2].map((y) =>
          forest.make(
            2,
            [0, 1].map((z) => f(x, y, z)),
          ),
        ),
      ),
    ),
  );
}

function table(forest: Forest, root: Node): readonly number[] {
  return ALL.map((assignment) => value(forest, root, assignment));
}

/** Yes/no functions of three variables that differ in what they depend on. */
const FUNCTIONS: readonly (readonly [string, (x: number, y: number, z: number) => boolean])[] = [
  ['nothing, false', () => false],
  ['nothing, true', () => true],
  ['x', (x) => x === 1],
  ['y is 2', (_x, y) => y === 2],
  ['y is 0 or z', (_x, y, z) => y === 0 || z === 1],
  ['x and y is 1', (x, y) => x === 1 && y === 1],
  ['x unlike z', (x, _y, z) => x !== z],
  ['the sum is odd', (x, y, z) => (x + y + z) % 2 === 1],
];
const PAIRS = FUNCTIONS.flatMap(([one, f]) => FUNCTIONS.map(([other, g]) => [one, other, f, g] as const));

const number = (holds: boolean): number => (holds ? TRUE : FALSE);

test('a diagram has the values that it was built from', () => {
  const forest = createForest(WIDTHS);
  for (const [, f] of FUNCTIONS) {
    const root = diagram(forest, (x, y, z) => number(f(x, y, z)));
    expect(table(forest, root)).toEqual(ALL.map(([x = 0, y = 0, z = 0]) => number(f(x, y, z))));
  }
});

test('a test that changes nothing is no node', () => {
  const forest = createForest(WIDTHS);
  expect(forest.make(1, [TRUE, TRUE, TRUE])).toBe(TRUE);
  expect(forest.make(1, [7, 7, 7])).toBe(7);
  const below = forest.make(2, [FALSE, TRUE]);
  expect(forest.make(0, [below, below])).toBe(below);
  expect(forest.size()).toBe(1);
});

test('what depends on nothing but x is one node that tests x', () => {
  const forest = createForest(WIDTHS);
  const root = diagram(forest, (x) => x);
  expect([forest.variable(root), forest.child(root, 0), forest.child(root, 1)]).toEqual([0, FALSE, TRUE]);
  expect(root).toBe(forest.make(0, [FALSE, TRUE]));
});

test('the same function is the same node, however it was built', () => {
  const forest = createForest(WIDTHS);
  const x = diagram(forest, (one) => one);
  const z = diagram(forest, (_x, _y, one) => one);
  const { and, or, not } = forest;
  expect(and(x, z)).toBe(diagram(forest, (one, _y, three) => one * three));
  expect(and(z, x)).toBe(and(x, z));
  expect(not(and(x, z))).toBe(or(not(x), not(z)));
  expect(not(not(or(x, z)))).toBe(or(z, x));
  expect(and(x, not(x))).toBe(FALSE);
  expect(or(x, not(x))).toBe(TRUE);
});

test('different functions are different nodes', () => {
  const forest = createForest(WIDTHS);
  const roots = FUNCTIONS.map(([, f]) => diagram(forest, (x, y, z) => number(f(x, y, z))));
  expect(new Set(roots).size).toBe(FUNCTIONS.length);
});

test.each(PAIRS)('and, or, not of: %s; %s', (_one, _other, f, g) => {
  const forest = createForest(WIDTHS);
  const left = diagram(forest, (x, y, z) => number(f(x, y, z)));
  const right = diagram(forest, (x, y, z) => number(g(x, y, z)));
  const expected = (holds: (fs: boolean, gs: boolean) => boolean) =>
    ALL.map(([x = 0, y = 0, z = 0]) => number(holds(f(x, y, z), g(x, y, z))));
  expect(table(forest, forest.and(left, right))).toEqual(expected((fs, gs) => fs && gs));
  expect(table(forest, forest.or(left, right))).toEqual(expected((fs, gs) => fs || gs));
  expect(table(forest, forest.not(left))).toEqual(expected((fs) => !fs));
});

test('thousands of operations in one forest are not mixed up', () => {
  const forest = createForest(WIDTHS);
  // A yes/no function of the twelve assignments is a number of twelve bits.
  const functions = Array.from({ length: 60 }, (_, index) => (index * 2654435761) % 4096);
  const bit = (bits: number, x: number, y: number, z: number): number => (bits >> (x * 6 + y * 2 + z)) & 1;
  const root = (bits: number): Node => diagram(forest, (x, y, z) => bit(bits, x, y, z));
  for (const one of functions) {
    for (const other of functions) {
      const [left, right] = [root(one), root(other)];
      expect(forest.and(left, right)).toBe(root(one & other));
      expect(forest.or(left, right)).toBe(root(one | other));
      expect(forest.combine('max', left, right)).toBe(root(one | other));
      expect(forest.choose(left, right, forest.not(right))).toBe(root(4095 & ~(one ^ other)));
    }
  }
});

test.each(FUNCTIONS)('choose takes one diagram where this holds and the other elsewhere: %s', (_name, f) => {
  const forest = createForest(WIDTHS);
  const test = diagram(forest, (x, y, z) => number(f(x, y, z)));
  const then = diagram(forest, (x, y, z) => x + 2 * y + z);
  const otherwise = diagram(forest, (x, y, z) => 20 + x * y * z);
  const expected = ALL.map(([x = 0, y = 0, z = 0]) => (f(x, y, z) ? x + 2 * y + z : 20 + x * y * z));
  expect(table(forest, forest.choose(test, then, otherwise))).toEqual(expected);
  // Asked again, and with another `otherwise`: what was remembered must not be mixed up.
  expect(table(forest, forest.choose(test, then, otherwise))).toEqual(expected);
  expect(table(forest, forest.choose(test, then, 9))).toEqual(
    ALL.map(([x = 0, y = 0, z = 0]) => (f(x, y, z) ? x + 2 * y + z : 9)),
  );
});

test('combine takes the lesser or the greater terminal, point by point', () => {
  const forest = createForest(WIDTHS);
  const [f, g] = [(x: number, y: number) => 3 * x + y, (_x: number, y: number, z: number) => 4 - y - z];
  const [left, right] = [diagram(forest, f), diagram(forest, g)];
  const expected = (pick: (one: number, other: number) => number) =>
    ALL.map(([x = 0, y = 0, z = 0]) => pick(f(x, y), g(x, y, z)));
  expect(table(forest, forest.combine('min', left, right))).toEqual(expected(Math.min));
  expect(table(forest, forest.combine('max', left, right))).toEqual(expected(Math.max));
});

test('more nodes than the first table holds stay the same nodes', () => {
  const widths = Array.from({ length: 14 }, () => 2);
  const forest = createForest(widths);
  // Every set of variables as an and: 2^14 different functions.
  const and = (bits: number, from: number): Node => {
    if (from === widths.length) return TRUE;
    const rest = and(bits, from + 1);
    return (bits >> from) % 2 === 1 ? forest.make(from, [FALSE, rest]) : rest;
  };
  const first = Array.from({ length: 2 ** 14 }, (_, bits) => and(bits, 0));
  const size = forest.size();
  expect(new Set(first).size).toBe(2 ** 14);
  expect(Array.from({ length: 2 ** 14 }, (_, bits) => and(bits, 0))).toEqual(first);
  expect(forest.size()).toBe(size);
});

test('what is forgotten is found again: the same nodes, at the price of remembering them anew', () => {
  const forest = createForest(WIDTHS);
  const x = diagram(forest, (one) => one);
  const z = diagram(forest, (_one, _two, three) => three);
  const operations = [
    () => forest.and(x, z),
    () => forest.combine('max', x, z),
    () => forest.not(x),
    () => forest.choose(x, z, FALSE),
  ];
  const before = operations.map((operate) => operate());
  const remembered = forest.memoSize();
  expect(operations.map((operate) => operate())).toEqual(before);
  expect(forest.memoSize()).toBe(remembered);
  forest.forget();
  expect(operations.map((operate) => operate())).toEqual(before);
  expect(forest.memoSize()).toBe(2 * remembered);
});

test('a forest never holds more nodes than its budget', () => {
  const forest = createForest(WIDTHS, { nodes: 2, memo: 100 });
  forest.make(2, [FALSE, TRUE]);
  forest.make(2, [TRUE, FALSE]);
  forest.make(2, [FALSE, TRUE]); // known already
  expect(forest.size()).toBe(2);
  const third = () => forest.make(1, [FALSE, FALSE, TRUE]);
  expect(third).toThrow(BudgetExceeded);
  expect(faultOf(third)).toMatchObject({ what: 'nodes', limit: 2 });
  expect(forest.size()).toBe(2);
});

test.each([
  ['and', (forest: Forest, x: Node, y: Node) => forest.and(x, y)],
  ['not', (forest: Forest, x: Node) => forest.not(x)],
  ['choose', (forest: Forest, x: Node, y: Node) => forest.choose(x, y, 5)],
  ['combine', (forest: Forest, x: Node, y: Node) => forest.combine('max', x, y)],
])('nor remembers more results than that: %s', (_name, operate) => {
  const forest = createForest(WIDTHS, { nodes: 100, memo: 0 });
  const [x, y] = [forest.make(0, [FALSE, TRUE]), forest.make(1, [FALSE, TRUE, TRUE])];
  expect(faultOf(() => operate(forest, x, y))).toMatchObject({ what: 'memo', limit: 0 });
});

/** What a function throws. */
function faultOf(act: () => unknown): unknown {
  try {
    act();
  } catch (error) {
    return error;
  }
  return undefined;
}
