/** What is read aloud, and what is for the counselor's eyes, told apart without colour too. */

import type { Block } from '../interview/screen.ts';
import type { Words } from '../interview/words/words.ts';
import { cells } from './cells.ts';
import { type Line, type Page, paragraph } from './styled-line.ts';
import type { Span } from './wrap.ts';

/** A bar at the left means: read this aloud. */
const BAR: Span = { style: 'strong', text: '│ ' };
const ALARM_BAR: Span = { style: 'alarm', text: '! ' };

/** How a block is set: one that goes on a help before it says so by its margin alone. */
export interface BlockSetting {
  readonly words: Words['frame'];
  readonly goesOn: boolean;
}

/** The lines of one block. */
export function blockLines(block: Block, page: Page, { words, goesOn }: BlockSetting): readonly Line[] {
  switch (block.kind) {
    case 'title':
      return paragraph({ style: 'title', text: block.text }, page);
    case 'say':
      return paragraph({ style: 'strong', text: block.text }, page, { first: BAR, others: BAR });
    case 'probe':
      return paragraph({ style: 'plain', text: block.text }, page, {
        first: { style: 'plain', text: `│ ${words.otherWords}` },
        others: { style: 'plain', text: `│ ${' '.repeat(cells(words.otherWords))}` },
      });
    case 'help':
      return paragraph({ style: 'faint', text: block.text }, page, {
        first: { style: 'faint', text: `  ${goesOn ? ' '.repeat(cells(words.help)) : words.help}` },
      });
    case 'text':
      return paragraph({ style: 'plain', text: block.text }, page);
    case 'alarm':
      return paragraph({ style: 'alarm', text: block.text }, page, { first: ALARM_BAR, others: ALARM_BAR });
    case 'list':
      return block.items.flatMap((text) =>
        paragraph({ style: 'plain', text }, page, { first: { style: 'plain', text: '• ' } }),
      );
    default:
      return block satisfies never;
  }
}

/** What was wrong, or has just happened. */
export function noticeLines(notices: readonly string[], page: Page): readonly Line[] {
  return notices.flatMap((text) =>
    paragraph({ style: 'caution', text }, page, { first: { style: 'caution', text: '! ' } }),
  );
}
