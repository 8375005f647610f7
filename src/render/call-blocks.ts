/** What is read aloud, and what is for the counselor's eyes, told apart without colour too. */

import type { Block } from '../interview/screen.ts';
import { type Line, type Page, paragraph } from './styled-line.ts';
import type { Span } from './wrap.ts';

/** A bar at the left means: read this aloud. */
const BAR: Span = { style: 'strong', text: '│ ' };
const ALARM_BAR: Span = { style: 'alarm', text: '! ' };

/** The lines of one block; one that goes on a help before it says so by its margin alone. */
export function blockLines(block: Block, page: Page, goesOn: boolean): readonly Line[] {
  switch (block.kind) {
    case 'title':
      return paragraph({ style: 'title', text: block.text }, page);
    case 'say':
      return paragraph({ style: 'strong', text: block.text }, page, { first: BAR, others: BAR });
    case 'probe':
      return paragraph({ style: 'plain', text: block.text }, page, {
        first: { style: 'plain', text: '│ or: ' },
        others: { style: 'plain', text: '│     ' },
      });
    case 'help':
      return paragraph({ style: 'faint', text: block.text }, page, {
        first: { style: 'faint', text: goesOn ? '        ' : '  Help: ' },
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
