/** Where rows are written one behind the other: the scanner's output area, or an array of its own for a row that is larger. */

import type { Scanner } from './scanner.ts';

/** Where rows were written. */
export interface WrittenRows {
  readonly output: Uint8Array;
  readonly outputStart: number;
  readonly outputEnd: number;
}

export interface OutputArea {
  readonly begin: () => void;
  /** Whether so many bytes have room behind what is written; they always have where nothing is. */
  readonly hasRoom: (size: number) => boolean;
  readonly put: (bytes: Uint8Array) => void;
  /** Puts a part of some bytes. */
  readonly putPart: (bytes: Uint8Array, from: number, to: number) => void;
  /** Puts bytes of the scanner. */
  readonly copy: (from: number, to: number) => void;
  readonly written: () => WrittenRows;
}

/** Prepares the output area of a scanner. */
export function createOutputArea({ bytes, output }: Scanner): OutputArea {
  let target = bytes;
  let start = output.at;
  let limit = output.at + output.size;
  let end = start;
  return {
    begin: () => {
      target = bytes;
      start = output.at;
      limit = output.at + output.size;
      end = start;
    },
    hasRoom: (size) => {
      if (end + size <= limit) return true;
      if (end > start) return false;
      target = new Uint8Array(size);
      start = 0;
      limit = size;
      end = 0;
      return true;
    },
    put: (more) => {
      target.set(more, end);
      end += more.length;
    },
    putPart: (from, start, stop) => {
      // Byte by byte: some seventy take less time than a view of them.
      const into = target;
      let to = end;
      for (let at = start; at < stop; at++) into[to++] = from[at] ?? 0;
      end = to;
    },
    copy: (from, to) => {
      if (target === bytes) bytes.copyWithin(end, from, to);
      else target.set(bytes.subarray(from, to), end);
      end += to - from;
    },
    written: () => ({ output: target, outputStart: start, outputEnd: end }),
  };
}
