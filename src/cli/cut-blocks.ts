/** The rows of an export as blocks of whole records, while they are read. */

import type { RegularEnd } from '../batch/block-end.ts';
import { createCutter, LONGEST_LOOK } from '../batch/cut.ts';
import type { Dialect } from '../batch/dialect.ts';
import { createCutMemory } from '../batch/kernel-cut.ts';
import { LIMITS } from '../batch/records.ts';
import { asByteBuffer, type ByteSource, byteBuffer } from '../io/byte-source.ts';
import { loadScanKernel } from '../io/scan-kernel.ts';

/** Bytes that are read at once. */
const READ = 1 << 20;

/** Memory for one export at a time; `regularEnd` finds ends in it. */
export interface BlockMemory {
  readonly bytes: Uint8Array;
  readonly regularEnd?: RegularEnd;
}

export function blockMemory(): BlockMemory {
  const size = LONGEST_LOOK + READ;
  const memory = createCutMemory(size, loadScanKernel);
  return memory === undefined ? { bytes: byteBuffer(size) } : { ...memory, bytes: asByteBuffer(memory.bytes) };
}

/** A block, or a piece of a record that cannot be read; its bytes are overwritten when the next one is asked for. */
export type CutBlock =
  | { readonly kind: 'records'; readonly bytes: Uint8Array }
  | {
      readonly kind: 'unreadable';
      readonly bytes: Uint8Array;
      readonly code: 'quote-not-closed' | 'record-too-long';
      readonly isFirst: boolean;
      readonly isLast: boolean;
      readonly lines: number;
    };

/** Cuts an export from its first record to its end. */
export async function* cutBlocks(
  source: ByteSource,
  { bytes: memory, regularEnd }: BlockMemory,
  { dialect, blockSize }: { readonly dialect: Dialect; readonly blockSize: number },
): AsyncGenerator<CutBlock> {
  const cutter = createCutter(dialect, blockSize, LIMITS, regularEnd);
  let start = 0;
  let end = 0;
  let isEnd = false;
  let isFirst = true;
  while (!isEnd || start < end) {
    const cut = start < end ? cutter.cut(memory, start, end, isEnd) : NEEDS_MORE;
    if (cut.kind === 'more') {
      [start, end] = makeRoom(memory, start, end);
      const count = await source.read(memory.subarray(end, end + READ));
      isEnd = count === 0;
      end += count;
      continue;
    }
    const bytes = memory.subarray(start, cut.end);
    start = cut.end;
    yield cut.kind === 'records' ? { kind: 'records', bytes } : { ...cut, bytes, isFirst };
    isFirst = cut.kind === 'records' || cut.isLast;
  }
}

const NEEDS_MORE = { kind: 'more' } as const;

/** Moves what is left to the front where there is no room behind it. */
function makeRoom(memory: Uint8Array, start: number, end: number): readonly [start: number, end: number] {
  if (end + READ <= memory.length) return [start, end];
  memory.copyWithin(0, start, end);
  return [0, end - start];
}
