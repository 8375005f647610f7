/** The lines around a position, with a caret under it. */

import type { Position } from './problem.ts';

const CONTEXT = 2;
const WIDTH = 100;

/** Shows a position in its lines: two lines of context on each side, long lines cut, unprintable characters replaced. */
export function codeFrame(lines: readonly string[], position: Position): string {
  const first = Math.max(1, position.line - CONTEXT);
  const last = Math.min(lines.length, position.line + CONTEXT);
  const gutter = String(last).length;
  const cut = position.column > WIDTH - CONTEXT ? position.column - WIDTH / 2 : 0;
  const frame: string[] = [];
  for (let line = first; line <= last; line += 1) {
    const text = printable((lines[line - 1] ?? '').slice(cut, cut + WIDTH));
    const here = line === position.line;
    frame.push(`${here ? '>' : ' '} ${String(line).padStart(gutter)} | ${text}`.trimEnd());
    if (here)
      frame.push(
        `  ${' '.repeat(gutter)} | ${' '.repeat(position.column - 1 - cut)}${carets(position, text.length + cut)}`,
      );
  }
  return frame.join('\n');
}

function carets(position: Position, end: number): string {
  return '^'.repeat(Math.max(1, Math.min(position.length, end - position.column + 1)));
}

// One replacement per code unit keeps the caret in its column.
function printable(line: string): string {
  return line
    .replace(/\t/g, ' ')
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu, (found) => '\u{FFFD}'.repeat(found.length));
}
