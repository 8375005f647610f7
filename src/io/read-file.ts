/** Reading files as text, bounded and strict. */

import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import type { FileFault, FileText } from '../problems/file-fault.ts';
import { errorCode } from './error-code.ts';
import { sha256Of } from './sha256.ts';
import { decodeUtf8 } from './utf8.ts';

/** No file that a person writes for this program is anywhere near this large. */
export const LARGEST_FILE = 1024 * 1024;

type Bytes = { readonly ok: true; readonly bytes: Buffer } | { readonly ok: false; readonly fault: FileFault };

/** Reads a file as UTF-8 text with its hash; whatever stands in the way comes back as a value. */
export function readFileText(path: string, limit: number = LARGEST_FILE): FileText {
  const read = readBytes(path, limit);
  return read.ok ? textOf(read.bytes) : read;
}

/** The hash of a file, whatever it holds. */
export function readFileHash(
  path: string,
  limit: number,
): { readonly ok: true; readonly sha256: string } | Extract<FileText, { ok: false }> {
  const read = readBytes(path, limit);
  return read.ok ? { ok: true, sha256: sha256Of(read.bytes) } : read;
}

/** Decodes bytes as UTF-8 text with their hash. */
export function textOf(bytes: Buffer): FileText {
  const decoded = decodeUtf8(bytes);
  if (!decoded.ok) return { ok: false, fault: { kind: 'not-utf8', offset: decoded.offset } };
  return { ok: true, text: decoded.text, sha256: sha256Of(bytes) };
}

function readBytes(path: string, limit: number): Bytes {
  let file: number | undefined;
  try {
    file = openSync(path, 'r');
    if (fstatSync(file).isDirectory()) return { ok: false, fault: { kind: 'directory' } };
    const bytes = readUpTo(file, limit + 1);
    return bytes.length > limit ? { ok: false, fault: { kind: 'too-large', limit } } : { ok: true, bytes };
  } catch (error) {
    return { ok: false, fault: faultOf(error) };
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

/** Reads on until the end or the bound: the size that a file claims is no bound for a pipe, a device or a growing file. */
function readUpTo(file: number, bound: number): Buffer {
  const chunks: Buffer[] = [];
  let total = 0;
  while (total < bound) {
    const chunk = Buffer.allocUnsafe(Math.min(65_536, bound - total));
    const count = readSync(file, chunk, 0, chunk.length, null);
    if (count === 0) break;
    chunks.push(chunk.subarray(0, count));
    total += count;
  }
  return Buffer.concat(chunks, total);
}

/** What a failed system call says about the file. */
export function faultOf(error: unknown): FileFault {
  const code = errorCode(error);
  if (code === 'ENOENT' || code === 'ENOTDIR') return { kind: 'missing' };
  if (code === 'EISDIR') return { kind: 'directory' };
  return { kind: 'unreadable', cause: code };
}
