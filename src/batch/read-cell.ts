/** What one text in one column says, to everything that reads the column. */

import type { BoundFlag, BoundMapping, CellMeaning, Contribution, SlotUse } from './bound-mapping.ts';
import { readDay } from './calendar-day.ts';
import { daysAnswer } from './days-answer.ts';
import { foldText } from './fold-text.ts';
import type { ColumnTest, DateReading, FlagReading, Implication, Mapping, Reading } from './mapping.ts';
import { type CellSaid, readAnswer } from './read-answer.ts';
import type { RejectCode } from './reject-codes.ts';

/** A bit for each option or case that there can be. */
export const ALL_BITS = 0x7fff_ffff;

/** What one use of the column gets from a text: any number of contributions, or why the text cannot be read. */
type Gist = readonly Contribution[] | RejectCode;

/** Reads a decoded text in the column of a slot; what it says depends on nothing else in the row. */
export function readCell(bound: BoundMapping, slot: number, text: string): CellMeaning {
  const folded = foldText(text);
  const isMissing = bound.mapping.missing.has(folded);
  const contributions: Contribution[] = [];
  for (const use of bound.uses[slot] ?? []) {
    const gist = isMissing ? silence(use) : gistOf(bound, use, folded);
    if (typeof gist === 'string') return { ok: false, code: gist };
    contributions.push(...gist, ...(isMissing ? [] : saidBeside(bound.mapping, use, gist)));
  }
  return { ok: true, contributions };
}

/**
 * That something is recorded of a question of which something is assumed, where the text does not answer it. The later one of two
 * days says nothing of the caller, and neither does a text that does not show that a group was asked.
 */
function saidBeside(
  { assumptions, readings }: Mapping,
  use: SlotUse,
  gist: readonly Contribution[],
): readonly Contribution[] {
  if (!('reading' in use) || (use.kind === 'date' && use.end === 'until')) return [];
  if (use.kind === 'asked' ? gist.length === 0 : gist.some(({ kind }) => kind === 'answer')) return [];
  const id = readings[use.reading]?.question;
  return assumptions.some(({ question }) => question === id) ? [{ kind: 'said', reading: use.reading }] : [];
}

/** A missing text says nothing; but then it denies no option and passes no test either. */
function silence(use: SlotUse): readonly Contribution[] {
  if (use.kind === 'options') return openFlags(use.reading, use.flags);
  return use.kind === 'cases' ? casesGist(use.reading, use.tests, undefined) : [];
}

function gistOf(bound: BoundMapping, use: SlotUse, text: string): Gist {
  const { ended, emergency, implications, readings } = bound.mapping;
  if (use.kind === 'ended') {
    const disposition = ended?.values.get(text);
    return disposition === undefined ? 'unknown-value' : [{ kind: 'ended', disposition }];
  }
  if (use.kind === 'emergency') return emergency?.values.has(text) ? [{ kind: 'emergency' }] : [];
  if (use.kind === 'implied') return impliedGist(implications[use.implication], text);
  const reading = readings[use.reading];
  return reading === undefined ? [] : readingGist(bound, reading, use, text);
}

function impliedGist(implication: Implication | undefined, text: string): readonly Contribution[] {
  if (implication === undefined || !implication.test.values.has(text)) return [];
  return [...implication.answers].map(([question, value]) => ({ kind: 'implied', question, value }));
}

type ReadingUse = Exclude<SlotUse, { kind: 'ended' | 'emergency' | 'implied' }>;

function readingGist(bound: BoundMapping, reading: Reading, use: ReadingUse, text: string): Gist {
  const isUnclear = reading.unclear.has(text);
  switch (use.kind) {
    case 'cell':
      if (isUnclear || reading.kind !== 'cell') return [];
      return answerGist(use.reading, readAnswer(reading.cell, text, bound.bandStarts.get(reading.question) ?? []));
    case 'date':
      return isUnclear || reading.kind !== 'date' ? [] : dateGist(bound, reading.date, use, text);
    case 'options':
      return isUnclear ? openFlags(use.reading, use.flags) : flagsGist(use.reading, use.flags, text);
    case 'none':
      return isUnclear ? [] : noneGist(use.reading, use.flag, text);
    case 'asked':
      return use.test.values.has(text) ? [{ kind: 'asked', reading: use.reading }] : [];
    case 'cases':
      return casesGist(use.reading, use.tests, text);
    default:
      return use satisfies never;
  }
}

function answerGist(reading: number, said: CellSaid): Gist {
  if (said === undefined) return [];
  return typeof said === 'string' ? said : [{ kind: 'answer', reading, ...said }];
}

function dateGist(
  { today }: BoundMapping,
  date: DateReading,
  { reading, end }: Extract<ReadingUse, { kind: 'date' }>,
  text: string,
): Gist {
  const day = readDay(text, date.pattern);
  if (day === undefined) return 'not-a-date';
  return date.until === 'today' ? answerGist(reading, daysAnswer(date, day, today)) : [{ kind: end, reading, day }];
}

function flagsGist(reading: number, flags: readonly BoundFlag[], text: string): Gist {
  let yes = 0;
  let no = ALL_BITS;
  for (const { bit, flag } of flags) {
    if (flag.yes.has(text)) yes |= 1 << bit;
    else if (!flag.no.has(text)) return 'unknown-value';
    if (!flag.no.has(text)) no &= ~(1 << bit);
  }
  return [{ kind: 'options', reading, yes, no }];
}

/** A text that neither names nor denies what its column has a part in. */
function openFlags(reading: number, flags: readonly BoundFlag[]): readonly Contribution[] {
  const no = flags.reduce((bits, { bit }) => bits & ~(1 << bit), ALL_BITS);
  return [{ kind: 'options', reading, yes: 0, no }];
}

function noneGist(reading: number, flag: FlagReading, text: string): Gist {
  if (flag.yes.has(text)) return [{ kind: 'none', reading }];
  return flag.no.has(text) ? [] : 'unknown-value';
}

/** `undefined` stands for a missing text, which passes no test. */
function casesGist(
  reading: number,
  tests: readonly (ColumnTest | undefined)[],
  text: string | undefined,
): readonly Contribution[] {
  const allowed = tests.reduce(
    (bits, test, index) =>
      test === undefined || (text !== undefined && test.values.has(text)) ? bits | (1 << index) : bits,
    0,
  );
  return [{ kind: 'cases', reading, allowed }];
}
