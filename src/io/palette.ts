/** Colours: renderers name a style, the terminal boundary decides what becomes of it. */

import type { Paint, Style } from '../render/palette.ts';
import { visible } from './visible.ts';

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
  const { randomInt } = await import('node:crypto'); // 3 ms, which output without colour need not wait for
  const looks = await stylesInColour();
  const codes = Object.values(looks).flatMap(({ open, close }) => [open, close]);
  const places = new Map(Object.keys(looks).map((style, index) => [style, index * 2]));
  const nonce = randomInt(2 ** 47);
  const mark = (style: Style, end: 0 | 1): string => `\u001b[${nonce};${(places.get(style) ?? 0) + end}m`;
  const marks = new RegExp(`\\u001b\\[${nonce};(\\d+)m`);
  return {
    paint: (style, text) => mark(style, 0) + text + mark(style, 1),
    // Splitting at a pattern with one group puts the group's match at every odd place.
    finish: (text) =>
      text
        .split(marks)
        .map((part, index) => (index % 2 === 0 ? visible(part) : (codes[Number(part)] ?? '')))
        .join(''),
  };
}

async function stylesInColour(): Promise<Readonly<Record<Style, { readonly open: string; readonly close: string }>>> {
  const { Chalk } = await import('chalk');
  const chalk = new Chalk({ level: 1 });
  const around = (paint: (text: string) => string): { readonly open: string; readonly close: string } => {
    const [open = '', close = ''] = paint('\0').split('\0');
    return { open, close };
  };
  return {
    alarm: around(chalk.bold.red),
    title: around(chalk.bold.cyan),
    heading: around(chalk.bold),
    strong: around(chalk.bold),
    good: around(chalk.green),
    caution: around(chalk.magenta), // yellow does not show on white
    faint: around(chalk.dim),
  };
}
