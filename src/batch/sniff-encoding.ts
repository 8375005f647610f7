/** Tells from the beginning of a file in which encoding it is written. */

import { firstWrongUtf8, isUtf8SoFar } from './valid-utf8.ts';

export interface SniffedEncoding {
  readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';
  /** Bytes of the byte order mark in front. */
  readonly mark: number;
  /**
   * What says so: a byte order mark, only ASCII so far (which says little of the rest), characters that are nothing but UTF-8,
   * bytes that no UTF-8 holds, or every other byte being NUL (then it is better to ask for `--encoding`).
   */
  readonly by: 'mark' | 'ascii' | 'characters' | 'not-utf-8' | 'nul-bytes';
}

const MARKS: readonly { readonly encoding: SniffedEncoding['encoding']; readonly bytes: readonly number[] }[] = [
  { encoding: 'utf-8', bytes: [0xef, 0xbb, 0xbf] },
  { encoding: 'utf-16le', bytes: [0xff, 0xfe] },
  { encoding: 'utf-16be', bytes: [0xfe, 0xff] },
];

/**
 * Looks at the first bytes of a file (SNIFFED of them are enough); `isWhole` says that they are all, so that the end cuts no
 * character off.
 */
export function sniffEncoding(bytes: Uint8Array, isWhole = false): SniffedEncoding {
  const mark = MARKS.find((one) => one.bytes.every((byte, place) => bytes[place] === byte));
  if (mark !== undefined) return { encoding: mark.encoding, mark: mark.bytes.length, by: 'mark' };
  const wide = wideEncoding(bytes);
  if (wide !== undefined) return { encoding: wide, mark: 0, by: 'nul-bytes' };
  if (bytes.every((byte) => byte < 0x80)) return { encoding: 'utf-8', mark: 0, by: 'ascii' };
  if (isWhole ? firstWrongUtf8(bytes) === undefined : isUtf8SoFar(bytes))
    return { encoding: 'utf-8', mark: 0, by: 'characters' };
  return { encoding: 'windows-1252', mark: 0, by: 'not-utf-8' };
}

/** In UTF-16 the characters of a delimited file are mostly ASCII: one of two bytes is NUL, always the same one. */
function wideEncoding(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const nul = [0, 0];
  for (let at = 0; at < bytes.length; at++) if (bytes[at] === 0) nul[at % 2] = (nul[at % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = nul;
  const many = bytes.length / 4;
  if (odd > many && even * 10 < odd) return 'utf-16le';
  if (even > many && odd * 10 < even) return 'utf-16be';
  return undefined;
}
