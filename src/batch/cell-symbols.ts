/** Symbols for fields: each distinct text of a column is decoded and read once, then looked up as bytes. */

import type { BoundMapping, CellMeaning } from './bound-mapping.ts';
import { type CellEffects, SLOW } from './cell-effects.ts';
import type { Dialect } from './dialect.ts';
import { readCell } from './read-cell.ts';
import { fieldBytes } from './records.ts';
import type { Scanner } from './scanner.ts';

/** How many texts of one column are remembered beside those that the scanner learns: dates, say, or free text. */
const REMEMBERED = 1 << 13;

/** After so many texts learned, a block that has many more to offer is scanned again: most of the others are the same ones. */
const LEARNED_AT_A_TIME = 256;
const MANY_UNLEARNED = 2048;

export interface CellSymbols {
  /** Scans, and gives every field of a whole record a symbol. */
  readonly scan: Scanner['scan'];
  /** What a field says, read anew. */
  readonly meaning: (slot: number, start: number, end: number) => CellMeaning;
}

/** What symbols are made with. */
export interface CellSymbolParts {
  readonly scanner: Scanner;
  readonly dialect: Dialect;
  readonly bound: BoundMapping;
  readonly effects: CellEffects;
  readonly decode: (bytes: Uint8Array) => string | undefined;
}

/** Prepares the symbols of a scanner. */
export function createCellSymbols({ scanner, dialect, bound, effects, decode }: CellSymbolParts): CellSymbols {
  const { bytes, fields, symbols, unlearned } = scanner;
  const slotCount = bound.columns.length;
  const fieldCount = bound.header.length;
  const remembered = bound.columns.map(() => new Map<string, number>());

  const textOf = (start: number, end: number): string | undefined => decode(fieldBytes(bytes, { start, end }, dialect));
  const meaningOf = (slot: number, text: string | undefined): CellMeaning =>
    text === undefined ? { ok: false, code: 'invalid-encoding' } : readCell(bound, slot, text);

  let isLearned = false; // whether the scanner learned the text that was last asked about
  const symbolOf = (slot: number, start: number, end: number): number => {
    isLearned = false;
    const text = textOf(start, end);
    if (text === undefined) return SLOW;
    const texts = remembered[slot];
    const before = texts?.get(text);
    if (before !== undefined) return before;
    const symbol = effects.symbolOf(meaningOf(slot, text));
    if (texts?.size === REMEMBERED) texts.clear();
    texts?.set(text, symbol);
    isLearned = scanner.learn(slot, start, end, symbol);
    return symbol;
  };
  /** Gives symbols to unlearned fields, in their order; the number of those that are left when enough were learned. */
  const learnSome = (count: number): number => {
    let learned = 0;
    for (let at = 0; at < count; at++) {
      const record = unlearned[4 * at] ?? 0;
      const slot = unlearned[4 * at + 1] ?? 0;
      if (fields[record] !== fieldCount) continue;
      symbols[record * slotCount + slot] = symbolOf(slot, unlearned[4 * at + 2] ?? 0, unlearned[4 * at + 3] ?? 0);
      if (isLearned && ++learned === LEARNED_AT_A_TIME && count - at > MANY_UNLEARNED) return count - at;
    }
    return 0;
  };
  return {
    scan: (from, end) => {
      let result = scanner.scan(from, end);
      while (learnSome(result.unlearned) > 0) result = scanner.scan(from, end);
      return result;
    },
    meaning: (slot, start, end) => meaningOf(slot, textOf(start, end)),
  };
}
