/** How wide a text may become in a picture, where no font can be asked: never less than it is drawn. */

import { cells, charactersOf } from './cells.ts';

/**
 * Widths in parts of the letter size, a little above those of DejaVu Sans and Verdana, the widest of the usual fonts without
 * serifs; a system test measures the drawn texts against them in a browser.
 */
const WIDTHS: readonly (readonly [letters: string, width: number])[] = [
  [" ijl'", 0.34],
  ['.,:;!|·', 0.4],
  ['Ifrt()[]{}/\\-"`*', 0.47],
  ['cksvxyzJ', 0.6],
  ['abdeghnopqu0123456789L$?_', 0.66],
  ['ABCEFKPRSTVXYZ', 0.74],
  ['DGHNOQUw+<>=~^#&', 0.87],
  ['mMW%@—…→', 1.05],
];

const WIDTH_OF: ReadonlyMap<string, number> = new Map(
  WIDTHS.flatMap(([letters, width]) => Array.from(letters, (letter) => [letter, width] as const)),
);

/** What is not in the table, for each terminal cell that it would take. */
const UNKNOWN_WIDTH = 0.95;

/** Bold letters are wider by at most so much. */
const BOLD = 1.15;

/** How text is set: the size of its letters in pixels, and whether they are bold. */
export interface Lettering {
  readonly size: number;
  readonly bold: boolean;
}

/** The width of a text in pixels, estimated generously. */
export function widthOf(text: string, { size, bold }: Lettering): number {
  const ems = charactersOf(text).reduce((sum, character) => sum + widthOfCharacter(character), 0);
  return ems * size * (bold ? BOLD : 1);
}

function widthOfCharacter(character: string): number {
  return WIDTH_OF.get(character) ?? Math.max(1, cells(character)) * UNKNOWN_WIDTH;
}

/** Breaks a text at spaces into lines that fit a width; a word that is longer is broken, and white space becomes one space. */
export function wrapped(text: string, width: number, lettering: Lettering): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/).flatMap((one) => broken(one, width, lettering))) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && widthOf(longer, lettering) > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return line === '' ? lines : [...lines, line];
}

function broken(word: string, width: number, lettering: Lettering): readonly string[] {
  if (widthOf(word, lettering) <= width) return word === '' ? [] : [word];
  const parts: string[] = [''];
  for (const character of charactersOf(word)) {
    const longer = (parts.at(-1) ?? '') + character;
    if (widthOf(longer, lettering) <= width || longer === character) parts[parts.length - 1] = longer;
    else parts.push(character);
  }
  return parts;
}
