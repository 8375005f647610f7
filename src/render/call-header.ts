/** The head of a call's screen: where the call stands, how long it has lasted, and what is still possible. */

import type { Header } from '../interview/screen.ts';
import type { Words } from '../interview/words/words.ts';
import { BLANK, cellsOf, clip, type Line, type Page, styled } from './styled-line.ts';

type FrameWords = Words['frame'];

/** Cells between what stands at the left and what stands at the right. */
const GAP = 2;

/** The first line of a screen; the longest wording that fits. */
export function headerLine(header: Header, page: Page, words: FrameWords): Line {
  const { asked, toCome, elapsed } = header;
  const section = page.spell(header.section);
  const possible = page.spell(header.possible);
  const time = minutesOf(elapsed);
  const labelled = possible === '' ? '' : words.possible(possible);
  const counted = toCome === 0 ? progressOf(header, words) : words.askedToCome(asked, toCome);
  const wordings: readonly (readonly [readonly string[], string])[] = [
    [[section, progressOf(header, words), time], labelled],
    [[section, counted, time], labelled],
    [[section, counted, time], possible],
    [[section, words.askedOf(asked, asked + toCome), time], possible],
    [[section, time], possible],
    [[section], possible],
  ];
  const lines = wordings.map(([left, right]) => spread(left, right, page.columns));
  return lines.find((line) => cellsOf(line) <= page.columns) ?? clip(lines.at(-1) ?? BLANK, page.columns);
}

/** The first line of an emergency: read as one without colour too. */
export function alarmLine({ elapsed }: Header, { columns }: Page, { alarm }: FrameWords): Line {
  const text = `!!! ${alarm} !!! ${minutesOf(elapsed)} `;
  return styled('alarm', text.padEnd(columns, '!'));
}

/** What has to happen first, in the place of the rule under the head and no higher; none where nothing has to. */
export function firstLines({ first }: Header, { columns, spell }: Page, words: FrameWords): readonly Line[] {
  if (first === '') return [];
  const text: Line = [{ style: 'strong', text: words.first(spell(first)) }];
  const rest = columns - cellsOf(text) - 1;
  const rule: Line = rest > 0 ? [{ style: 'faint', text: ` ${'─'.repeat(rest)}` }] : [];
  return [clip([...text, ...rule], columns)];
}

/** How much was asked and how much is left, if anything, in words. */
export function progressOf({ asked, toCome }: Header, words: FrameWords): string {
  return toCome === 0 ? words.asked(asked) : words.askedUpTo(asked, toCome);
}

/** Seconds as minutes and seconds: `04:12`, `75:00`. */
function minutesOf(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${two(Math.floor(whole / 60))}:${two(whole % 60)}`;
}

function spread([section = '', ...others]: readonly string[], right: string, columns: number): Line {
  const left: Line = [
    { style: 'heading', text: section },
    { style: 'plain', text: others.map((other) => ` · ${other}`).join('') },
  ];
  if (right === '') return left;
  const gap = Math.max(GAP, columns - cellsOf(left) - cellsOf(styled('plain', right)));
  return [...left, { style: 'plain', text: ' '.repeat(gap) }, { style: 'strong', text: right }];
}
