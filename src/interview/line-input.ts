/** Reads a typed line as what a counselor does on a screen: the line mode's counterpart of keys. */

import { type Complaint, type HelpWanted, lineCommand } from './line-commands.ts';
import { type Found, findOption } from './line-option.ts';
import type { Field, Input, Screen } from './screen.ts';

const NOTHING_TYPED = 'type an answer, `/unsure` or `/declined`; `/help` lists what else can be typed';

/** What a typed line does on a screen, or what it lacks. */
export function lineInput(screen: Screen, line: string): Input | HelpWanted | Complaint {
  const text = line.trim();
  if (text === '!') return { kind: 'command', command: 'emergency' };
  if (text.startsWith('/') && !text.startsWith('//')) return lineCommand(screen, text);
  if (text === '') return emptyLine(screen.field);
  // Where a slip could cost most, nothing is completed.
  return answer(screen.field, text.replace(/^\/\//, '/'), screen.isFresh || screen.isAlarm);
}

function emptyLine(field: Field): Input | Complaint {
  if (field.kept !== undefined) return { kind: 'kept' };
  return field.kind === 'line' && field.of === 'note' ? { kind: 'typed', text: '' } : { complaint: NOTHING_TYPED };
}

function answer(field: Field, text: string, isExact: boolean): Input | Complaint {
  switch (field.kind) {
    case 'line':
      return { kind: 'typed', text };
    case 'one': {
      const found = findOption(field.options, text, isExact);
      return 'id' in found ? { kind: 'chose', id: found.id } : { complaint: complaintOf(found) };
    }
    case 'some':
      return ticks(field, text, isExact);
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
function ticks(field: Some, text: string, isExact: boolean): Input | Complaint {
  if (isNone(field, text)) return { kind: 'ticked', ids: [], unsure: [] };
  // Words are not taken one by one: of `no alcohol` only `alcohol` might be understood.
  if (NUMBERS.test(text)) return tickAll(field, partsOf(text, /[\s,;]+/), isExact);
  const whole = tickAll(field, [text], isExact);
  return 'complaint' in whole ? tickAll(field, partsOf(text, /[,;]/), isExact) : whole;
}

function partsOf(text: string, between: RegExp): readonly string[] {
  return text
    .split(between)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

function tickAll(field: Some, parts: readonly string[], isExact: boolean): Input | Complaint {
  const read: Tick[] = [];
  for (const part of parts) {
    if (isNone(field, part)) return { complaint: `\`${field.none}\` can only stand alone` };
    const tick = tickOf(field, part, isExact);
    if ('complaint' in tick) return tick;
    read.push(tick);
  }
  const ids = new Set(read.filter(({ isUnsure }) => !isUnsure).map(({ id }) => id));
  const unsure = new Set(read.filter(({ isUnsure }) => isUnsure).map(({ id }) => id));
  if ([...ids].some((id) => unsure.has(id))) return { complaint: 'an option was said, and unsure too' };
  if (ids.size + unsure.size === 0) return { complaint: NOTHING_TYPED };
  const inOrder = (set: ReadonlySet<string>): readonly string[] =>
    field.options.map(({ id }) => id).filter((id) => set.has(id));
  return { kind: 'ticked', ids: inOrder(ids), unsure: inOrder(unsure) };
}

/** An option, unsure where a question mark stands behind it and does not belong to its label. */
function tickOf({ options }: Some, part: string, isExact: boolean): Tick | Complaint {
  const found = findOption(options, part, isExact);
  if ('id' in found) return { id: found.id, isUnsure: false };
  if (!part.endsWith('?')) return { complaint: complaintOf(found) };
  const unsure = findOption(options, part.slice(0, -1).trim(), isExact);
  return 'id' in unsure ? { id: unsure.id, isUnsure: true } : { complaint: complaintOf(unsure) };
}

function isNone({ none, options }: Some, text: string): boolean {
  const typed = text.toLowerCase();
  if (text === '0' || typed === none.toLowerCase()) return true;
  return typed === 'none' && !options.some(({ id }) => id === 'none');
}

function complaintOf(found: Exclude<Found, { id: string }>): string {
  if (found.several.length === 0) return 'that is none of the options; type the number of one';
  const labels = found.several.map((label) => `\`${label}\``).join(', ');
  return `that could be ${labels}; type the number of one`;
}
