/** Tuples of whole numbers by number: equal ones have the same. */

export interface InternedTuples {
  /** The number of a tuple, counted from 0 in the order in which they first come. */
  readonly numberOf: (tuple: Int32Array) => number;
  /** Copies the tuple of a number. */
  readonly read: (number: number, into: Int32Array) => void;
  /** How many there are. */
  readonly count: () => number;
  readonly clear: () => void;
}

/** Makes room for tuples of this many numbers: open addressing over their hashes, at most half full. */
export function internTuples(width: number): InternedTuples {
  let pool = new Int32Array(width << 6);
  let slots = new Int32Array(1 << 7).fill(NONE);
  let hashes = new Int32Array(1 << 6);
  let count = 0;

  const isAt = (number: number, tuple: Int32Array): boolean => {
    const from = number * width;
    for (let place = 0; place < width; place++) if (pool[from + place] !== tuple[place]) return false;
    return true;
  };
  const grow = (): void => {
    pool = grown(pool);
    hashes = grown(hashes);
    slots = new Int32Array(slots.length * 2).fill(NONE);
    for (let number = 0; number < count; number++) slots[freeSlot(hashes[number] ?? 0)] = number;
  };
  const freeSlot = (hash: number): number => {
    let slot = hash & (slots.length - 1);
    while (slots[slot] !== NONE) slot = (slot + 1) & (slots.length - 1);
    return slot;
  };
  const add = (tuple: Int32Array, hash: number): number => {
    if (count === hashes.length) grow();
    pool.set(tuple, count * width);
    hashes[count] = hash;
    slots[freeSlot(hash)] = count;
    return count++;
  };
  return {
    numberOf: (tuple) => {
      const hash = hashOf(tuple);
      let slot = hash & (slots.length - 1);
      for (let number = slots[slot] ?? NONE; number !== NONE; number = slots[slot] ?? NONE) {
        if (hashes[number] === hash && isAt(number, tuple)) return number;
        slot = (slot + 1) & (slots.length - 1);
      }
      return add(tuple, hash);
    },
    read: (number, into) => {
      const from = number * width;
      for (let place = 0; place < width; place++) into[place] = pool[from + place] ?? 0;
    },
    count: () => count,
    clear: () => {
      slots.fill(NONE);
      count = 0;
    },
  };
}

const NONE = -1;

/** FNV-1a over whole numbers, its upper half mixed into the lower. */
function hashOf(tuple: Int32Array): number {
  let hash = 0x811c9dc5 | 0; // hashes are compared with what an Int32Array keeps of them
  for (let place = 0; place < tuple.length; place++) {
    hash = Math.imul(hash ^ (tuple[place] ?? 0), 0x01000193);
    hash ^= hash >>> 15;
  }
  return hash;
}

function grown(array: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(array.length * 2);
  larger.set(array);
  return larger;
}
