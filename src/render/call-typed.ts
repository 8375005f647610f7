/** A line being typed, with its caret, and what is said about it. */

import type { FieldView } from '../interview/screen.ts';
import type { Words } from '../interview/words/words.ts';
import { noticeLines } from './call-blocks.ts';
import { cells, charactersOf } from './cells.ts';
import { type Line, type Page, paragraph } from './styled-line.ts';

/** The caret is drawn, so that it is seen wherever the terminal keeps its own. */
const CARET = '│';

/** What stands before a line being typed, and over how many rows that may go. */
export interface TypedSetting {
  readonly prompt: string;
  readonly most: number;
}

/** The line being typed, the caret among its rows; none where nothing is typed. */
export function typedLines({ line }: FieldView, page: Page, { prompt, most }: TypedSetting): readonly Line[] {
  if (line === undefined) return [];
  const width = Math.max(1, page.width - cells(prompt));
  const before = flat(page.spell(line.before));
  const rows = broken(before + CARET + flat(page.spell(line.after)), width);
  const caretRow = broken(before + CARET, width).length - 1;
  const from = Math.max(0, Math.min(caretRow - most + 1, rows.length - most));
  return rows.slice(from, from + most).map((text, index) => [
    { style: 'strong', text: index === 0 ? prompt : ' '.repeat(cells(prompt)) },
    { style: 'plain', text },
  ]);
}

/** What Enter lacked and what Enter leaves standing, some lines each: the most urgent first. */
export function statusLines(
  { complaint, kept }: FieldView,
  page: Page,
  words: Words['frame'],
): readonly (readonly Line[])[] {
  const lines = [
    complaint === undefined ? [] : noticeLines([complaint], page),
    kept === undefined ? [] : paragraph({ style: 'plain', text: words.keeps(kept) }, page),
  ];
  return lines.filter(({ length }) => length > 0);
}

/** What is expected in the field. */
export function hintLines({ hint }: FieldView, page: Page): readonly Line[] {
  return hint === '' ? [] : paragraph({ style: 'faint', text: hint }, page);
}

/** Breaks at the width and not at spaces: what is typed shows as it was typed. */
function broken(text: string, width: number): readonly string[] {
  const rows: { text: string; used: number }[] = [{ text: '', used: 0 }];
  for (const character of charactersOf(text)) {
    const size = cells(character);
    const last = rows.at(-1);
    if (last === undefined || last.used + size > width) rows.push({ text: character, used: size });
    else {
      last.text += character;
      last.used += size;
    }
  }
  return rows.map((row) => row.text);
}

function flat(text: string): string {
  return text.replace(/\n/g, ' ');
}
