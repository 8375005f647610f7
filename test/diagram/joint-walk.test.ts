import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Combination, createForest, FALSE, type Forest, MIXED, type Node } from '../../src/diagram/forest.ts';
import { createJointWalk, walkOneByOne } from '../../src/diagram/joint-walk.ts';
import { createPackedTables } from '../../src/diagram/packed-tables.ts';

const WIDTHS = [2, 3, 2, 2];
const SIZE = WIDTHS.reduce((all, width) => all * width, 1);
const BOUNDS = ['min', 'max', 'same'] as const satisfies readonly Combination[];
const AMPLE = 1 << 16;

/** A function of the four variables by its values, the last variable running fastest, and the bound that is asked for. */
const asked = fc.record({
  values: fc.array(fc.integer({ min: 0, max: 2 }), { minLength: SIZE, maxLength: SIZE }),
  bound: fc.constantFrom(...BOUNDS),
});
const askedAtOnce = fc.array(asked, { maxLength: 5 });

/** What is known, as codes: every value of each variable, or its width. */
const EVERY_ROW = WIDTHS.reduce<readonly (readonly number[])[]>(
  (rows, width) => rows.flatMap((row) => Array.from({ length: width + 1 }, (_, code) => [...row, code])),
  [[]],
).map((row) => Uint8Array.from(row));

function diagram(forest: Forest, values: readonly number[], variable = 0): Node {
  const width = WIDTHS[variable];
  if (width === undefined) return values[0] ?? 0;
  const share = values.length / width;
  const parts = Array.from({ length: width }, (_, value) => values.slice(value * share, (value + 1) * share));
  return forest.make(
    variable,
    parts.map((part) => diagram(forest, part, variable + 1)),
  );
}

/** By definition: the least, the greatest or the only value of the function over the completions of a row. */
function boundOver({ values, bound }: { values: readonly number[]; bound: Combination }, codes: Uint8Array): number {
  const completions = values.filter((_, place) =>
    WIDTHS.every((width, variable) => {
      const below = WIDTHS.slice(variable + 1).reduce((all, one) => all * one, 1);
      return codes[variable] === width || codes[variable] === Math.floor(place / below) % width;
    }),
  );
  if (bound === 'same') return new Set(completions).size === 1 ? (completions[0] ?? 0) : MIXED;
  return bound === 'min' ? Math.min(...completions) : Math.max(...completions);
}

test('walked at once, each table gives its bound over all completions, however few states are kept', () => {
  fc.assert(
    fc.property(askedAtOnce, fc.constantFrom(0, 40, 120, AMPLE), (functions, limit) => {
      const forest = createForest(WIDTHS);
      const tables = createPackedTables(forest);
      const starts = functions.map(({ values, bound }) => tables.start(diagram(forest, values), bound));
      const walk = createJointWalk({ tables, starts, make: (terminals) => terminals, limit });
      for (const _ of [1, 2])
        for (const codes of EVERY_ROW) expect(walk(codes)).toEqual(functions.map((one) => boundOver(one, codes)));
    }),
    { numRuns: 60, endOnFailure: true },
  );
});

test('where a variable is unknown, a table gives its bound, and 0 where it is known', () => {
  fc.assert(
    fc.property(asked, fc.nat({ max: WIDTHS.length - 1 }), ({ values, bound }, variable) => {
      const forest = createForest(WIDTHS);
      const tables = createPackedTables(forest);
      // Both where the variable has its first value, whatever it has: a diagram that does not test it.
      const below = WIDTHS.slice(variable + 1).reduce((all, one) => all * one, 1);
      const first = values.map((_, place) => {
        const own = Math.floor(place / below) % (WIDTHS[variable] ?? 1);
        return values[place - own * below] ?? 0;
      });
      const start = tables.startWhereUnknown(diagram(forest, first), bound, variable);
      for (const codes of EVERY_ROW) {
        const isUnknown = codes[variable] === WIDTHS[variable];
        expect(tables.walk(start, codes)).toBe(isUnknown ? boundOver({ values: first, bound }, codes) : FALSE);
      }
    }),
    { numRuns: 60, endOnFailure: true },
  );
});

/** The bounds of the sum of all variables, and whether it is odd. */
function sums(limit: number) {
  const forest = createForest(WIDTHS);
  const tables = createPackedTables(forest);
  const numbers = Array.from({ length: SIZE }, (_, place) => place);
  const digits = numbers.map((place) => [
    Math.floor(place / 12),
    Math.floor(place / 4) % 3,
    (place >> 1) & 1,
    place & 1,
  ]);
  const total = digits.map((all) => all.reduce((sum, digit) => sum + digit, 0));
  const starts = BOUNDS.map((bound) => tables.start(diagram(forest, total), bound));
  const odd = tables.start(
    diagram(
      forest,
      total.map((sum) => sum % 2),
    ),
    'same',
  );
  let made = 0;
  const count = (terminals: readonly number[]): readonly number[] => {
    made++;
    return terminals;
  };
  return { walk: createJointWalk({ tables, starts: [...starts, odd], make: count, limit }), made: () => made };
}

test('a result is made once, and its object kept, as long as there is room', () => {
  const { walk, made } = sums(AMPLE);
  const first = new Map(EVERY_ROW.map((codes) => [codes, walk(codes)]));
  const distinct = new Set([...first.values()].map((one) => one.join(' ')));
  expect(made()).toBe(distinct.size);
  for (const codes of EVERY_ROW) expect(walk(codes)).toBe(first.get(codes));
  expect(made()).toBe(distinct.size);
});

test('however often tables were parted and results forgotten, the results are equal', () => {
  const ample = sums(AMPLE);
  const results = EVERY_ROW.map((codes) => ample.walk(codes));
  for (const limit of [0, 30, 60, 100, 200, 400]) {
    const { walk, made } = sums(limit);
    for (const _ of [1, 2, 3]) expect(EVERY_ROW.map(walk)).toEqual(results);
    if (limit < 100) expect(made()).toBeGreaterThan(ample.made()); // some were forgotten
  }
});

test('without tables the same results are the same objects', () => {
  const walks = [0, 1].map((variable) => (codes: Uint8Array) => codes[variable] ?? 0);
  const walk = walkOneByOne(walks, (found) => found, AMPLE);
  for (const codes of EVERY_ROW) {
    expect(walk(codes)).toEqual([codes[0], codes[1]]);
    expect(walk(codes)).toBe(walk(Uint8Array.of(codes[0] ?? 0, codes[1] ?? 0, 0, 0)));
  }
  const forgetful = walkOneByOne(walks, (found) => found, 12);
  for (const codes of EVERY_ROW) expect(forgetful(codes)).toEqual([codes[0], codes[1]]);
});
