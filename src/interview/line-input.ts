/** Reads a typed line as what a counselor does on a screen: the line mode's counterpart of keys. */

import { folded } from './folded.ts';
import { type Complaint, type HelpWanted, lineCommand } from './line-commands.ts';
import { type Found, findOption } from './line-option.ts';
import type { Field, Input, Screen } from './screen.ts';
import { callWordsIn, type Words } from './words/words.ts';

type LineWords = Words['lines'];

/** What a typed line does on a screen, or what it lacks. */
export function lineInput(screen: Screen, line: string): Input | HelpWanted | Complaint {
  const text = line.trim();
  if (text === '!') return { kind: 'command', command: 'emergency' };
  if (text.startsWith('/') && !text.startsWith('//')) return lineCommand(screen, text);
  const words = callWordsIn(screen.language).lines;
  if (text === '') return emptyLine(screen.field, words);
  // Where a slip could cost most, nothing is completed.
  return answer(screen.field, text.replace(/^\/\//, '/'), { isExact: screen.isFresh || screen.isAlarm, words });
}

/** How a line is read: whether nothing is completed, and in which language it is complained about. */
interface Reading {
  readonly isExact: boolean;
  readonly words: LineWords;
}

function emptyLine(field: Field, words: LineWords): Input | Complaint {
  if (field.kept !== undefined) return { kind: 'kept' };
  return field.kind === 'line' && field.of === 'note' ? { kind: 'typed', text: '' } : { complaint: words.nothingTyped };
}

function answer(field: Field, text: string, reading: Reading): Input | Complaint {
  switch (field.kind) {
    case 'line':
      return { kind: 'typed', text };
    case 'one': {
      const found = findOption(field.options, text, reading.isExact);
      return 'id' in found ? { kind: 'chose', id: found.id } : { complaint: complaintOf(found, reading.words) };
    }
    case 'some':
      return ticks(field, text, reading);
    default:
      return field satisfies never;
  }
}

const NUMBERS = /^\d+\??([\s,;]+\d+\??)*[\s,;]*$/;

type Some = Extract<Field, { kind: 'some' }>;

interface Tick {
  readonly id: string;
  readonly isUnsure: boolean;
}

/** Numbers with or without commas, or else the whole line as one option, or else its parts between commas. */
function ticks(field: Some, text: string, reading: Reading): Input | Complaint {
  if (isNone(field, text)) return { kind: 'ticked', ids: [], unsure: [] };
  // Words are not taken one by one: of `no alcohol` only `alcohol` might be understood.
  if (NUMBERS.test(text)) return tickAll(field, partsOf(text, /[\s,;]+/), reading);
  const whole = tickAll(field, [text], reading);
  return 'complaint' in whole ? tickAll(field, partsOf(text, /[,;]/), reading) : whole;
}

function partsOf(text: string, between: RegExp): readonly string[] {
  return text
    .split(between)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

function tickAll(field: Some, parts: readonly string[], reading: Reading): Input | Complaint {
  const { words } = reading;
  const read: Tick[] = [];
  for (const part of parts) {
    if (isNone(field, part)) return { complaint: words.standsAlone(field.none) };
    const tick = tickOf(field, part, reading);
    if ('complaint' in tick) return tick;
    read.push(tick);
  }
  const ids = new Set(read.filter(({ isUnsure }) => !isUnsure).map(({ id }) => id));
  const unsure = new Set(read.filter(({ isUnsure }) => isUnsure).map(({ id }) => id));
  if ([...ids].some((id) => unsure.has(id))) return { complaint: words.saidAndUnsure };
  if (ids.size + unsure.size === 0) return { complaint: words.nothingTyped };
  const inOrder = (set: ReadonlySet<string>): readonly string[] =>
    field.options.map(({ id }) => id).filter((id) => set.has(id));
  return { kind: 'ticked', ids: inOrder(ids), unsure: inOrder(unsure) };
}

/** An option, unsure where a question mark stands behind it and does not belong to its label. */
function tickOf({ options }: Some, part: string, { isExact, words }: Reading): Tick | Complaint {
  const found = findOption(options, part, isExact);
  if ('id' in found) return { id: found.id, isUnsure: false };
  if (!part.endsWith('?')) return { complaint: complaintOf(found, words) };
  const unsure = findOption(options, part.slice(0, -1).trim(), isExact);
  return 'id' in unsure ? { id: unsure.id, isUnsure: true } : { complaint: complaintOf(unsure, words) };
}

function isNone({ none, options }: Some, text: string): boolean {
  const typed = folded(text);
  if (text === '0' || typed === folded(none)) return true;
  return NONE.has(typed) && !options.some(({ id }) => id === 'none');
}

const NONE: ReadonlySet<string> = new Set(['none', 'ninguna', 'ninguno']);

function complaintOf(found: Exclude<Found, { id: string }>, words: LineWords): string {
  if (found.several.length === 0) return words.noOption;
  const labels = found.several.map((label) => `\`${label}\``).join(', ');
  return words.severalOptions(labels);
}
