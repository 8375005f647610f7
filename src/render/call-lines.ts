/** One screen of a call as plain lines, read from top to bottom: for screen readers, simple terminals and scripts. */

import type { Block, Field, FieldOption, Header, Screen } from '../interview/screen.ts';
import type { Words } from '../interview/words/words.ts';
import { progressOf } from './call-header.ts';
import { wrap } from './wrap.ts';

const WIDTH = 80;

/** A list that is longer is set in running lines: nobody listens to so many. */
const LONGEST_LIST = 20;

export interface CallLines {
  readonly screen: Screen;
  /** What was shown last; undefined at the start. */
  readonly before: Screen | undefined;
  readonly words: Words;
}

/** What is new about a screen, and the prompt. After a wrong input: what was wrong, and the options. */
export function callLines({ screen, before, words }: CallLines): string {
  const { header, isAlarm, notices, blocks, field } = screen;
  const isRepeated = before !== undefined && isSamePlace(before, screen);
  const parts: readonly (readonly string[])[] = [
    before === undefined ? paragraph(words.lines.welcome) : [],
    isAlarm ? emergencyLine(isRepeated, words) : headerLines(header, before?.header, words),
    ...(isRepeated
      ? []
      : blockParts(
          blocks.filter((block) => !isLate(block, screen)),
          words,
        )),
    notices.flatMap((notice) => paragraph(notice, words.lines.notice)),
    [...optionLines(field), ...expectedLines(field, words)],
    ...(isRepeated
      ? []
      : blockParts(
          blocks.filter((block) => isLate(block, screen)),
          words,
        )),
  ];
  const filled = parts.filter((lines) => lines.length > 0);
  const text = filled.map((lines) => `${lines.join('\n')}\n`).join('\n');
  return `${before === undefined ? '' : '\n'}${text}> `;
}

/** The same words to say and the same things to choose from. */
function isSamePlace(before: Screen, after: Screen): boolean {
  return before.isAlarm === after.isAlarm && JSON.stringify(whatIsAsked(before)) === JSON.stringify(whatIsAsked(after));
}

function whatIsAsked({ language, header, blocks, field }: Screen): unknown {
  return [
    language,
    header.section,
    blocks,
    field.kind,
    field.kind === 'line' ? field.of : field.options.map(({ id }) => id),
  ];
}

function emergencyLine(isRepeated: boolean, { frame }: Words): readonly string[] {
  return isRepeated ? [] : [frame.alarm];
}

/** In an emergency the steps, which are the options, come before all that explains them. */
function isLate({ kind }: Block, { isAlarm }: Screen): boolean {
  return isAlarm && kind === 'help';
}

/** Said where the section, the levels, what has to happen first or the kind of call is another one than before. */
function headerLines(header: Header, before: Header | undefined, words: Words): readonly string[] {
  const { section, possible, first, mark } = header;
  const isNew = section !== before?.section || possible !== before?.possible;
  const levels = possible === '' ? '' : words.lines.possible(possible);
  return [
    ...(mark === undefined || mark === before?.mark ? [] : paragraph(mark)),
    ...(isNew ? paragraph(`${section}. ${progressOf(header, words.frame)}.${levels}`) : []),
    ...(first === '' || first === before?.first ? [] : paragraph(`${words.frame.first(first)}.`)),
  ];
}

/** Each block, what it is standing before the first of several alone. */
function blockParts(blocks: readonly Block[], words: Words): readonly (readonly string[])[] {
  return blocks.map((block, index) => {
    const goesOn = block.kind === 'help' && blocks[index - 1]?.kind === 'help';
    return goesOn ? paragraph(block.text) : blockLines(block, words);
  });
}

function blockLines(block: Block, { lines, frame }: Words): readonly string[] {
  switch (block.kind) {
    case 'title':
    case 'text':
    case 'alarm':
      return paragraph(block.text);
    case 'say':
      return paragraph(block.text, lines.say);
    case 'probe':
      return paragraph(block.text, lines.otherWords);
    case 'help':
      return paragraph(block.text, frame.help);
    case 'list':
      return block.items.flatMap((item) => paragraph(item, '- '));
    default:
      return block satisfies never;
  }
}

function optionLines(field: Field): readonly string[] {
  if (field.kind === 'line') return [];
  const { options } = field;
  const none = field.kind === 'some' ? [`0  ${field.none}`] : [];
  if (options.length > LONGEST_LIST && options.every(({ detail, heading }) => (detail ?? heading) === undefined)) {
    return [...paragraph(options.map(({ label }, index) => `${index + 1}${GLUE}${label}`).join(', ')), ...none];
  }
  return [...options.flatMap(optionLine), ...none];
}

function optionLine({ label, detail, heading }: FieldOption, index: number): readonly string[] {
  return [
    ...(heading === undefined ? [] : paragraph(heading)),
    ...paragraph(detail === undefined ? label : `${label} (${detail})`, `${index + 1}  `),
  ];
}

/** What may be typed, and what an empty line leaves standing. */
function expectedLines(field: Field, { lines }: Words): readonly string[] {
  const kept = keptInWords(field, lines);
  return [
    ...(field.kind === 'some' ? [lines.several] : []),
    ...(field.kind === 'line' && field.hint !== '' ? paragraph(field.hint) : []),
    ...(kept === undefined ? [] : paragraph(lines.keeps(kept))),
  ];
}

function keptInWords(field: Field, lines: Words['lines']): string | undefined {
  if (field.kind === 'line') return field.kept;
  if (field.kind === 'one') return field.options.find(({ id }) => id === field.kept)?.label ?? field.kept;
  const { kept, options, none } = field;
  if (kept === undefined) return undefined;
  const said = options.flatMap(({ id, label }) => {
    if (kept.unsure.includes(id)) return [lines.notSure(label)];
    return kept.ids.includes(id) ? [label] : [];
  });
  return said.length === 0 ? none : said.join(', ');
}

/** Stands for a space at which no line may break. */
const GLUE = '\u00a0';

/** Wraps running text behind a mark; the lines after the first stand at the margin, as they are read. */
function paragraph(text: string, mark = ''): readonly string[] {
  const lines = wrap([{ style: 'plain', text: mark.replaceAll(' ', GLUE) + text }], WIDTH);
  return lines.map((line) => line.map((span) => span.text.replaceAll(GLUE, ' ')).join(''));
}
