/** The line by which a file tells spreadsheet programs its delimiter. */

import { lineEndLength } from './line-end.ts';

const DOUBLE_QUOTE = 0x22;

export interface SepLine {
  readonly delimiter: number;
  /** Bytes of the line, its line end included. */
  readonly length: number;
}

/** Reads a first line such as `sep=;` or `"sep=;"`; undefined where the file does not begin with one. */
export function readSepLine(bytes: Uint8Array): SepLine | undefined {
  const from = bytes[0] === DOUBLE_QUOTE ? 1 : 0;
  const place = from + 'sep='.length;
  const delimiter = bytes[place];
  if (delimiter === undefined || isLetterOrEnd(delimiter)) return undefined;
  if (String.fromCharCode(...bytes.subarray(from, place)).toLowerCase() !== 'sep=') return undefined;
  if (from === 1 && bytes[place + 1] !== DOUBLE_QUOTE) return undefined;
  const end = place + 1 + from;
  const ending = lineEndLength(bytes, end, 'mixed');
  return ending === 0 ? undefined : { delimiter, length: end + ending };
}

/** No delimiter is a letter, a digit, a quote, a line end, or more than a byte. */
function isLetterOrEnd(byte: number): boolean {
  return /^[\w"'\r\n\u0080-\u00ff]$/.test(String.fromCharCode(byte));
}
