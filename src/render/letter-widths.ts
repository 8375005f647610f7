/** How wide a text may become in a picture, where no font can be asked: never less than it is drawn. */

import { cells, charactersOf } from './cells.ts';

/**
 * Widths in parts of the letter size: of each letter the larger one of DejaVu Sans and Verdana, the widest of the usual fonts
 * without serifs, rounded up. A system test measures what a browser draws against them.
 */
const WIDTHS: readonly (readonly [letters: string, width: number])[] = [
  ["il'", 0.29],
  [' j.,·’‘|', 0.37],
  ['tfr!', 0.44],
  ['-:;/\\I()[]J', 0.47],
  ['"*_`–cszLFk?', 0.6],
  ['xvyaeoPT{}Y“”', 0.63],
  ['$0123456789ESbdghnpqu', 0.65],
  ['KABVXZCR', 0.71],
  ['UNHDGOQ', 0.8],
  ['wM#+<=>&^~→', 0.88],
  ['%mW@—…', 1.01],
];

const WIDTH_OF: ReadonlyMap<string, number> = new Map(
  WIDTHS.flatMap(([letters, width]) => Array.from(letters, (letter) => [letter, width] as const)),
);

/** What is not in the table, for each terminal cell that it would take. */
const UNKNOWN_WIDTH = 0.95;

/** Bold letters are wider by a share of their width, and by a share of their size. */
const BOLD = { share: 1.06, more: 0.06 } as const;

/** How text is set: the size of its letters in pixels, and whether they are bold. */
export interface Lettering {
  readonly size: number;
  readonly bold: boolean;
}

/** The width of a text in pixels, estimated generously. */
export function widthOf(text: string, { size, bold }: Lettering): number {
  const characters = charactersOf(text);
  const ems = characters.reduce((sum, character) => sum + widthOfCharacter(character), 0);
  return size * (bold ? ems * BOLD.share + characters.length * BOLD.more : ems);
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
