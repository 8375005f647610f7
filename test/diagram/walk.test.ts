import { expect, test } from 'vitest';
import { createForest, FALSE, type Forest, type Node, TERMINALS, TRUE } from '../../src/diagram/forest.ts';
import { boundTable, walkTable } from '../../src/diagram/table.ts';
import {
  nodesBelow,
  reachable,
  reachableByValue,
  restricter,
  supporter,
  terminalsIn,
  UNKNOWN,
} from '../../src/diagram/walk.ts';

const WIDTHS = [2, 3, 2];
const VALUES = [
  [0, 1],
  [0, 1, 2],
  [0, 1],
] as const;

type Function = (x: number, y: number, z: number) => number;

/** Functions whose terminals, and what they depend on, can be seen at a glance. */
const FUNCTIONS: readonly (readonly [string, Function])[] = [
  ['always 6', () => 6],
  ['x', (x) => x],
  ['y', (_x, y) => y],
  ['x and z', (x, _y, z) => x * z],
  ['y where x, else 7', (x, y) => (x === 1 ? y : 7)],
  ['the sum', (x, y, z) => x + y + z],
  ['five where y is 1 unless z, else 2', (_x, y, z) => (y === 1 && z === 0 ? 5 : 2)],
];

function diagram(forest: Forest, f: Function): Node {
  return forest.make(
    0,
    VALUES[0].map((x) =>
      forest.make(
        1,
        VALUES[1].map((y) =>
          forest.make(
            2,
            VALUES[2].map((z) => f(x, y, z)),
          ),
        ),
      ),
    ),
  );
}

/** Every partial assignment: each variable known or not. */
const PARTIAL = [UNKNOWN, 0, 1].flatMap((x) =>
  [UNKNOWN, 0, 1, 2].flatMap((y) => [UNKNOWN, 0, 1].map((z) => [x, y, z] as const)),
);

/** The values of a function over all completions of a partial assignment. */
function completed(f: Function, [x, y, z]: readonly [number, number, number]): readonly number[] {
  const of = (known: number, values: readonly number[]) => (known === UNKNOWN ? values : [known]);
  return of(x, VALUES[0]).flatMap((a) => of(y, VALUES[1]).flatMap((b) => of(z, VALUES[2]).map((c) => f(a, b, c))));
}

const distinct = (numbers: readonly number[]): readonly number[] => [...new Set(numbers)].sort((a, b) => a - b);

test.each(FUNCTIONS)('what can be reached is what some completion gives: %s', (_name, f) => {
  const forest = createForest(WIDTHS);
  const root = diagram(forest, f);
  for (const known of PARTIAL)
    expect(terminalsIn(reachable(forest, root, known))).toEqual(distinct(completed(f, known)));
});

test.each(FUNCTIONS)('by value: what can be reached once a variable has it: %s', (_name, f) => {
  const forest = createForest(WIDTHS);
  const byValue = reachableByValue(forest, diagram(forest, f));
  for (const [variable, values] of VALUES.entries()) {
    for (const value of values) {
      const known = [0, 1, 2].map((other) => (other === variable ? value : UNKNOWN)) as [number, number, number];
      expect(terminalsIn(byValue[variable]?.[value] ?? 0)).toEqual(distinct(completed(f, known)));
    }
  }
});

test.each(FUNCTIONS)('the tables give the least and the greatest of all completions: %s', (_name, f) => {
  const forest = createForest(WIDTHS);
  const root = diagram(forest, f);
  const [lowest, highest] = [boundTable(forest, root, 'min'), boundTable(forest, root, 'max')];
  for (const known of PARTIAL) {
    const codes = known.map((value, variable) => (value === UNKNOWN ? (WIDTHS[variable] ?? 0) : value));
    const values = completed(f, known);
    expect([walkTable(lowest, codes), walkTable(highest, codes)]).toEqual([Math.min(...values), Math.max(...values)]);
  }
});

test('a table of a terminal is that terminal', () => {
  const table = boundTable(createForest(WIDTHS), 6, 'min');
  expect([walkTable(table, [0, 0, 0]), table.variable.length]).toEqual([6, 0]);
});

test('a table has no row twice and none that changes nothing', () => {
  const forest = createForest(WIDTHS);
  const table = boundTable(
    forest,
    diagram(forest, (x, y) => (x === 1 ? y : 7)),
    'min',
  );
  // x, and y under it; z never matters.
  expect([...table.variable].sort()).toEqual([0, 1]);
});

test.each(FUNCTIONS)('a restricted diagram is the function of what is left: %s', (_name, f) => {
  for (const known of PARTIAL) {
    const [forest, into] = [createForest(WIDTHS), createForest(WIDTHS)];
    const rest = restricter(forest, into, known)(diagram(forest, f));
    const [x, y, z] = known;
    const expected = diagram(into, (a, b, c) => f(x === UNKNOWN ? a : x, y === UNKNOWN ? b : y, z === UNKNOWN ? c : z));
    expect(rest).toBe(expected);
  }
});

test('restricting leaves no node behind in the forest that it reads', () => {
  const [forest, into] = [createForest(WIDTHS), createForest(WIDTHS)];
  const root = diagram(forest, (x, y, z) => x + y + z);
  const before = forest.size();
  restricter(forest, into, [UNKNOWN, 1, UNKNOWN])(root);
  expect(forest.size()).toBe(before);
});

test.each([
  ['nothing', () => 1, []],
  ['x', (x: number) => x, [0]],
  ['y where x', (x: number, y: number) => x * y, [0, 1]],
  ['x and z', (x: number, _y: number, z: number) => x * z, [0, 2]],
] as const)('a diagram depends on: %s', (_name, f, expected) => {
  const forest = createForest(WIDTHS);
  const bits = supporter(forest)(diagram(forest, f as Function));
  expect([0, 1, 2].filter((variable) => (bits >> BigInt(variable)) & 1n)).toEqual(expected);
});

test('the nodes below come once each, children before parents, terminals left out', () => {
  const forest = createForest(WIDTHS);
  const [one, other] = [diagram(forest, (x, y, z) => x + y + z), diagram(forest, (x, _y, z) => x * z)];
  const nodes = nodesBelow(forest, one, other, TRUE, FALSE);
  expect(new Set(nodes).size).toBe(nodes.length);
  expect(nodes).toContain(one);
  expect(nodes).toContain(other);
  for (const [place, node] of nodes.entries()) {
    for (let value = 0; value < (WIDTHS[forest.variable(node)] ?? 0); value++) {
      const child = forest.child(node, value);
      if (child >= TERMINALS) expect(nodes.slice(0, place)).toContain(child);
    }
  }
});
