/** Colours: renderers name a style, the terminal boundary decides what becomes of it. */

import { randomInt } from 'node:crypto';
import { visible } from './visible.ts';

/** Styles that output may use, by meaning and not by colour. */
export const STYLES = ['alarm', 'title', 'heading', 'strong', 'good', 'caution', 'faint'] as const;
export type Style = (typeof STYLES)[number];

export type Paint = (style: Style, text: string) => string;

export interface Palette {
  /** Marks text with a style. */
  readonly paint: Paint;
  /** Makes text fit for output: every character shows, and only this palette's marks become colour. */
  readonly finish: (text: string) => string;
}

/** Without colour nothing is marked and no escape sequence passes. */
export const PLAIN: Palette = { paint: (_style, text) => text, finish: visible };

/**
 * With colour. A mark looks like a colour sequence, so that whatever measures text can skip it, but carries a number
 * drawn for this run: a sequence that came with the text cannot know it and is spelled out like any other.
 */
export async function colourPalette(): Promise<Palette> {
  const { Chalk } = await import('chalk');
  const chalk = new Chalk({ level: 1 });
  const looks: Record<Style, (text: string) => string> = {
    alarm: chalk.bold.red,
    title: chalk.bold.cyan,
    heading: chalk.bold,
    strong: chalk.bold,
    good: chalk.green,
    caution: chalk.yellow,
    faint: chalk.dim,
  };
  const nonce = randomInt(2 ** 47);
  const mark = (place: number): string => `\u001b[${nonce};${place}m`;
  const codes = STYLES.flatMap((style) => looks[style]('\0').split('\0'));
  const marks = new RegExp(`\\u001b\\[${nonce};(\\d+)m`);
  return {
    paint: (style, text) => mark(STYLES.indexOf(style) * 2) + text + mark(STYLES.indexOf(style) * 2 + 1),
    // Splitting at a pattern with one group puts the group's match at every odd place.
    finish: (text) =>
      text
        .split(marks)
        .map((part, index) => (index % 2 === 0 ? visible(part) : (codes[Number(part)] ?? '')))
        .join(''),
  };
}
