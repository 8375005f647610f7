/** Breaks styled text into lines of a given width. */

import { cells, charactersOf } from './cells.ts';
import type { Paint, Style } from './palette.ts';

/** A run of text in one style. */
export interface Span {
  readonly style: Style | 'plain';
  readonly text: string;
}

interface Word extends Span {
  /** Whether a space stood before it. */
  readonly apart: boolean;
  /** In cells. */
  readonly size: number;
}

/** Wraps spans at spaces; a word longer than a line is broken. Every run of white space becomes one space. */
export function wrap(spans: readonly Span[], width: number): readonly (readonly Span[])[] {
  const lines: Word[][] = [[]];
  let used = 0;
  for (const word of wordsOf(spans).flatMap((one) => breakWord(one, width))) {
    const space = word.apart && used > 0 ? 1 : 0;
    if (used > 0 && used + space + word.size > width) {
      lines.push([]);
      used = 0;
    }
    lines.at(-1)?.push({ ...word, apart: used > 0 && space > 0 });
    used += word.size + (used > 0 ? space : 0);
  }
  return lines.map(joined);
}

function wordsOf(spans: readonly Span[]): readonly Word[] {
  let apart = false;
  return spans.flatMap(({ style, text }) =>
    text.split(/([ \t\r\n]+)/).flatMap((part) => {
      if (part.trim() === '') {
        apart ||= part !== '';
        return [];
      }
      const word: Word = { style, text: part, apart, size: cells(part) };
      apart = false;
      return [word];
    }),
  );
}

function breakWord(word: Word, width: number): readonly Word[] {
  if (word.size <= width) return [word];
  const parts: { text: string; size: number }[] = [];
  for (const character of charactersOf(word.text)) {
    const size = cells(character);
    const last = parts.at(-1);
    if (last === undefined || last.size + size > width) parts.push({ text: character, size });
    else {
      last.text += character;
      last.size += size;
    }
  }
  return parts.map((part, index) => ({ ...word, ...part, apart: index === 0 && word.apart }));
}

/** Joins neighbouring words of one style, so that a painted line holds as few runs as it can. */
function joined(words: readonly Word[]): readonly Span[] {
  const spans: { style: Span['style']; text: string }[] = [];
  for (const { style, text, apart } of words) {
    const last = spans.at(-1);
    const space = apart ? ' ' : '';
    if (last?.style === style) last.text += space + text;
    else if (last === undefined) spans.push({ style, text });
    else {
      last.text += space;
      spans.push({ style, text });
    }
  }
  return spans;
}

/** Paints the runs of a line. */
export function painted(line: readonly Span[], paint: Paint): string {
  return line.map(({ style, text }) => (style === 'plain' ? text : paint(style, text))).join('');
}
