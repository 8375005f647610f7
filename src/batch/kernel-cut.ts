/** Memory for blocks in which a kernel finds where they can end (kernel/scan.as). */

import type { RegularEnd } from './block-end.ts';
import type { LoadKernel } from './kernel-scanner.ts';
import { dialectWords, setWords } from './kernel-words.ts';

export interface CutMemory {
  readonly bytes: Uint8Array;
  /** Of places in `bytes`. */
  readonly regularEnd: RegularEnd;
}

/** In front of the bytes: the words. */
const FRONT = 256;

/** Bytes read beyond the last, and thrown away, by what takes 64 at a time. */
const PADDING = 64;

/** Makes memory of so many bytes; undefined where the machine cannot run the kernel. */
export function createCutMemory(size: number, load: LoadKernel): CutMemory | undefined {
  const kernel = load(FRONT + size + PADDING);
  if (kernel === undefined) return undefined;
  return {
    bytes: new Uint8Array(kernel.buffer, FRONT, size),
    regularEnd: (start, to, dialect) => {
      if (dialect.lineEnd === 'mixed') return ~start;
      setWords(kernel.buffer, dialectWords(dialect));
      const found = kernel.cut(FRONT + start, FRONT + to);
      return found < 0 ? ~(~found - FRONT) : found - FRONT;
    },
  };
}
