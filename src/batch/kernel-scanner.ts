/** A scanner whose loop over bytes is a compiled kernel (kernel/scan.as). */

import { dialectWords, setWords, WORD_NAMES, type WordName } from './kernel-words.ts';
import type { Scanner, ScanPlan } from './scanner.ts';
import { layOutScanner, type ScannerMemory, viewScanner } from './scanner-memory.ts';
import { LONGEST_TEXT, type ScannerSizes } from './scanner-sizes.ts';
import { fullAt, fullSlotAt } from './text-table.ts';

/** A kernel with memory of its own, zeroed, in which it finds what it needs to know at the first words. */
export interface ScanKernel {
  readonly buffer: ArrayBufferLike;
  /** Scans from one place of the memory to another and gives the number of records; the rest stands in the first words. */
  readonly scan: (from: number, end: number) => number;
  /** Gives a field a symbol: 1, or 0 where there is no room or the field is too long. */
  readonly learn: (slot: number, start: number, end: number, symbol: number) => number;
  /** Gives the end of the last record between two places; with all bits turned, the end of the last one before an odd quote. */
  readonly cut: (from: number, to: number) => number;
}

/** Loads the kernel with at least so many bytes of memory; undefined where the machine cannot run it. */
export type LoadKernel = (bytes: number) => ScanKernel | undefined;

/** Makes a scanner of the kernel; undefined where the machine cannot run it. */
export function createKernelScanner(plan: ScanPlan, load: LoadKernel, sizes: ScannerSizes): Scanner | undefined {
  const memory = layOutScanner(plan, sizes, sizes.table);
  const kernel = load(memory.size);
  if (kernel === undefined) return undefined;
  const views = viewScanner(kernel.buffer, memory, plan, sizes);
  const words = new Int32Array(kernel.buffer, memory.words, WORD_NAMES.length);
  new Int32Array(kernel.buffer, memory.slots, plan.slots.length).set(plan.slots);
  setWords(kernel.buffer, wordsFor(plan, memory, sizes));
  // Ones, and as many zeros behind them: loaded a little before the middle they keep the first bytes of a text.
  new Uint8Array(kernel.buffer, memory.words + MASK, LONGEST_TEXT).fill(0xff);
  return {
    ...views,
    scan: (from, end) => {
      const records = kernel.scan(from, end);
      const [unlearned = 0, next = 0, lines = 0, blank = 0] = words;
      return { records, unlearned, next, lines, blank };
    },
    learn: (slot, start, end, symbol) => kernel.learn(slot, start, end, symbol) === 1,
  };
}

/** Where the mask stands, in bytes, behind the words. */
const MASK = 128;

function wordsFor(plan: ScanPlan, memory: ScannerMemory, sizes: ScannerSizes): Readonly<Record<WordName, number>> {
  return {
    ...memory,
    foundUnlearned: 0,
    foundNext: 0,
    foundLines: 0,
    foundBlank: 0,
    ...dialectWords(plan.dialect),
    columns: plan.slots.length,
    slotCount: plan.slotCount,
    places: sizes.table,
    full: fullAt(sizes.table),
    fullSlot: fullSlotAt(sizes.table),
    takenInAll: 0,
  };
}
