/** One screen of a call for a terminal: pure layout, never higher or wider than the terminal. */

import type { NamedKey } from '../interview/keys.ts';
import type { Block, Command, FieldView, Screen } from '../interview/screen.ts';
import type { Words } from '../interview/words/words.ts';
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
  readonly keys: Readonly<Record<Command, NamedKey>>;
  /** What stands around the screen, in its language. */
  readonly words: Words['frame'];
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

function partsOf({ screen, field, keys, words }: CallScreen, page: Page): Parts {
  const { header, isAlarm, field: asked } = screen;
  const prompt = asked.kind === 'line' ? '> ' : words.search;
  const wholeFooter = footerLines(shown(screen.commands, keys), page, false);
  const fewer = shown(withoutOffered(screen.commands), keys);
  return {
    words,
    isAlarm,
    head: [isAlarm ? alarmLine(header, page, words) : headerLine(header, page, words)],
    under: underLines(screen, page),
    first: isAlarm ? [] : firstLines(header, page, words),
    blocks: blocksOf(screen, page, words),
    notices: noticeLines(screen.notices, page),
    rows: rowLines(field.rows, asked.kind, page),
    typed: typedLines(field, page, { prompt, most: MOST_TYPED }),
    caretLine: typedLines(field, page, { prompt, most: 1 }),
    status: statusLines(field, page, words),
    hint: hintLines(field, page),
    wholeFooter,
    footer: wholeFooter.length > 1 ? footerLines(fewer, page, false) : wholeFooter,
    shortFooter: footerLines(fewer, page, true),
  };
}

function shown(commands: readonly Command[], keys: CallScreen['keys']): readonly NamedKey[] {
  return commands.map((command) => keys[command]);
}

/** The menu offers the pause and the other language, too: at 80 columns the keys fit one line without them. */
function withoutOffered(commands: readonly Command[]): readonly Command[] {
  return commands.includes('menu')
    ? commands.filter((command) => command !== 'pause' && command !== 'language')
    : commands;
}

function blocksOf(screen: Screen, page: Page, words: Words['frame']): Parts['blocks'] {
  const blocks = screen.blocks.filter((block) => !isSaidByHeader(block, screen));
  return blocks.map((block, index) => {
    const goesOn = block.kind === 'help' && blocks[index - 1]?.kind === 'help';
    return { kind: block.kind, lines: blockLines(block, page, { words, goesOn }) };
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
