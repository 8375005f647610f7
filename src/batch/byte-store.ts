/** Short byte strings, one behind the other in one array: thousands of arrays would each take several times their bytes. */

export interface ByteStore {
  readonly add: (text: Uint8Array) => void;
  /** Where the string of a number begins, counted from 0; it ends where the next one begins. */
  readonly start: (number: number) => number;
  /** The array in which they lie, until another one is added. */
  readonly bytes: () => Uint8Array;
  readonly clear: () => void;
}

/** Makes an empty store; it grows as needed. */
export function createByteStore(): ByteStore {
  let bytes = new Uint8Array(1 << 12);
  const starts = [0];
  const makeRoom = (size: number): void => {
    if (size <= bytes.length) return;
    const larger = new Uint8Array(Math.max(2 * bytes.length, size));
    larger.set(bytes);
    bytes = larger;
  };
  return {
    add: (text) => {
      const start = starts.at(-1) ?? 0;
      makeRoom(start + text.length);
      bytes.set(text, start);
      starts.push(start + text.length);
    },
    start: (number) => starts[number] ?? 0,
    bytes: () => bytes,
    clear: () => {
      starts.length = 1;
    },
  };
}
