/**
 * Where ZIP codes lie, in one compact file: a bit for each of the 100,000 codes, then latitude and longitude of each code that
 * there is, in the order of the codes, 16 bits each (little-endian; steps of 180° and 360° / 65,535, so at most 0.2 miles off).
 */

import type { GeoPoint } from '../directory/model.ts';

/** Five digits → the middle of its area; undefined where the code is not known. */
export type PlaceOfCode = (postalCode: string) => GeoPoint | undefined;

const CODES = 100_000;
const BITMAP = CODES / 8;
const STEPS = 0xffff;
const BYTES_A_PLACE = 4;

/** Writes the places of ZIP codes as such a file. */
export function encodePlaces(places: ReadonlyMap<string, GeoPoint>): Uint8Array {
  const sorted = [...places].sort(([a], [b]) => (a < b ? -1 : 1));
  const bytes = new Uint8Array(BITMAP + sorted.length * BYTES_A_PLACE);
  const view = new DataView(bytes.buffer);
  for (const [index, [code, { latitude, longitude }]] of sorted.entries()) {
    const number = Number(code);
    bytes[number >> 3] = (bytes[number >> 3] ?? 0) | (1 << (number & 7));
    const offset = BITMAP + index * BYTES_A_PLACE;
    view.setUint16(offset, Math.round(((latitude + 90) / 180) * STEPS), true);
    view.setUint16(offset + 2, Math.round(((longitude + 180) / 360) * STEPS), true);
  }
  return bytes;
}

/** Reads such a file; undefined where its length says that it is none. */
export function decodePlaces(bytes: Uint8Array): PlaceOfCode | undefined {
  const before = codesBefore(bytes);
  const count = before[BITMAP] ?? 0;
  if (bytes.length !== BITMAP + count * BYTES_A_PLACE) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return (postalCode) => {
    if (!/^\d{5}$/.test(postalCode)) return undefined;
    const number = Number(postalCode);
    const byte = bytes[number >> 3] ?? 0;
    if ((byte & (1 << (number & 7))) === 0) return undefined;
    const index = (before[number >> 3] ?? 0) + bitsIn(byte & ((1 << (number & 7)) - 1));
    const offset = BITMAP + index * BYTES_A_PLACE;
    return {
      latitude: (view.getUint16(offset, true) / STEPS) * 180 - 90,
      longitude: (view.getUint16(offset + 2, true) / STEPS) * 360 - 180,
    };
  };
}

/** For each byte of the bitmap, and for its end, how many codes stand before it. */
function codesBefore(bytes: Uint8Array): Uint32Array {
  const before = new Uint32Array(BITMAP + 1);
  for (let place = 0; place < BITMAP; place++) before[place + 1] = (before[place] ?? 0) + bitsIn(bytes[place] ?? 0);
  return before;
}

function bitsIn(byte: number): number {
  let count = 0;
  for (let rest = byte; rest !== 0; rest &= rest - 1) count++;
  return count;
}

/** The five digits of a ZIP code in what somebody said (`94601`, `94601-1234`, `in 94601`); undefined where there are none. */
export function fiveDigits(said: string): string | undefined {
  return /(?<!\d)\d{5}(?!\d)/.exec(said)?.[0];
}
