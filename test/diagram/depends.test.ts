import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dependsOn } from '../../src/diagram/depends.ts';
import { createForest, type Forest, type Node } from '../../src/diagram/forest.ts';
import { restricter, supporter, UNKNOWN } from '../../src/diagram/walk.ts';

const WIDTHS = [2, 3, 2, 2];
const SIZE = WIDTHS.reduce((all, width) => all * width, 1);

/** A function of four variables by its values, the last variable running fastest. */
const table = fc.array(fc.integer({ min: 0, max: 2 }), { minLength: SIZE, maxLength: SIZE });
const tables = fc.array(table, { minLength: 1, maxLength: 3 });
const assignment = fc.tuple(...WIDTHS.map((width) => fc.integer({ min: UNKNOWN, max: width - 1 })));

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

/** The value of each variable at a place of a table. */
function pointAt(place: number): readonly number[] {
  return WIDTHS.map((width, variable) => {
    const below = WIDTHS.slice(variable + 1).reduce((all, one) => all * one, 1);
    return Math.floor(place / below) % width;
  });
}

function variablesIn(bits: bigint): readonly number[] {
  return WIDTHS.flatMap((_, variable) => (((bits >> BigInt(variable)) & 1n) === 1n ? [variable] : []));
}

/** By definition: two callers who agree with what is known and differ in nothing but the variable get different values. */
function isDependent(values: readonly number[], known: readonly number[], variable: number): boolean {
  const places = values
    .map((value, place) => ({ value, point: pointAt(place) }))
    .filter(({ point }) => known.every((one, index) => one === UNKNOWN || one === point[index]));
  return places.some((one) =>
    places.some(
      (other) =>
        one.value !== other.value &&
        one.point.every((value, index) => index === variable || value === other.point[index]),
    ),
  );
}

test('it is what the values of the functions depend on, whatever is known', () => {
  fc.assert(
    fc.property(tables, assignment, (functions, known) => {
      const forest = createForest(WIDTHS);
      const roots = functions.map((values) => diagram(forest, values));
      const expected = WIDTHS.flatMap((_, variable) =>
        functions.some((values) => isDependent(values, known, variable)) ? [variable] : [],
      );
      const size = forest.size();
      expect(variablesIn(dependsOn(forest, roots, known))).toEqual(expected);
      expect(forest.size()).toBe(size); // a compiled forest stays as it was
    }),
    { numRuns: 500 },
  );
});

test('it is what the diagrams that are left test', () => {
  fc.assert(
    fc.property(tables, assignment, (functions, known) => {
      const forest = createForest(WIDTHS);
      const roots = functions.map((values) => diagram(forest, values));
      const left = createForest(WIDTHS);
      const support = supporter(left);
      const bits = roots.map(restricter(forest, left, known)).reduce((all, root) => all | support(root), 0n);
      expect(variablesIn(dependsOn(forest, roots, known))).toEqual(variablesIn(bits));
    }),
    { numRuns: 500 },
  );
});
