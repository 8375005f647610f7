/** A table of short byte strings with a symbol each, in plain code. */

import { NO_SYMBOL } from './scanner.ts';
import { LONGEST_TEXT } from './scanner-sizes.ts';

export interface TextTable {
  /** The symbol of the text between two places; NO_SYMBOL where it is not known. */
  readonly find: (bytes: Uint8Array, start: number, end: number) => number;
  /** Gives the text a symbol; false where it is too long, or new and the table is as full as it may be. */
  readonly learn: (bytes: Uint8Array, start: number, end: number, symbol: number) => boolean;
}

/** How many of so many places may be taken: beyond, looking for what is not there takes long. */
export function fullAt(places: number): number {
  return (places >> 2) * 3;
}

/** Makes an empty table; the number of places is a power of two, at least four. */
export function createTextTable(places: number): TextTable {
  const texts = new Uint8Array(places * LONGEST_TEXT);
  const lengths = new Int8Array(places).fill(-1);
  const symbols = new Uint16Array(places);
  let taken = 0;
  const holds = (place: number, bytes: Uint8Array, start: number, length: number): boolean => {
    if (lengths[place] !== length) return false;
    for (let at = 0; at < length; at++) if (texts[place * LONGEST_TEXT + at] !== bytes[start + at]) return false;
    return true;
  };
  const placeOf = (bytes: Uint8Array, start: number, end: number): number => {
    let place = hashOf(bytes, start, end) & (places - 1);
    while (lengths[place] !== -1 && !holds(place, bytes, start, end - start)) place = (place + 1) & (places - 1);
    return place;
  };
  return {
    find: (bytes, start, end) => {
      if (end - start > LONGEST_TEXT) return NO_SYMBOL;
      const place = placeOf(bytes, start, end);
      return lengths[place] === -1 ? NO_SYMBOL : (symbols[place] ?? NO_SYMBOL);
    },
    learn: (bytes, start, end, symbol) => {
      if (end - start > LONGEST_TEXT) return false;
      const place = placeOf(bytes, start, end);
      if (lengths[place] === -1) {
        if (taken === fullAt(places)) return false;
        taken += 1;
        lengths[place] = end - start;
        texts.set(bytes.subarray(start, end), place * LONGEST_TEXT);
      }
      symbols[place] = symbol;
      return true;
    },
  };
}

/** FNV-1a, 32 bits. */
function hashOf(bytes: Uint8Array, start: number, end: number): number {
  let hash = 0x811c9dc5;
  for (let at = start; at < end; at++) hash = Math.imul(hash ^ (bytes[at] ?? 0), 0x01000193);
  return hash ^ (hash >>> 15);
}
