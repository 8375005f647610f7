/** Numbers for short tuples of numbers, without anything left behind for the collector. */

export interface NumberIndex {
  /** The number of a tuple, from 0 in the order in which they come; -1 where there is no room for another one. */
  readonly numberOf: (tuple: Int32Array) => number;
  readonly size: () => number;
  readonly clear: () => void;
}

/** Makes an index of at most so many tuples, a power of two, of one length. */
export function createNumberIndex(most: number, length: number): NumberIndex {
  const places = new Int32Array(2 * most).fill(-1); // at most half full, so that looking ends soon
  const tuples = new Int32Array(length * most);
  let size = 0;
  const holds = (number: number, tuple: Int32Array): boolean => {
    for (let at = 0; at < length; at++) if (tuples[number * length + at] !== tuple[at]) return false;
    return true;
  };
  return {
    numberOf: (tuple) => {
      let place = hashOf(tuple) & (places.length - 1);
      for (let number = places[place] ?? -1; number !== -1; number = places[place] ?? -1) {
        if (holds(number, tuple)) return number;
        place = (place + 1) & (places.length - 1);
      }
      if (size === most) return -1;
      places[place] = size;
      tuples.set(tuple, size * length);
      return size++;
    },
    size: () => size,
    clear: () => {
      places.fill(-1);
      size = 0;
    },
  };
}

function hashOf(tuple: Int32Array): number {
  let hash = 0;
  for (let at = 0; at < tuple.length; at++) {
    hash = Math.imul(hash ^ (tuple[at] ?? 0), 0x2c1b3c6d);
    hash ^= hash >>> 15;
  }
  return hash;
}
