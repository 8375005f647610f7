/** A scanner whose loop over bytes is a compiled kernel (kernel/scan.as). */

import type { LineEnd } from './dialect.ts';
import { CR, LF } from './line-end.ts';
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
  const told = wordsFor(plan, memory, sizes);
  for (const [place, name] of WORD_NAMES.entries()) words[place] = told[name];
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

/** The first words of the memory, in the order in which the kernel knows them. The first four and the last one it writes. */
const WORD_NAMES = [
  'foundUnlearned',
  'foundNext',
  'foundLines',
  'foundBlank',
  'delimiter',
  'quote',
  'ending',
  'otherEnding',
  'isPair',
  'isMixed',
  'columns',
  'slotCount',
  'slots',
  'starts',
  'ends',
  'fields',
  'lines',
  'symbols',
  'unlearned',
  'taken',
  'table',
  'records',
  'unlearnedFields',
  'places',
  'full',
  'fullSlot',
  'takenInAll',
] as const;
type WordName = (typeof WORD_NAMES)[number];

/** Where the mask stands, in bytes, behind the words. */
const MASK = 128;

/** Which bytes can end a line, the second one only under `mixed`. */
const ENDINGS: Readonly<Record<LineEnd, readonly [number, number]>> = {
  lf: [LF, LF],
  crlf: [LF, LF],
  cr: [CR, CR],
  mixed: [LF, CR],
};

function wordsFor(plan: ScanPlan, memory: ScannerMemory, sizes: ScannerSizes): Readonly<Record<WordName, number>> {
  const { delimiter, quote, lineEnd } = plan.dialect;
  const [ending, otherEnding] = ENDINGS[lineEnd];
  return {
    ...memory,
    foundUnlearned: 0,
    foundNext: 0,
    foundLines: 0,
    foundBlank: 0,
    delimiter,
    quote: quote ?? delimiter, // what is a delimiter is never taken for a quote
    ending,
    otherEnding,
    isPair: lineEnd === 'crlf' ? 1 : 0,
    isMixed: lineEnd === 'mixed' ? 1 : 0,
    columns: plan.slots.length,
    slotCount: plan.slotCount,
    places: sizes.table,
    full: fullAt(sizes.table),
    fullSlot: fullSlotAt(sizes.table),
    takenInAll: 0,
  };
}
