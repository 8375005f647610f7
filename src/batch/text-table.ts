/** A table of short byte strings, each of one slot, with a symbol each, in plain code. */

import { NO_SYMBOL } from './scanner.ts';
import { LONGEST_TEXT } from './scanner-sizes.ts';

export interface TextTable {
  /** The symbol that the text between two places has in a slot; NO_SYMBOL where it is not known. */
  readonly find: (slot: number, start: number, end: number) => number;
  /** Gives the text a symbol; false where it is too long, or new and the table or the slot is as full as it may be. */
  readonly learn: (slot: number, start: number, end: number, symbol: number) => boolean;
}

/** How many of so many places may be taken: beyond, looking for what is not there takes long. */
export function fullAt(places: number): number {
  return (places >> 2) * 3;
}

/** How many of so many places one slot may take: a column of dates must not crowd out the others. */
export function fullSlotAt(places: number): number {
  return places >> 2;
}

/** Makes an empty table of texts that lie in some bytes; the number of places is a power of two, at least four. */
export function createTextTable(bytes: Uint8Array, places: number, slotCount: number): TextTable {
  const texts = new Uint8Array(places * LONGEST_TEXT);
  const lengths = new Int8Array(places).fill(-1);
  const slots = new Int32Array(places);
  const symbols = new Uint16Array(places);
  const taken = new Int32Array(slotCount);
  let takenInAll = 0;
  const holds = (place: number, slot: number, start: number, length: number): boolean => {
    if (lengths[place] !== length || slots[place] !== slot) return false;
    for (let at = 0; at < length; at++) if (texts[place * LONGEST_TEXT + at] !== bytes[start + at]) return false;
    return true;
  };
  const placeOf = (slot: number, start: number, end: number): number => {
    let place = hashOf(bytes, slot, start, end) & (places - 1);
    while (lengths[place] !== -1 && !holds(place, slot, start, end - start)) place = (place + 1) & (places - 1);
    return place;
  };
  return {
    find: (slot, start, end) => {
      if (end - start > LONGEST_TEXT) return NO_SYMBOL;
      const place = placeOf(slot, start, end);
      return lengths[place] === -1 ? NO_SYMBOL : (symbols[place] ?? NO_SYMBOL);
    },
    learn: (slot, start, end, symbol) => {
      if (end - start > LONGEST_TEXT) return false;
      const place = placeOf(slot, start, end);
      if (lengths[place] === -1) {
        const ofSlot = taken[slot] ?? 0;
        if (takenInAll === fullAt(places) || ofSlot === fullSlotAt(places)) return false;
        takenInAll += 1;
        taken[slot] = ofSlot + 1;
        lengths[place] = end - start;
        slots[place] = slot;
        texts.set(bytes.subarray(start, end), place * LONGEST_TEXT);
      }
      symbols[place] = symbol;
      return true;
    },
  };
}

/** FNV-1a, 32 bits, beginning with the slot. */
function hashOf(bytes: Uint8Array, slot: number, start: number, end: number): number {
  let hash = Math.imul(0x811c9dc5 ^ slot, 0x01000193);
  for (let at = start; at < end; at++) hash = Math.imul(hash ^ (bytes[at] ?? 0), 0x01000193);
  return hash ^ (hash >>> 15);
}
