/** A scanner in plain code: what the kernel must agree with, and what stands in for it where the machine has no SIMD. */

import type { Dialect, LineEnd } from './dialect.ts';
import { CR, countLineEnds, lineEndLength } from './line-end.ts';
import { NO_SYMBOL, type Scanner, type ScanPlan } from './scanner.ts';
import { layOutScanner, viewScanner } from './scanner-memory.ts';
import { SCANNER_SIZES, type ScannerSizes } from './scanner-sizes.ts';
import { createTextTable } from './text-table.ts';

/** Makes a scanner with memory of its own. */
export function createPlainScanner(plan: ScanPlan, sizes: ScannerSizes = SCANNER_SIZES): Scanner {
  const memory = layOutScanner(plan, sizes, 0);
  const views = viewScanner(new ArrayBuffer(memory.size), memory, plan, sizes);
  const { bytes, starts, ends, fields, lines, symbols, unlearned } = views;
  const { slotCount, slots } = plan;
  const table = createTextTable(bytes, sizes.table, slotCount);
  let records = 0;
  let unknown = 0;
  let passed = 0;
  let blank = 0;

  const lookUp = (column: number, field: ScannedField): void => {
    const slot = slots[column] ?? -1;
    if (slot < 0) return;
    const symbol = field.isDoubled ? NO_SYMBOL : table.find(slot, field.inside, field.insideEnd);
    symbols[records * slotCount + slot] = symbol;
    if (symbol !== NO_SYMBOL) return;
    unlearned.set([records, slot, field.start, field.end], unknown * 4);
    unknown += 1;
  };

  /** Scans the record or blank line at a place of the block, and gives the place behind it. */
  const scanRecord = (block: Uint8Array, start: number): number => {
    const before = unknown;
    let hasText = false;
    let column = 0;
    let field = scanField(block, start, plan.dialect);
    for (;;) {
      hasText ||= field.hasText;
      lookUp(column, field);
      column += 1;
      if (field.end >= block.length || block[field.end] !== plan.dialect.delimiter) break;
      field = scanField(block, field.end + 1, plan.dialect);
    }
    const next = field.end + lineEndLength(block, field.end, plan.dialect.lineEnd);
    if (hasText || column !== slots.length || field.end === start) unknown = before;
    if (field.end === start) blank += 1;
    else {
      starts[records] = start;
      ends[records] = field.end;
      fields[records] = hasText ? -column : column;
      lines[records] = passed;
      records += 1;
    }
    passed += countLineEnds(block, start, next, plan.dialect.lineEnd);
    return next;
  };

  return {
    ...views,
    scan: (from, end) => {
      const block = bytes.subarray(0, end);
      let at = from;
      records = unknown = passed = blank = 0;
      while (at < end && records < memory.records && unknown + slotCount <= memory.unlearnedFields) {
        at = scanRecord(block, at);
      }
      return { records, unlearned: unknown, next: at, lines: passed, blank };
    },
    learn: (slot, start, end, symbol) => {
      const field = scanField(bytes.subarray(0, end), start, plan.dialect);
      return !field.isDoubled && table.learn(slot, field.inside, field.insideEnd, symbol);
    },
  };
}

interface ScannedField {
  readonly start: number;
  readonly end: number;
  /** What is looked up: between the quotes, or all of it. */
  readonly inside: number;
  readonly insideEnd: number;
  readonly isDoubled: boolean;
  /** Whether text follows the closing quote, or there is none. */
  readonly hasText: boolean;
}

/** The field at a place; the block may end there. */
function scanField(block: Uint8Array, start: number, { quote, delimiter, lineEnd }: Dialect): ScannedField {
  let isDoubled = false;
  let at = start;
  const quoted = start < block.length && block[start] === quote;
  if (quoted) {
    at = block.indexOf(quote ?? 0, start + 1);
    while (at >= 0 && block[at + 1] === quote) {
      isDoubled = true;
      at = block.indexOf(quote ?? 0, at + 2);
    }
    at = at < 0 ? block.length + 1 : at + 1;
  }
  const closed = at;
  at = textEnd(block, at, delimiter, lineEnd);
  const end = Math.min(at, block.length);
  const inside = quoted ? start + 1 : start;
  return { start, end, inside, insideEnd: quoted ? closed - 1 : end, isDoubled, hasText: quoted && closed !== end };
}

/** The next delimiter or line end; the end of the block where there is none. */
function textEnd(block: Uint8Array, from: number, delimiter: number, lineEnd: LineEnd): number {
  for (let at = from; at < block.length; at++) {
    const byte = block[at] ?? 0;
    if (byte === delimiter || (byte <= CR && lineEndLength(block, at, lineEnd) > 0)) return at;
  }
  return Math.max(from, block.length);
}
