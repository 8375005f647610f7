/** Line ends, at a place in a file. */

import type { LineEnd } from './dialect.ts';

export const LF = 0x0a;
export const CR = 0x0d;

/** How many bytes the line end has that begins at a place; 0 where none does. */
export function lineEndLength(bytes: Uint8Array, at: number, lineEnd: LineEnd): number {
  const isPair = bytes[at] === CR && bytes[at + 1] === LF;
  switch (lineEnd) {
    case 'lf':
      if (isPair) return 2;
      return bytes[at] === LF ? 1 : 0;
    case 'cr':
      return bytes[at] === CR ? 1 : 0;
    case 'crlf':
      return isPair ? 2 : 0;
    case 'mixed':
      if (isPair) return 2;
      return bytes[at] === CR || bytes[at] === LF ? 1 : 0;
    default:
      return lineEnd satisfies never;
  }
}

/** How many lines end in a stretch of bytes, inside quotes or not; a pair counts once and must not be cut in two. */
export function countLineEnds(bytes: Uint8Array, from: number, to: number, lineEnd: LineEnd): number {
  let lines = 0;
  for (let at = from; at < to; at++) {
    if ((bytes[at] ?? 0) > CR) continue; // most bytes are, and the question below costs ten times as much
    const length = lineEndLength(bytes, at, lineEnd);
    if (length > 0) lines += 1;
    if (length > 1) at += 1;
  }
  return lines;
}
