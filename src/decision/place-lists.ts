/** Lists of places, one object for equal ones, until so many came that they are forgotten. */

export interface PlaceList {
  /** Ascending, each once. */
  readonly places: readonly number[];
  /** No two lists have the same, not even one that was forgotten. */
  readonly number: number;
}

export interface PlaceLists {
  /** The list of these places. */
  readonly of: (places: readonly number[]) => PlaceList;
  /** The list of the places of both. */
  readonly united: (one: PlaceList, other: PlaceList) => PlaceList;
}

/** How many lists, and how many pairs of them, are remembered: some 10 MB where each has dozens of places. */
const REMEMBERED = 1 << 14;

/** Makes room for lists, numbered from 0 or another number on. */
export function createPlaceLists(first = 0): PlaceLists {
  const lists = new Map<string, PlaceList>();
  const pairs = new Map<number, PlaceList>();
  let count = first;

  const of = (places: readonly number[]): PlaceList => {
    const ascending = [...new Set(places)].sort((left, right) => left - right);
    const key = ascending.join(' ');
    const before = lists.get(key);
    if (before !== undefined) return before;
    if (lists.size === REMEMBERED) lists.clear();
    const list = { places: ascending, number: count++ };
    lists.set(key, list);
    return list;
  };
  const united = (one: PlaceList, other: PlaceList): PlaceList => {
    if (one.places.length === 0) return other;
    if (other.places.length === 0) return one;
    if (one.number >= PAIR || other.number >= PAIR) return of([...one.places, ...other.places]);
    const key = one.number * PAIR + other.number;
    const before = pairs.get(key);
    if (before !== undefined) return before;
    if (pairs.size === REMEMBERED) pairs.clear();
    const list = of([...one.places, ...other.places]);
    pairs.set(key, list);
    return list;
  };
  return { of, united };
}

const PAIR = 2 ** 26; // a pair of numbers below it is one exact number
