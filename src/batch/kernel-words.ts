/** What a kernel is told and tells in the first words of its memory. */

import type { Dialect, LineEnd } from './dialect.ts';
import { CR, LF } from './line-end.ts';

/** The first words of the memory, in the order in which the kernel knows them. The first four and the last one it writes. */
export const WORD_NAMES = [
  'foundUnlearned',
  'foundNext',
  'foundLines',
  'foundBlank',
  'delimiter',
  'quote',
  'ending',
  'otherEnding',
  'isPair',
  'isMixed',
  'columns',
  'slotCount',
  'slots',
  'starts',
  'ends',
  'fields',
  'lines',
  'symbols',
  'unlearned',
  'taken',
  'table',
  'records',
  'unlearnedFields',
  'places',
  'full',
  'fullSlot',
  'takenInAll',
] as const;
export type WordName = (typeof WORD_NAMES)[number];
type DialectWord = 'delimiter' | 'quote' | 'ending' | 'otherEnding' | 'isPair' | 'isMixed';

/** Which bytes can end a line, the second one only under `mixed`. */
const ENDINGS: Readonly<Record<LineEnd, readonly [number, number]>> = {
  lf: [LF, LF],
  crlf: [LF, LF],
  cr: [CR, CR],
  mixed: [LF, CR],
};

/** Tells a kernel some words. */
export function setWords(buffer: ArrayBufferLike, told: Partial<Readonly<Record<WordName, number>>>): void {
  const words = new Int32Array(buffer, 0, WORD_NAMES.length);
  for (const [place, name] of WORD_NAMES.entries()) words[place] = told[name] ?? words[place] ?? 0;
}

/** The words that say how a file is written. */
export function dialectWords({ delimiter, quote, lineEnd }: Dialect): Readonly<Record<DialectWord, number>> {
  const [ending, otherEnding] = ENDINGS[lineEnd];
  return {
    delimiter,
    quote: quote ?? delimiter, // what is a delimiter is never taken for a quote
    ending,
    otherEnding,
    isPair: lineEnd === 'crlf' ? 1 : 0,
    isMixed: lineEnd === 'mixed' ? 1 : 0,
  };
}
