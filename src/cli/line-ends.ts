/** The line ends that this program writes itself. */

import type { LineEnd } from '../batch/dialect.ts';
import { lineEndLength } from '../batch/line-end.ts';

/** What ends a line where the input does not say: under `mixed` any would do. */
export const LINE_END_TEXTS: Readonly<Record<LineEnd, string>> = { lf: '\n', crlf: '\r\n', cr: '\r', mixed: '\n' };

/** Whether bytes end with the end of a line. */
export function endsLine(bytes: Uint8Array, lineEnd: LineEnd): boolean {
  return [1, 2].some((size) => size <= bytes.length && lineEndLength(bytes, bytes.length - size, lineEnd) === size);
}
