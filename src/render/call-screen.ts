/** One screen of a call for a terminal: pure layout, never higher or wider than the terminal. */

import type { CommandKey } from '../interview/keys.ts';
import type { Block, Command, FieldView, Screen } from '../interview/screen.ts';
import { blockLines, noticeLines } from './call-blocks.ts';
import { footerLines } from './call-footer.ts';
import { alarmLine, headerLine } from './call-header.ts';
import { rowLines } from './call-rows.ts';
import { type Parts, stacked } from './call-stack.ts';
import { statusLines, typedLines } from './call-typed.ts';
import type { Paint } from './palette.ts';
import { clip, type Line, type Page, paragraph, styled } from './styled-line.ts';
import { painted } from './wrap.ts';

/** Longer lines are hard to read aloud from, however wide the window is. */
const WIDEST = 100;

export interface CallScreen {
  readonly screen: Screen;
  readonly field: FieldView;
  readonly columns: number;
  readonly rows: number;
  readonly paint: Paint;
  readonly keys: Readonly<Record<Command, CommandKey>>;
  /** Spells out characters that would not show, before anything is measured; text as it is where left out. */
  readonly spell?: (text: string) => string;
}

/**
 * Lays a screen out in at most `rows` lines of at most `columns` cells, without a line break at the end. The keys stand
 * on the last lines; of what does not fit, the part around the marker is shown.
 */
export function callScreen(given: CallScreen): string {
  const { columns, rows, paint, spell = (text) => text } = given;
  const page: Page = { columns, width: Math.min(columns, WIDEST), spell };
  const lines = stacked(partsOf(given, page), Math.max(0, rows));
  return lines.map((line) => painted(clip(line, columns), paint)).join('\n');
}

function partsOf({ screen, field, keys }: CallScreen, page: Page): Parts {
  const { header, isAlarm, field: asked } = screen;
  const commands = screen.commands.map((command) => keys[command]);
  return {
    isAlarm,
    head: [isAlarm ? alarmLine(header, page) : headerLine(header, page)],
    under: underLines(screen, page),
    blocks: screen.blocks
      .filter((block) => !isSaidByHeader(block, screen))
      .map((block) => ({
        kind: block.kind,
        lines: blockLines(block, page),
      })),
    notices: noticeLines(screen.notices, page),
    rows: rowLines(field.rows, asked.kind, page),
    typed: typedLines(field, asked.kind, page),
    status: statusLines(field, page),
    footer: footerLines(commands, page, false),
    shortFooter: footerLines(commands, page, true),
  };
}

/** A section's title stands in the header already. */
function isSaidByHeader(block: Block, { header, isAlarm }: Screen): boolean {
  return !isAlarm && block.kind === 'title' && block.text === header.section;
}

function underLines({ header, isAlarm }: Screen, page: Page): readonly Line[] {
  const mark = header.mark === undefined ? [] : paragraph({ style: 'caution', text: header.mark }, page);
  return isAlarm ? [headerLine(header, page), ...mark] : [...mark, styled('faint', '─'.repeat(page.columns))];
}
