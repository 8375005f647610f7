/**
 * Many tables walked at once. Where each of them stands is one state of a joint walk, as the states of several automata are one
 * state of their product (Rabin & Scott 1959); it tests the first variable that any of them tests. States are made when the first
 * row comes that needs them, as regular-expression engines make theirs (Thompson 1968), and kept within a bound: where it is passed
 * all are forgotten, and where that happens too often for states to be of use, the tables are walked one by one (the rule is that
 * of RE2's lazy DFA, whose cache is bounded alike).
 *
 * Invariant: a state is nothing but where its tables stand, so what is forgotten or given up changes no result.
 */

import { internTuples } from './interned-tuples.ts';
import type { PackedTables } from './packed-tables.ts';

/** What is made of the terminals of all tables: the same object for equal terminals, until it is forgotten. */
export type JointWalk<T> = (codes: Uint8Array) => T;

export interface JointWalkParts<T extends object> {
  readonly tables: PackedTables;
  /** Where the tables start that are walked. */
  readonly starts: readonly number[];
  /** Makes the result from their terminals, in that order. */
  readonly make: (terminals: readonly number[]) => T;
  /** How many numbers, of 4 bytes, the states may take. */
  readonly limit: number;
}

/** A child that is not made yet. */
const NONE = -1;
/** Where a walk ends that is given up. */
const GIVEN_UP = -2;
/** The result n is the child `FIRST_RESULT - n`. */
const FIRST_RESULT = -3;

/** States that so few rows passed for each of them were not worth making (RE2 asks for ten bytes a state). */
const ROWS_PER_STATE = 4;
/** How often in a row states are forgotten that were not worth making. */
const HASTY_RESTARTS = 3;

/** Prepares walking tables at once. */
export function createJointWalk<T extends object>(parts: JointWalkParts<T>): JointWalk<T> {
  const { tables, limit } = parts;
  const starts = Int32Array.from(parts.starts);
  const make = (tuple: Int32Array): T => parts.make(Array.from(tuple, (terminal) => -1 - terminal));
  const width = starts.length;
  const tuples = internTuples(width);
  const tuple = new Int32Array(width);
  /** The state at n tests variable `cells[n]` and has the tuple `cells[n + 1]`; its child for code c stands at `cells[n + 2 + c]`. */
  let cells = new Int32Array(1 << 10);
  let used = 0;
  const places: number[] = []; // by number of tuple: where its state stands, or its result
  const results: T[] = [];
  let rows = 0;
  let hasty = 0;

  const addState = (variable: number, number: number): number => {
    const size = 2 + tables.codes(variable);
    if (used + size > cells.length) cells = copied(cells, cells.length * 2 + size);
    cells[used] = variable;
    cells[used + 1] = number;
    cells.fill(NONE, used + 2, used + size);
    used += size;
    return used - size;
  };
  /** Where the state of the tuple stands, or its result. */
  const placeOfTuple = (): number => {
    const number = tuples.numberOf(tuple);
    const before = places[number];
    if (before !== undefined) return before;
    const variable = tables.firstTested(tuple);
    const place = variable === undefined ? FIRST_RESULT + 1 - results.push(make(tuple)) : addState(variable, number);
    places.push(place);
    return place;
  };
  const start = (): number => {
    tuple.set(starts);
    return placeOfTuple();
  };
  let root = start();

  const isFull = (): boolean => used + tuples.count() * (width + 4) > limit;
  /** Forgets everything, and gives up where too little came of it. */
  const startAnew = (): number => {
    hasty = rows < ROWS_PER_STATE * tuples.count() ? hasty + 1 : 0;
    rows = 0;
    used = 0;
    tuples.clear();
    places.length = 0;
    results.length = 0;
    root = hasty < HASTY_RESTARTS ? start() : GIVEN_UP;
    return root;
  };
  /** The child of a state for a code, or the beginning where there is no room for it. */
  const grow = (state: number, code: number): number => {
    if (isFull()) return startAnew();
    tuples.read(cells[state + 1] ?? 0, tuple);
    tables.step(tuple, cells[state] ?? 0, code);
    const child = placeOfTuple();
    cells[state + 2 + code] = child;
    return child;
  };
  const oneByOne = walkOneByOne(
    parts.starts.map((from) => (codes) => tables.walk(from, codes)),
    parts.make,
    limit,
  );
  return (codes) => {
    rows++;
    let at = root;
    while (at >= 0) {
      const code = codes[cells[at] ?? 0] ?? 0;
      const child = cells[at + 2 + code] ?? NONE;
      at = child === NONE ? grow(at, code) : child;
    }
    return results[FIRST_RESULT - at] ?? oneByOne(codes);
  };
}

/** The same result by one walk after the other, whatever they walk. */
export function walkOneByOne<T extends object>(
  walks: readonly ((codes: Uint8Array) => number)[],
  make: (terminals: readonly number[]) => T,
  limit: number,
): JointWalk<T> {
  const tuple = new Int32Array(walks.length);
  const tuples = internTuples(walks.length);
  const results: T[] = [];
  return (codes) => {
    for (let place = 0; place < walks.length; place++) tuple[place] = walks[place]?.(codes) ?? 0;
    if (tuples.count() * (walks.length + 4) > limit) {
      tuples.clear();
      results.length = 0;
    }
    const number = tuples.numberOf(tuple);
    const result = results[number] ?? make([...tuple]);
    results[number] = result;
    return result;
  };
}

function copied(array: Int32Array<ArrayBuffer>, length: number): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(length);
  larger.set(array);
  return larger;
}
