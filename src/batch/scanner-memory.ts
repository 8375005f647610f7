/** The memory of a scanner: where everything lies in it. */

import type { Scanner, ScanPlan } from './scanner.ts';
import type { ScannerSizes } from './scanner-sizes.ts';

/** Bytes read beyond a block, and thrown away, by whoever takes 64 at a time, the last time at its very end. */
const PADDING = 64;

/** Words in front, for what a kernel is told and what it tells. */
const WORDS = 64;

/** Bytes of a place in the table, a cache line: the longest text, its slot and length, its symbol. */
const TABLE_ENTRY = 64;

/** Where each part begins, in bytes, and how many records the arrays hold. */
export interface ScannerMemory {
  readonly words: number;
  readonly slots: number;
  readonly starts: number;
  readonly ends: number;
  readonly fields: number;
  readonly lines: number;
  readonly symbols: number;
  readonly unlearned: number;
  readonly taken: number;
  readonly table: number;
  readonly input: number;
  readonly output: number;
  /** Bytes of everything. */
  readonly size: number;
  readonly records: number;
  /** Fields without a symbol that the array holds: at least one record's. */
  readonly unlearnedFields: number;
}

/** The parts of the memory that whoever uses a scanner sees. */
export type ScannerViews = Pick<
  Scanner,
  'bytes' | 'input' | 'output' | 'starts' | 'ends' | 'fields' | 'lines' | 'symbols' | 'unlearned'
>;

/** Lays the parts one behind the other, each on a multiple of 64 bytes. With many slots fewer records fit, so that it stays small. */
export function layOutScanner(plan: ScanPlan, sizes: ScannerSizes, tablePlaces: number): ScannerMemory {
  const slots = Math.max(plan.slotCount, 1);
  const records = Math.max(Math.min(sizes.records, Math.floor((sizes.records * 32) / slots)), 1);
  const unlearnedFields = Math.max(sizes.unlearned, slots);
  let size = 0;
  const take = (bytes: number): number => {
    const at = size;
    size += Math.ceil(bytes / 64) * 64;
    return at;
  };
  return {
    words: take(WORDS * 4),
    slots: take(plan.slots.length * 4),
    starts: take(records * 4),
    ends: take(records * 4),
    fields: take(records * 4),
    lines: take(records * 4),
    symbols: take(records * slots * 2),
    unlearned: take(unlearnedFields * 16),
    taken: take(slots * 4),
    table: take(tablePlaces * TABLE_ENTRY),
    input: take(sizes.input + PADDING),
    output: take(sizes.output),
    records,
    unlearnedFields,
    size,
  };
}

/** Looks at the parts of a memory. */
export function viewScanner(
  buffer: ArrayBufferLike,
  memory: ScannerMemory,
  plan: ScanPlan,
  sizes: ScannerSizes,
): ScannerViews {
  const { records } = memory;
  return {
    bytes: new Uint8Array(buffer),
    input: { at: memory.input, size: sizes.input },
    output: { at: memory.output, size: sizes.output },
    starts: new Int32Array(buffer, memory.starts, records),
    ends: new Int32Array(buffer, memory.ends, records),
    fields: new Int32Array(buffer, memory.fields, records),
    lines: new Int32Array(buffer, memory.lines, records),
    symbols: new Uint16Array(buffer, memory.symbols, records * plan.slotCount),
    unlearned: new Int32Array(buffer, memory.unlearned, memory.unlearnedFields * 4),
  };
}
