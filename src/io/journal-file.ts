/** The file of one journal: opened, read whole, and gone on with where it ends. */

import { closeSync, constants, fstatSync, readSync } from 'node:fs';
import { errorCode } from './error-code.ts';
import { LARGEST_JOURNAL } from './largest-journal.ts';
import { type LineWriter, lineWriter } from './line-writer.ts';
import { createOwnFile, openOwnFile } from './own-file.ts';
import type { Faulty } from './session-fault.ts';
import { decodeUtf8 } from './utf8.ts';

const LINE_END = 0x0a;

export interface JournalText {
  readonly ok: true;
  /** The whole lines; what was being written when the power or the program went is left out. */
  readonly text: string;
  readonly torn: boolean;
}

export interface OpenJournal extends JournalText {
  readonly writer: LineWriter;
}

/** Makes a journal that was not there before; where it was, the cause of the fault is EEXIST. */
export function createJournalFile(path: string): OpenJournal | Faulty {
  const file = createOwnFile(path);
  if (typeof file !== 'number') return file;
  return { ok: true, text: '', torn: false, writer: lineWriter({ path, file, lines: Buffer.alloc(0) }) };
}

/** Opens a journal to go on with it. What was cut off stays until the first line is written in its place. */
export function openJournalFile(path: string): OpenJournal | Faulty {
  const file = openOwnFile(path, constants.O_RDWR | constants.O_APPEND);
  if (typeof file !== 'number') return file;
  const read = readFrom(file);
  if (read.ok) {
    const { text, torn, lines } = read;
    return { ok: true, text, torn, writer: lineWriter({ path, file, lines }) };
  }
  closeSync(file);
  return read;
}

/** Reads a journal as it is on disk, be it open elsewhere or not. */
export function readJournalFile(path: string): JournalText | Faulty {
  const file = openOwnFile(path, constants.O_RDONLY);
  if (typeof file !== 'number') return file;
  const read = readFrom(file);
  closeSync(file);
  return read.ok ? { ok: true, text: read.text, torn: read.torn } : read;
}

/** The whole lines of a file, as text and as they stand. */
function readFrom(file: number): (JournalText & { readonly lines: Buffer }) | Faulty {
  try {
    const { size } = fstatSync(file);
    if (size > LARGEST_JOURNAL) return { ok: false, fault: { kind: 'too-large', limit: LARGEST_JOURNAL } };
    const bytes = readUpTo(file, size);
    const length = wholeLength(bytes);
    const whole = bytes.subarray(0, length);
    const decoded = decodeUtf8(whole);
    if (!decoded.ok) return { ok: false, fault: { kind: 'not-utf8', line: lineAt(whole, decoded.offset) } };
    return { ok: true, text: decoded.text, torn: length < bytes.length, lines: whole };
  } catch (error) {
    return { ok: false, fault: { kind: 'failed', cause: errorCode(error) } };
  }
}

/** What is appended meanwhile by whoever has it open belongs to a later reading. */
function readUpTo(file: number, size: number): Buffer {
  const bytes = Buffer.allocUnsafe(size);
  let total = 0;
  while (total < size) {
    const count = readSync(file, bytes, total, size - total, total);
    if (count === 0) break;
    total += count;
  }
  return bytes.subarray(0, total);
}

/**
 * Up to the end of the last line that is whole: one without an end, or one that is no JSON (a power cut can leave zeros where
 * it stood), was never acknowledged. Only the last one can be so; interview/read-journal.ts reports any other.
 */
function wholeLength(bytes: Buffer): number {
  const end = bytes.lastIndexOf(LINE_END) + 1;
  const start = end < 2 ? 0 : bytes.lastIndexOf(LINE_END, end - 2) + 1;
  return isJson(bytes.toString('utf8', start, end)) ? end : start;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
}

function lineAt(bytes: Buffer, offset: number): number {
  return bytes.subarray(0, offset).filter((byte) => byte === LINE_END).length + 1;
}
