/** Bytes that come from somewhere, read piece by piece. */

export interface ByteSource {
  /** Puts the next bytes into a buffer and says how many they are; 0 at the end. Throws `BrokenInput`. */
  readonly read: (into: Uint8Array) => Promise<number>;
  /** How many bytes of the file or pipe were read so far, before anything was unpacked. */
  readonly taken: () => number;
  /** How many there are in all; undefined where that is not known. */
  readonly size: number | undefined;
  /** Stops reading; more than once does no harm. */
  readonly close: () => void;
}

const NOTHING = new Uint8Array(0);

/** A source whose first bytes were read already, to look at them. */
export function prefixed(first: Uint8Array, rest: ByteSource): ByteSource {
  let left = first;
  return {
    ...rest,
    read: (into) => {
      if (left.length === 0) return rest.read(into);
      const count = Math.min(left.length, into.length);
      into.set(left.subarray(0, count));
      left = left.subarray(count);
      return Promise.resolve(count);
    },
  };
}

/** Reads from chunks of any size; `next` gives undefined at the end. */
export function fromChunks(next: () => Promise<Uint8Array | undefined>, rest: Omit<ByteSource, 'read'>): ByteSource {
  let left: Uint8Array = NOTHING;
  return {
    ...rest,
    read: async (into) => {
      while (left.length === 0) {
        const chunk = await next();
        if (chunk === undefined) return 0;
        left = chunk;
      }
      const count = Math.min(left.length, into.length);
      into.set(left.subarray(0, count));
      left = left.subarray(count);
      return count;
    },
  };
}

/** Reads until a buffer is full or the source ends; how many bytes there are. */
export async function readFully(source: ByteSource, into: Uint8Array): Promise<number> {
  let filled = 0;
  while (filled < into.length) {
    const count = await source.read(into.subarray(filled));
    if (count === 0) break;
    filled += count;
  }
  return filled;
}

/** Memory to read into: it finds bytes faster than a plain array does. */
export function byteBuffer(size: number): Uint8Array {
  return Buffer.allocUnsafeSlow(size);
}

/** The same bytes as such memory. */
export function asByteBuffer({ buffer, byteOffset, length }: Uint8Array): Uint8Array {
  return Buffer.from(buffer, byteOffset, length);
}
