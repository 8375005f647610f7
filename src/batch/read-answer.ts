/** One column, one answer: what a folded text says to a question. */

import { bandOf } from '../callers/encoding.ts';
import type { FactValue } from '../conditions/model.ts';
import { type Grid, isOnGrid } from '../conditions/number-test.ts';
import { foldText } from './fold-text.ts';
import type { CellReading, RangesByText } from './mapping.ts';
import type { RejectCode } from './reject-codes.ts';

/** An answer with the options that stay unknown. */
export interface CellAnswer {
  readonly value: FactValue;
  readonly unknownOptions: readonly string[];
}

/** An answer, nothing, or why the text cannot be read. */
export type CellSaid = CellAnswer | undefined | RejectCode;

/** Whole numbers in decimal digits: no sign but a minus, no separators, no exponents, no other script's digits. */
const WHOLE = /^-?[0-9]+$/;

/** Reads a folded text that is not missing; `starts` are those of the question's bands, none where it is one band. */
export function readAnswer(cell: CellReading, text: string, starts: readonly number[]): CellSaid {
  switch (cell.kind) {
    case 'values':
      return readValue(cell.values, text);
    case 'number': {
      const range = cell.ranges.get(text);
      return range === undefined ? readNumber(cell.grid, text) : readRange(range, starts);
    }
    case 'ranges':
      return readCode(cell.ranges, text, starts);
    case 'bands':
      return readBand(cell.bands, text);
    case 'list':
      return readList(cell, text);
    default:
      return cell satisfies never;
  }
}

/** A number on the grid of its question, or why there is none. */
export function gridAnswer(number: number, grid: Grid): CellAnswer | RejectCode {
  return isOnGrid(number, grid) ? answered(number) : 'out-of-range';
}

function answered(value: FactValue): CellAnswer {
  return { value, unknownOptions: [] };
}

function readValue(values: ReadonlyMap<string, string>, text: string): CellSaid {
  const value = values.get(text);
  return value === undefined ? 'unknown-value' : answered(value);
}

/** Any number of the range may be meant, so that it is an answer only where all of them are the same to the rules. */
function readRange([from, to]: readonly [number, number], starts: readonly number[]): CellSaid {
  return bandOf(starts, from) === bandOf(starts, to) ? answered(from) : undefined;
}

function readCode(ranges: RangesByText, text: string, starts: readonly number[]): CellSaid {
  const range = ranges.get(text);
  return range === undefined ? 'unknown-value' : readRange(range, starts);
}

function readNumber(grid: Grid, text: string): CellSaid {
  const number = numberIn(text);
  return number === undefined ? 'not-a-number' : gridAnswer(number, grid);
}

function readBand(bands: Extract<CellReading, { kind: 'bands' }>['bands'], text: string): CellSaid {
  const number = numberIn(text);
  if (number === undefined) return 'not-a-number';
  const band = bands.find(({ from, to }) => number >= from && number <= to);
  return band === undefined ? 'out-of-range' : answered(band.answer);
}

function numberIn(text: string): number | undefined {
  return WHOLE.test(text) ? Number(text) + 0 : undefined; // + 0: `-0` is 0
}

type List = Extract<CellReading, { kind: 'list' }>;

/** What one entry of a list says: that nothing is so, that an option is, or that it may be. */
type Entry = { readonly kind: 'none' } | { readonly kind: 'named' | 'unsure'; readonly option: string };

/** Empty entries are no entries; a list in which nothing is named or denied leaves the question open. */
function readList(list: List, text: string): CellSaid {
  const entries: Entry[] = [];
  for (const piece of text.split(list.separator).map(foldText)) {
    if (piece === '') continue;
    const entry = entryOf(list, piece);
    if (entry === undefined) return 'unknown-value';
    entries.push(entry);
  }
  const named = optionsOf(entries, 'named');
  const unsure = optionsOf(entries, 'unsure');
  const isNone = entries.some(({ kind }) => kind === 'none');
  if (isNone && named.length > 0) return 'none-and-some';
  if (named.some((option) => unsure.includes(option))) return 'conflicting-answers';
  const unknownOptions = [...unsure, ...unnamed(list)];
  const isAnswer = named.length > 0 || (isNone && unknownOptions.length < list.options.length);
  return isAnswer ? { value: named, unknownOptions } : undefined;
}

/** Options that no text stands for: that they are not mentioned says nothing. */
function unnamed({ options, values }: List): readonly string[] {
  const known = new Set(values.values());
  return options.filter((option) => !known.has(option));
}

function optionsOf(entries: readonly Entry[], kind: 'named' | 'unsure'): readonly string[] {
  return [...new Set(entries.flatMap((entry) => (entry.kind === kind ? [entry.option] : [])))];
}

function entryOf({ values, none, unsure }: List, piece: string): Entry | undefined {
  if (none.has(piece)) return { kind: 'none' };
  const option = values.get(piece);
  if (option !== undefined) return { kind: 'named', option };
  if (unsure === undefined || !piece.endsWith(unsure)) return undefined;
  const doubtful = values.get(foldText(piece.slice(0, -unsure.length)));
  return doubtful === undefined ? undefined : { kind: 'unsure', option: doubtful };
}
