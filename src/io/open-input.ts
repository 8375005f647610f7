/** Opening what is to be read: a file, a pipe, standard input; packed by gzip or not. */

import { close, closeSync, constants, fstatSync, openSync, read, type Stats, statSync } from 'node:fs';
import { Socket } from 'node:net';
import { addAbortSignal, type Readable } from 'node:stream';
import { promisify } from 'node:util';
import { BrokenInput, type InputFault } from './broken-input.ts';
import { type ByteSource, fromChunks, prefixed, readFully } from './byte-source.ts';
import { errorCode } from './error-code.ts';
import { GZIP_MAGIC, gunzipped } from './gunzipped.ts';

const STANDARD_INPUT = 0;

const readBytes = promisify(read);

/** An input with what was found out about it. */
export interface OpenInput {
  readonly source: ByteSource;
  readonly isPacked: boolean;
}

/**
 * Opens a file, or standard input where the path is `-`, and unpacks it where its first bytes are those of gzip. The signal breaks
 * off waiting for a pipe. Throws `BrokenInput`.
 */
export async function openInput(path: string, signal?: AbortSignal): Promise<OpenInput> {
  const raw = path === '-' ? standardInput(signal) : openPath(path, signal);
  try {
    const magic = new Uint8Array(GZIP_MAGIC.length);
    const count = await readFully(raw, magic);
    const source = prefixed(magic.subarray(0, count), raw);
    const isPacked = GZIP_MAGIC.every((byte, index) => magic[index] === byte);
    return { source: isPacked ? gunzipped(source) : source, isPacked };
  } catch (error) {
    raw.close();
    throw error;
  }
}

/**
 * The size of a file; undefined for a pipe, for standard input that is none, and where there is nothing. A pipe is not opened for
 * this: its writer would take that for the reader, and be gone when the reader comes.
 */
export function sizeOf(path: string): number | undefined {
  try {
    const stats = path === '-' ? fstatSync(STANDARD_INPUT) : statSync(path);
    return stats.isFile() ? stats.size : undefined;
  } catch {
    return undefined;
  }
}

/** Without waiting for whoever would write into a named pipe. Windows has no such flag. */
const READ_AT_ONCE = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

function openPath(path: string, signal: AbortSignal | undefined): ByteSource {
  try {
    const file = openSync(path, READ_AT_ONCE);
    const stats = fstatSync(file);
    if (stats.isDirectory()) return refuse(file, { kind: 'directory' });
    // A pipe is waited for by the event loop: a thread that waits for it could not be stopped.
    if (stats.isFIFO() || stats.isSocket())
      return streamed(new Socket({ fd: file, readable: true, writable: false }), signal);
    return fileSource(file, stats, () => close(file));
  } catch (error) {
    if (error instanceof BrokenInput) throw error;
    const cause = errorCode(error);
    if (cause === 'ENOENT' || cause === 'ENOTDIR') throw new BrokenInput({ kind: 'missing' });
    throw new BrokenInput({ kind: 'unreadable', cause });
  }
}

function refuse(file: number, fault: InputFault): never {
  closeSync(file);
  throw new BrokenInput(fault);
}

function standardInput(signal: AbortSignal | undefined): ByteSource {
  const stats = fstatSync(STANDARD_INPUT);
  if (stats.isDirectory()) throw new BrokenInput({ kind: 'directory' });
  return stats.isFile() ? fileSource(STANDARD_INPUT, stats, () => {}) : streamed(process.stdin, signal);
}

/** A file must be at the end as it was at the beginning: what changes while it is read is scored half old, half new. */
function fileSource(file: number, before: Stats, release: () => void): ByteSource {
  let taken = 0;
  let reading: Promise<unknown> = Promise.resolve();
  let isOpen = true;
  const check = (): void => {
    const after = fstatSync(file);
    if (after.size !== before.size || after.mtimeMs !== before.mtimeMs) throw new BrokenInput({ kind: 'changed' });
  };
  const readOnce = async (into: Uint8Array): Promise<number> => {
    try {
      const { bytesRead } = await readBytes(file, into, 0, into.length, null);
      taken += bytesRead;
      if (bytesRead === 0 && isOpen && before.isFile()) check();
      return bytesRead;
    } catch (error) {
      throw error instanceof BrokenInput ? error : cutShort(error, taken);
    }
  };
  return {
    read: (into) => {
      if (!isOpen) return Promise.resolve(0); // whoever closed it knows that this is not the end
      const doing = readOnce(into);
      reading = doing.catch(() => {});
      return doing;
    },
    taken: () => taken,
    size: before.isFile() ? before.size : undefined,
    close: () => {
      if (!isOpen) return;
      isOpen = false;
      void reading.then(release); // closed under a read, the number of the file might be another's already
    },
  };
}

function streamed(stream: Readable, signal: AbortSignal | undefined): ByteSource {
  let taken = 0;
  if (signal !== undefined) addAbortSignal(signal, stream);
  const chunks = stream[Symbol.asyncIterator]();
  const next = async (): Promise<Uint8Array | undefined> => {
    try {
      const result = await chunks.next();
      if (result.done === true) return undefined;
      const chunk: Uint8Array = result.value;
      taken += chunk.length;
      return chunk;
    } catch (error) {
      throw cutShort(error, taken);
    }
  };
  return fromChunks(next, { taken: () => taken, size: undefined, close: () => stream.destroy() });
}

function cutShort(error: unknown, offset: number): BrokenInput {
  return new BrokenInput({ kind: 'cut-short', cause: errorCode(error), offset });
}
