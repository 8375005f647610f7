/** Sets of places in the script, a bit each, 32 to a word: uniting and counting them leaves nothing behind for the collector. */

export type PlaceSet = Int32Array;

/** An empty set with room for so many places. */
export function emptyPlaces(places: number): PlaceSet {
  return new Int32Array(Math.ceil(places / BITS));
}

/** Adds a place for which there is room. */
export function addPlace(set: PlaceSet, place: number): void {
  const word = place >> SHIFT;
  set[word] = (set[word] ?? 0) | (1 << (place & (BITS - 1)));
}

/** Adds all places of another set that has as much room. */
export function addPlaces(set: PlaceSet, more: PlaceSet): void {
  for (let word = 0; word < set.length; word++) set[word] = (set[word] ?? 0) | (more[word] ?? 0);
}

/** Writes the lowest places into an array, from one of its own places on and as far as it has room; how many there are in all. */
export function readPlaces(set: PlaceSet, into: Int32Array, from: number): number {
  let at = from;
  for (let word = 0; word < set.length; word++)
    for (let bits = set[word] ?? 0; bits !== 0; bits &= bits - 1) {
      if (at < into.length) into[at] = word * BITS + BITS - 1 - Math.clz32(bits & -bits);
      at += 1;
    }
  return at - from;
}

/** The places, ascending. */
export function placesIn(set: PlaceSet): readonly number[] {
  const places = new Int32Array(set.length * BITS);
  return Array.from(places.subarray(0, readPlaces(set, places, 0)));
}

const BITS = 32;
const SHIFT = 5;
