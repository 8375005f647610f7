/** One line of typed text and the caret in it. Both are counted in code points, as a person counts characters. */

import { onlyAllowedCharacters } from '../documents/characters.ts';

export interface TypedLine {
  readonly typed: string;
  readonly caret: number;
}

/** Longer lines cannot be read on a screen; a note of this length fills one. */
const LONGEST = 1000; // code points

/** Text as it may stand on a line: line ends and tabs become one space each, other characters that do not show, or that reorder others, go. */
export function asLine(text: string): string {
  return onlyAllowedCharacters(text.replace(/\r\n|[\n\r\t\u2028\u2029]/g, ' '));
}

/** Puts text in at the caret; undefined where the line would be too long. */
export function insertText({ typed, caret }: TypedLine, text: string): TypedLine | undefined {
  const points = [...typed];
  const added = [...text];
  if (points.length + added.length > LONGEST) return undefined;
  return { typed: [...points.slice(0, caret), ...added, ...points.slice(caret)].join(''), caret: caret + added.length };
}

/** What an editing key makes of the line; undefined for keys that edit nothing. */
export function editLine(line: TypedLine, key: string): TypedLine | undefined {
  const length = [...line.typed].length;
  switch (key) {
    case 'left':
      return { ...line, caret: Math.max(0, line.caret - 1) };
    case 'right':
      return { ...line, caret: Math.min(length, line.caret + 1) };
    case 'home':
      return { ...line, caret: 0 };
    case 'end':
      return { ...line, caret: length };
    case 'backspace':
      return line.caret === 0 ? line : without(line, line.caret - 1);
    case 'delete':
      return without(line, line.caret);
    default:
      return undefined;
  }
}

function without({ typed }: TypedLine, place: number): TypedLine {
  return { typed: [...typed].filter((_point, index) => index !== place).join(''), caret: place };
}
