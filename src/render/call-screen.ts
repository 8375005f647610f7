/** One screen of a call for a terminal: pure layout, never higher or wider than the terminal. */

import type { CommandKey } from '../interview/keys.ts';
import type { Block, Command, FieldView, Screen } from '../interview/screen.ts';
import { blockLines, noticeLines } from './call-blocks.ts';
import { footerLines } from './call-footer.ts';
import { alarmLine, firstLines, headerLine } from './call-header.ts';
import type { Parts } from './call-parts.ts';
import { rowLines } from './call-rows.ts';
import { stacked } from './call-stack.ts';
import { hintLines, statusLines, typedLines } from './call-typed.ts';
import type { Paint } from './palette.ts';
import { clip, type Line, type Page, paragraph, styled } from './styled-line.ts';
import { painted } from './wrap.ts';

/** Longer lines are hard to read aloud from, however wide the window is. */
const WIDEST = 100;

/** Lines of a note that are shown while it is typed; of a longer one those around the caret. */
const MOST_TYPED = 4;

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
  const wholeFooter = footerLines(shown(screen.commands, keys), page, false);
  const fewer = shown(withoutPause(screen.commands), keys);
  return {
    isAlarm,
    head: [isAlarm ? alarmLine(header, page) : headerLine(header, page)],
    under: underLines(screen, page),
    first: isAlarm ? [] : firstLines(header, page),
    blocks: blocksOf(screen, page),
    notices: noticeLines(screen.notices, page),
    rows: rowLines(field.rows, asked.kind, page),
    typed: typedLines(field, asked.kind, page, MOST_TYPED),
    caretLine: typedLines(field, asked.kind, page, 1),
    status: statusLines(field, page),
    hint: hintLines(field, page),
    wholeFooter,
    footer: wholeFooter.length > 1 ? footerLines(fewer, page, false) : wholeFooter,
    shortFooter: footerLines(fewer, page, true),
  };
}

function shown(commands: readonly Command[], keys: CallScreen['keys']): readonly CommandKey[] {
  return commands.map((command) => keys[command]);
}

/** The menu offers the pause too: at 80 columns the keys fit one line without it. */
function withoutPause(commands: readonly Command[]): readonly Command[] {
  return commands.includes('menu') ? commands.filter((command) => command !== 'pause') : commands;
}

function blocksOf(screen: Screen, page: Page): Parts['blocks'] {
  const blocks = screen.blocks.filter((block) => !isSaidByHeader(block, screen));
  return blocks.map((block, index) => {
    const goesOn = block.kind === 'help' && blocks[index - 1]?.kind === 'help';
    return { kind: block.kind, lines: blockLines(block, page, goesOn) };
  });
}

/** A section's title stands in the header already. */
function isSaidByHeader(block: Block, { header, isAlarm }: Screen): boolean {
  return !isAlarm && block.kind === 'title' && block.text === header.section;
}

function underLines({ header, isAlarm }: Screen, page: Page): readonly Line[] {
  const mark = header.mark === undefined ? [] : paragraph({ style: 'caution', text: header.mark }, page);
  const isRuled = !isAlarm && header.first === '';
  return isRuled ? [...mark, styled('faint', '─'.repeat(page.columns))] : mark;
}
