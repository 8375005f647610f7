/** What text and Markdown have in common: sections of marked lines, in reading order. */

import type { Style } from './palette.ts';

export interface Item {
  /** `number` counts on from the number before it in the same section; `more` stands under the item before it. */
  readonly mark: 'none' | 'bullet' | 'number' | 'more';
  readonly style: Style | 'plain';
  readonly text: string;
  /** What the text rests on, set quietly behind it. */
  readonly cites: readonly string[];
}

export interface Section {
  readonly label: string;
  /** The heading where there is room for one. */
  readonly title: string;
  /** `card` is what must be seen first; `details` follow it. */
  readonly place: 'card' | 'details';
  readonly alarm: boolean;
  readonly items: readonly Item[];
}

export interface Outline {
  readonly title: string;
  readonly about: string;
  readonly sections: readonly Section[];
  readonly notices: readonly string[];
  /** Headings stand above their lines also where there is room beside them: they are too long for a column. */
  readonly isStacked?: true;
}

/** A line of running text. */
export function line(text: string, style: Item['style'] = 'plain', cites: readonly string[] = []): Item {
  return { mark: 'none', style, text, cites };
}

/** A line of a list. */
export function bullet(text: string, cites: readonly string[] = []): Item {
  return { mark: 'bullet', style: 'plain', text, cites };
}

/** A step in an order that matters. */
export function step(text: string): Item {
  return { mark: 'number', style: 'plain', text, cites: [] };
}

/** A line that belongs to the item before it. */
export function more(text: string, style: Item['style'] = 'faint'): Item {
  return { mark: 'more', style, text, cites: [] };
}
