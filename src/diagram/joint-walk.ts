/**
 * Many tables walked at once. Where each of them stands is one state of a joint walk, as the states of several automata are one
 * state of their product (Rabin & Scott 1959); it tests the first variable that any of them tests. States are made when the first
 * row comes that needs them, as regular-expression engines make theirs (Thompson 1968), and kept within a bound, as in RE2. Where
 * RE2 would forget them all, the tables are parted: two joint walks, of half as many tables each, have far fewer states together.
 *
 * Invariant: a state is nothing but where its tables stand, so however tables are parted, the same terminals are found.
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
  /** How many numbers, of 4 bytes, the states may take, and as many the results. */
  readonly limit: number;
}

/** Prepares walking tables at once. */
export function createJointWalk<T extends object>({ tables, starts, make, limit }: JointWalkParts<T>): JointWalk<T> {
  const lazily = (own: readonly number[]): Part =>
    own.length > 1
      ? statesOf(tables, own, (limit * own.length) / starts.length)
      : { starts: own, walk: (codes) => tables.walk(own[0] ?? ENDED, codes), terminals: (found) => [found] };
  const parted = (part: Part): readonly Part[] => {
    const half = Math.ceil(part.starts.length / 2);
    return [lazily(part.starts.slice(0, half)), lazily(part.starts.slice(half))];
  };
  const resultsOf = (parts: readonly Part[]): ((found: Int32Array) => T) =>
    internedResults(
      parts.length,
      (found) => make(parts.flatMap((part, place) => part.terminals(found[place] ?? 0))),
      limit,
    );
  let parts: readonly Part[] = starts.length === 0 ? [] : [lazily(starts)];
  let found = new Int32Array(parts.length);
  let result = resultsOf(parts);
  const divide = (place: number): void => {
    parts = parts.flatMap((part, index) => (index === place ? parted(part) : part));
    const larger = new Int32Array(parts.length);
    larger.set(found.subarray(0, place));
    found = larger;
    result = resultsOf(parts);
  };
  return (codes) => {
    for (let place = 0; place < parts.length; place++) {
      let one = FULL;
      while (one === FULL) {
        one = parts[place]?.walk(codes) ?? 0;
        if (one === FULL) divide(place);
      }
      found[place] = one;
    }
    return result(found);
  };
}

/** The same result by one walk after the other, whatever they walk. */
export function walkOneByOne<T extends object>(
  walks: readonly ((codes: Uint8Array) => number)[],
  make: (terminals: readonly number[]) => T,
  limit: number,
): JointWalk<T> {
  const found = new Int32Array(walks.length);
  const result = internedResults(walks.length, make, limit);
  return (codes) => {
    for (let place = 0; place < walks.length; place++) found[place] = walks[place]?.(codes) ?? 0;
    return result(found);
  };
}

/**
 * Makes a result once for each tuple of what was found, small numbers from 0; all are forgotten when they take too much room. Of a
 * tuple of one there are no more results than states, which have their own bound.
 */
function internedResults<T extends object>(
  width: number,
  make: (found: readonly number[]) => T,
  limit: number,
): (found: Int32Array) => T {
  const results: T[] = [];
  if (width === 1)
    return (found) => {
      const number = found[0] ?? 0;
      const before = results[number];
      if (before !== undefined) return before;
      const result = make([number]);
      results[number] = result;
      return result;
    };
  const tuples = internTuples(width);
  return (found) => {
    if (tuples.count() * (width + OVERHEAD) > limit) {
      tuples.clear();
      results.length = 0;
    }
    const number = tuples.numberOf(found);
    const before = results[number];
    if (before !== undefined) return before;
    const result = make([...found]);
    results[number] = result;
    return result;
  };
}

/** Some of the tables, walked as one. */
interface Part {
  readonly starts: readonly number[];
  /** A number for the terminals that a row reaches; FULL where there is no room for the states that it needs. */
  readonly walk: (codes: Uint8Array) => number;
  readonly terminals: (number: number) => readonly number[];
}

/** No number of a result. */
const FULL = -1;
/** Where a table stands that ended with 0. */
const ENDED = -1;
/** A child that is not made yet. */
const NONE = -1;
/** The result n is the child `FIRST_RESULT - n`. */
const FIRST_RESULT = -2;
/** What a tuple takes beside its numbers: its hash, two slots, and a place. */
const OVERHEAD = 4;

/** Makes room for the states of a joint walk. */
function statesOf(tables: PackedTables, starts: readonly number[], limit: number): Part {
  const width = starts.length;
  const tuples = internTuples(width);
  const tuple = Int32Array.from(starts);
  /** The state at n tests variable `cells[n]` and has the tuple `cells[n + 1]`; its child for code c stands at `cells[n + 2 + c]`. */
  let cells = new Int32Array(1 << 8);
  let used = 0;
  const places: number[] = []; // by number of tuple: where its state stands, or its result
  const results: number[] = []; // the tuple of each

  const addState = (variable: number, number: number): number => {
    const size = 2 + tables.codes(variable);
    if (used + size > cells.length) {
      const larger = new Int32Array(cells.length * 2 + size);
      larger.set(cells);
      cells = larger;
    }
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
    const place = variable === undefined ? FIRST_RESULT + 1 - results.push(number) : addState(variable, number);
    places.push(place);
    return place;
  };
  const root = placeOfTuple();
  /** Makes the child of a state for a code; NONE where there is no room for it. */
  const grow = (state: number, code: number): number => {
    if (used + tuples.count() * (width + OVERHEAD) > limit) return NONE;
    tuples.read(cells[state + 1] ?? 0, tuple);
    tables.step(tuple, cells[state] ?? 0, code);
    const child = placeOfTuple();
    cells[state + 2 + code] = child;
    return child;
  };
  return {
    starts,
    walk: (codes) => {
      let at = root;
      let table = cells; // in a local variable, because a walk that makes nothing changes nothing
      while (at >= 0) {
        const code = codes[table[at] ?? 0] ?? 0;
        const child = table[at + 2 + code] ?? NONE;
        if (child === NONE) {
          at = grow(at, code);
          table = cells;
        } else at = child;
      }
      return at === NONE ? FULL : FIRST_RESULT - at;
    },
    terminals: (number) => {
      tuples.read(results[number] ?? 0, tuple);
      return Array.from(tuple, (terminal) => -1 - terminal);
    },
  };
}
