/** Random delimited files, the same ones on every run: well-formed tables, and anything that can go wrong in them. */

import type { Dialect, LineEnd } from '../../src/batch/dialect.ts';
import { pick, type Random, randomFrom } from '../questionnaires/random-callers.ts';

export const DELIMITERS = [',', ';', '\t', '|'] as const;
export const LINE_ENDS: Readonly<Record<LineEnd, readonly string[]>> = {
  lf: ['\n'],
  crlf: ['\r\n'],
  cr: ['\r'],
  mixed: ['\n', '\r\n', '\r'],
};
export const QUOTES = ['"', "'", undefined] as const;

/** What stands between the odd things; some are 15, 16 and 17 bytes long: one word of the scanner's table, and more. */
const TEXTS = [
  'a',
  'b',
  '12',
  '-9',
  '6.0',
  'zwei Wörter',
  '日本',
  '\0',
  '',
  ' ',
  'fifteen letters',
  'a full sixteen b',
  'seventeen letters',
];

export interface RandomFile {
  readonly dialect: Dialect;
  readonly bytes: Uint8Array;
}

export function dialectOf(delimiter: string, quote: string | undefined, lineEnd: LineEnd): Dialect {
  return { delimiter: delimiter.charCodeAt(0), quote: quote?.charCodeAt(0), lineEnd };
}

/** Bytes of a text. */
export function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** A text with a letter for each byte, so that bytes can be compared as text whatever they are. */
export function lettersOf(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('latin1');
}

/** How many random files are read: 210 of each dialect. */
export const FILES = 10_080;

/** A file of about 100 bytes in which anything follows anything. Each dialect comes round every 48 seeds. */
export function wildFile(seed: number): RandomFile {
  const random = randomFrom(seed);
  const delimiter = DELIMITERS[seed % 4] ?? ',';
  const quote = QUOTES[Math.floor(seed / 4) % 3];
  const lineEnd = (['lf', 'crlf', 'cr', 'mixed'] as const)[Math.floor(seed / 12) % 4] ?? 'lf';
  const ending = (): string => (random() < 0.05 ? pick(random, LINE_ENDS.mixed) : pick(random, LINE_ENDS[lineEnd]));
  const mark = quote ?? '"';
  // Few quotes stand alone: they make most of a file one field.
  const things: readonly (() => string)[] = [
    () => pick(random, TEXTS),
    () => pick(random, TEXTS),
    () => delimiter,
    () => delimiter,
    () => delimiter,
    ending,
    ending,
    () => quotedField(random, mark, [delimiter, ending(), `${mark}${mark}`, ...TEXTS]),
    () => quotedField(random, mark, [delimiter, ending(), `${mark}${mark}`, ...TEXTS]),
    () => (random() < 0.2 ? mark : pick(random, DELIMITERS)),
    () => (random() < 0.1 ? `${delimiter}${mark}` : ''),
  ];
  let text = '';
  for (const length = 60 + random() * 80; text.length < length; ) text += pick(random, things)();
  return { dialect: dialectOf(delimiter, quote, lineEnd), bytes: bytesOf(text) };
}

function quotedField(random: Random, quote: string, things: readonly string[]): string {
  const inside = Array.from({ length: Math.floor(random() * 4) }, () => pick(random, things));
  return `${quote}${inside.join('')}${quote}`;
}

/** A table as programs export it: a header, rows as long as it, quotes where they are needed and sometimes where they are not. */
export function tableFile(seed: number): RandomFile & { readonly rows: readonly (readonly string[])[] } {
  const random = randomFrom(seed);
  const delimiter = DELIMITERS[seed % 4] ?? ',';
  const quote = QUOTES[Math.floor(seed / 4) % 2] ?? '"';
  const lineEnd = (['lf', 'crlf', 'cr'] as const)[Math.floor(seed / 8) % 3] ?? 'lf';
  const width = 2 + Math.floor(random() * 6);
  const header = Array.from({ length: width }, (_, place) => `column_${place}`);
  const cells = [
    '1',
    '-9',
    '3,5',
    'yes',
    'two words',
    'said so, again',
    `x${delimiter}y`,
    'line\nbreak',
    `a${quote}b`,
    '',
  ];
  const rows = Array.from({ length: 4 + Math.floor(random() * 8) }, () => header.map(() => pick(random, cells)));
  const quoteAll = random() < 0.3;
  const written = [header, ...rows].map((row, place) =>
    row.map((cell) => writtenCell(cell, delimiter, quote, quoteAll || place < 3)).join(delimiter),
  );
  const ending = LINE_ENDS[lineEnd][0] ?? '\n';
  const text = written.join(ending) + (random() < 0.5 ? ending : '');
  return { dialect: dialectOf(delimiter, quote, lineEnd), bytes: bytesOf(text), rows: [header, ...rows] };
}

function writtenCell(cell: string, delimiter: string, quote: string, always: boolean): string {
  const needs = [delimiter, quote, '\n', '\r'].some((one) => cell.includes(one));
  return needs || always ? `${quote}${cell.replaceAll(quote, quote + quote)}${quote}` : cell;
}
