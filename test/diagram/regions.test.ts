import fc from 'fast-check';
import { expect, test } from 'vitest';
import { atVariable } from '../../src/diagram/at-variable.ts';
import { createForest, FALSE, type Forest, type Node, TERMINALS, TRUE } from '../../src/diagram/forest.ts';
import { lowerThan } from '../../src/diagram/lower.ts';
import { terminalRegion } from '../../src/diagram/terminal-region.ts';
import { reachable } from '../../src/diagram/walk.ts';

const WIDTHS = [2, 3, 2];
const CALLERS = [0, 1].flatMap((x) => [0, 1, 2].flatMap((y) => [0, 1].map((z) => [x, y, z])));

/** A function as the list of its terminals, in the order of the callers. */
const table = fc.array(fc.nat({ max: 5 }), { minLength: CALLERS.length, maxLength: CALLERS.length });

function diagram(forest: Forest, terminals: readonly number[]): Node {
  const make = (variable: number, from: number, count: number): Node => {
    const width = WIDTHS[variable];
    if (width === undefined) return terminals[from] ?? 0;
    const part = count / width;
    return forest.make(
      variable,
      Array.from({ length: width }, (_, value) => make(variable + 1, from + value * part, part)),
    );
  };
  return make(0, 0, CALLERS.length);
}

function isIn(forest: Forest, region: Node): readonly boolean[] {
  return CALLERS.map((caller) => reachable(forest, region, caller) === 1 << TRUE);
}

test('where one diagram gives less than another is found caller by caller', () => {
  fc.assert(
    fc.property(table, table, (one, other) => {
      const forest = createForest(WIDTHS);
      const region = lowerThan(forest)(diagram(forest, one), diagram(forest, other));
      expect(isIn(forest, region)).toEqual(CALLERS.map((_, place) => (one[place] ?? 0) < (other[place] ?? 0)));
    }),
    { numRuns: 1000 },
  );
});

test('the region of some terminals holds the callers who get one of them', () => {
  fc.assert(
    fc.property(table, fc.uniqueArray(fc.nat({ max: TERMINALS - 1 })), (terminals, wanted) => {
      const forest = createForest(WIDTHS);
      const set = wanted.reduce((bits, terminal) => bits | (1 << terminal), 0);
      const region = terminalRegion(forest, diagram(forest, terminals), set);
      expect(isIn(forest, region)).toEqual(terminals.map((terminal) => wanted.includes(terminal)));
    }),
    { numRuns: 1000 },
  );
});

test('what stands where a diagram tests a variable is put there, and false where it does not depend on it', () => {
  fc.assert(
    fc.property(table, fc.nat({ max: WIDTHS.length - 1 }), (terminals, variable) => {
      const forest = createForest(WIDTHS);
      const ends = (caller: readonly number[]) =>
        terminals[CALLERS.findIndex((one) => one.every((value, place) => value === caller[place]))];
      const region = atVariable(forest, diagram(forest, terminals), variable, () => TRUE);
      // The variable is tested where what follows it in the order is not the same function for all of its values.
      const after = (caller: readonly number[], value: number) =>
        CALLERS.filter((one) => one.slice(0, variable).every((own, place) => own === caller[place]))
          .filter((one) => one[variable] === value)
          .map(ends)
          .join();
      const tested = CALLERS.map((caller) =>
        Array.from({ length: WIDTHS[variable] ?? 0 }, (_, value) => after(caller, value)).some(
          (one) => one !== after(caller, 0),
        ),
      );
      expect(isIn(forest, region)).toEqual(tested);
      expect(atVariable(forest, diagram(forest, terminals), variable, () => FALSE)).toBe(FALSE);
    }),
    { numRuns: 1000 },
  );
});
