/** The file of one journal: opened, read whole, and gone on with where it ends. */

import { closeSync, constants, fchmodSync, fstatSync, openSync, readSync } from 'node:fs';
import { errorCode } from './error-code.ts';
import { type LineWriter, lineWriter } from './line-writer.ts';
import type { SessionFault } from './session-fault.ts';
import { decodeUtf8 } from './utf8.ts';

/** In bytes. A call of an hour has some 30 KiB: this is no bound that a call could meet, but one for what is no journal. */
const LARGEST_JOURNAL = 64 * 1024 * 1024;

const OWNER_ONLY = 0o600;
const ANYBODY_ELSE = 0o077;
const { O_APPEND, O_CREAT, O_EXCL, O_RDONLY, O_RDWR } = constants;
/** Never follow a link; never wait for whoever would write into a pipe. Windows has neither. */
const AS_IT_IS = (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);
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

export interface Faulty {
  readonly ok: false;
  readonly fault: SessionFault;
}

/** Makes a journal that was not there before; where it was, the cause of the fault is EEXIST. */
export function createJournalFile(path: string): OpenJournal | Faulty {
  const file = opened(path, O_RDWR | O_CREAT | O_EXCL | O_APPEND);
  return typeof file === 'number' ? { ok: true, text: '', torn: false, writer: lineWriter(file, 0) } : file;
}

/** Opens a journal to go on with it. What was cut off stays until the first line is written in its place. */
export function openJournalFile(path: string): OpenJournal | Faulty {
  const file = opened(path, O_RDWR | O_APPEND);
  if (typeof file !== 'number') return file;
  const read = readFrom(file);
  if (read.ok) return { ok: true, text: read.text, torn: read.torn, writer: lineWriter(file, read.length) };
  closeSync(file);
  return read;
}

/** Reads a journal as it is on disk, be it open elsewhere or not. */
export function readJournalFile(path: string): JournalText | Faulty {
  const file = opened(path, O_RDONLY);
  if (typeof file !== 'number') return file;
  const read = readFrom(file);
  closeSync(file);
  return read.ok ? { ok: true, text: read.text, torn: read.torn } : read;
}

function opened(path: string, flags: number): number | Faulty {
  let file: number | undefined;
  try {
    file = openSync(path, flags | AS_IT_IS, OWNER_ONLY);
    const { mode } = fstatSync(file);
    if ((mode & constants.S_IFMT) !== constants.S_IFREG) return shut(file, { kind: 'not-a-file' });
    if ((mode & ANYBODY_ELSE) !== 0) fchmodSync(file, OWNER_ONLY);
    return file;
  } catch (error) {
    return shut(file, faultOf(error));
  }
}

function shut(file: number | undefined, fault: SessionFault): Faulty {
  if (file !== undefined) closeSync(file);
  return { ok: false, fault };
}

/** ELOOP: a symbolic link. EISDIR, ENXIO: a folder, or a pipe or device, opened for writing. */
function faultOf(error: unknown): SessionFault {
  const cause = errorCode(error);
  if (cause === 'ENOENT') return { kind: 'missing' };
  return ['ELOOP', 'EISDIR', 'ENXIO'].includes(cause) ? { kind: 'not-a-file' } : { kind: 'failed', cause };
}

/** The whole lines of a file, and where in it they end. */
function readFrom(file: number): (JournalText & { readonly length: number }) | Faulty {
  try {
    const { size } = fstatSync(file);
    if (size > LARGEST_JOURNAL) return { ok: false, fault: { kind: 'too-large', limit: LARGEST_JOURNAL } };
    const bytes = readUpTo(file, size);
    const length = wholeLength(bytes);
    const whole = bytes.subarray(0, length);
    const decoded = decodeUtf8(whole);
    if (!decoded.ok) return { ok: false, fault: { kind: 'not-utf8', line: lineAt(whole, decoded.offset) } };
    return { ok: true, text: decoded.text, torn: length < bytes.length, length };
  } catch (error) {
    return { ok: false, fault: faultOf(error) };
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
