/** A journal's text → its header and events, or why it is none. Problems name lines and never what stands in them. */

import type { ProblemCode } from '../problems/codes.ts';
import { failed } from '../problems/outcome.ts';
import type { Outcome, Problem } from '../problems/problem.ts';
import { fitsShape, isCallEvent, isMap, isText, optional } from './event-shape.ts';
import { instantOf } from './instant.ts';
import { type ContentVersion, JOURNAL_FORMAT, type Journal, type JournalEntry, type JournalHeader } from './journal.ts';

/** A damaged disk leaves many bad lines: the first few say enough. */
const MOST_PROBLEMS = 10;

/** Something wrong with a line, counted from 1. */
interface Fault {
  readonly line: number;
  readonly code: ProblemCode;
  readonly message: string;
  readonly remedy: string;
}

type Read<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly fault: Omit<Fault, 'line'> };

/**
 * Reads a journal. A last line without an end, or one that is no JSON, was being written when the power or the program went:
 * it was never acknowledged and is left out. Anything wrong before it is a problem.
 */
export function readJournal(text: string, file: string): Outcome<Journal> {
  const { lines, torn } = wholeLines(text);
  const [first, ...rest] = lines;
  if (first === undefined) return failed([problemOf({ line: 1, ...NO_CALL }, file)]);
  const header = readHeader(first);
  if (!header.ok) return failed([problemOf({ line: 1, ...header.fault }, file)]);
  const entries: JournalEntry[] = [];
  const faults: Fault[] = [];
  for (const [index, one] of rest.entries()) {
    const entry = readEntry(one, index + 1);
    if (entry.ok) entries.push(entry.value);
    else faults.push({ line: index + 2, ...entry.fault });
    if (faults.length === MOST_PROBLEMS) break;
  }
  if (faults.length > 0) return failed(faults.map((fault) => problemOf(fault, file)));
  return { ok: true, value: { header: header.value, entries, torn }, problems: [] };
}

/** Reads the first line of a journal, without its end. */
export function readHeader(line: string): Read<JournalHeader> {
  const value = parsed(line);
  if (!isMap(value) || !isText(value.format)) return { ok: false, fault: NO_JOURNAL };
  if (value.format !== JOURNAL_FORMAT) return { ok: false, fault: otherFormat(value.format) };
  return isHeader(value) ? { ok: true, value: headerOf(value) } : { ok: false, fault: NO_JOURNAL };
}

/** The lines that were written to their end. */
function wholeLines(text: string): { readonly lines: readonly string[]; readonly torn: boolean } {
  const lines = text.split('\n');
  const rest = lines.pop();
  const last = lines.at(-1);
  if (last === undefined || parsed(last) !== undefined) return { lines, torn: rest !== '' };
  return { lines: lines.slice(0, -1), torn: true };
}

function readEntry(line: string, n: number): Read<JournalEntry> {
  const value = parsed(line);
  if (value === undefined) return { ok: false, fault: NO_JSON };
  if (!isEntry(value)) return { ok: false, fault: NO_ENTRY };
  if (value.n !== n) return { ok: false, fault: { ...GAP, message: `entry ${n} should stand here, and does not` } };
  return { ok: true, value: { n, at: instantOf(value.at) ?? 0, event: value.event } };
}

/** What a line says as JSON; undefined where it is none. */
function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

type Written<T, Key extends keyof T> = Omit<T, Key> & { readonly [One in Key]: string };

function isHeader(value: unknown): value is Written<JournalHeader, 'startedAt'> & { readonly format: string } {
  return fitsShape(value, {
    format: isText,
    id: isText,
    startedAt: isInstant,
    questionnaire: isContentVersion,
    policy: isContentVersion,
    brief: (one) => typeof one === 'boolean',
    language: isText,
    directory: optional((one) => isText(one) || (Array.isArray(one) && one.length > 0 && one.every(isText))),
  } satisfies Readonly<Record<keyof JournalHeader | 'format', (value: unknown) => boolean>>);
}

function headerOf({
  format: _,
  startedAt,
  ...rest
}: Written<JournalHeader, 'startedAt'> & { readonly format: string }): JournalHeader {
  return { ...rest, startedAt: instantOf(startedAt) ?? 0 };
}

function isEntry(value: unknown): value is Written<JournalEntry, 'at'> {
  return fitsShape(value, { n: Number.isSafeInteger, at: isInstant, event: isCallEvent });
}

function isInstant(value: unknown): boolean {
  return isText(value) && instantOf(value) !== undefined;
}

function isContentVersion(value: unknown): value is ContentVersion {
  return fitsShape(value, { id: isText, version: isText, hash: isText });
}

const LOST = 'restore the file from a backup, or erase the call';

const NO_CALL = {
  code: 'journal-damaged',
  message: 'the file ends before its first line does, so that it holds no call',
  remedy: LOST,
} as const;

const NO_JOURNAL = {
  code: 'journal-damaged',
  message: 'this is not the first line of a journal',
  remedy: LOST,
} as const;
const NO_JSON = { code: 'journal-damaged', message: 'the line is no JSON', remedy: LOST } as const;
const NO_ENTRY = { code: 'journal-damaged', message: 'the line is no event of a call', remedy: LOST } as const;
const GAP = { code: 'journal-damaged', remedy: LOST } as const;

function otherFormat(format: string): Omit<Fault, 'line'> {
  return /^intakeline\/journal\/\d+$/.test(format)
    ? {
        code: 'journal-version',
        message: 'the journal was written by another version of this program',
        remedy: 'open it with the version that wrote it, or a later one',
      }
    : NO_JOURNAL;
}

function problemOf({ line, ...fault }: Fault, file: string): Problem {
  return { ...fault, severity: 'error', file, position: { line, column: 1, length: 1 }, excerpt: undefined };
}
