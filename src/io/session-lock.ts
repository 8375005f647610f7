/** One process at a time writes a session: whoever does holds a lock file beside it. */

import { randomUUID } from 'node:crypto';
import {
  linkSync,
  lstatSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  symlinkSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { errorCode } from './error-code.ts';
import { mayRun, ownProcess, type PlacedProcess } from './running-process.ts';
import type { SessionFault } from './session-fault.ts';

export type Taken =
  | { readonly ok: true; readonly release: () => void }
  | { readonly ok: false; readonly fault: SessionFault };

interface Lock {
  readonly path: string;
  readonly number: number;
  /** Undefined where the file does not say: a lock is whole from its first moment, so that only a power cut leaves such a one. */
  readonly holder: PlacedProcess | undefined;
}

/**
 * Takes the lock of a session, or says who has it. The lock of a process that has ended is not removed and taken, between
 * which somebody else could do the same, but followed by one with the next number, which only one process can create.
 *
 * A lock is a symbolic link that leads nowhere and says who holds it. Like a hard link it is whole from its first moment and
 * made by one process only; but it needs no room on a full disk, where calls have to be resumed and erased all the same.
 *
 * Invariant: whoever holds the lock has made it first and looked for others afterwards. Of two processes that both made
 * one, the later one to look sees the other's, whatever their numbers; so that two never hold it.
 */
export function takeLock(folder: string, id: string): Taken {
  const text = textOf(ownProcess());
  try {
    for (;;) {
      const before = locksOf(folder, id);
      const held = before.find(isHeld);
      if (held !== undefined) return inUse(held);
      const path = join(folder, `${id}.lock-${Math.max(0, ...before.map((lock) => lock.number)) + 1}`);
      if (!made(path, text)) continue; // somebody was quicker: who?
      const rival = locksOf(folder, id).find((lock) => lock.path !== path && isHeld(lock));
      if (rival === undefined) {
        for (const stale of before) remove(stale.path);
        return { ok: true, release: () => remove(path) };
      }
      remove(path);
      return inUse(rival);
    }
  } catch (error) {
    return { ok: false, fault: { kind: 'failed', cause: errorCode(error) } };
  }
}

/** What cannot be removed does no harm: once its process has ended, it says so. */
function remove(path: string): void {
  try {
    unlinkSync(path);
  } catch (error) {
    errorCode(error);
  }
}

/** What a system says that has no symbolic links, or lets not everybody make them, as Windows. */
const WITHOUT_LINKS = ['EPERM', 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP', 'EINVAL'];

/** Makes a lock, unless its name is taken. */
function made(path: string, text: string): boolean {
  try {
    return isNew(() => symlinkSync(text, path));
  } catch (error) {
    if (WITHOUT_LINKS.includes(errorCode(error))) return madeAsFile(path, text);
    throw error;
  }
}

/** Gives a whole file its name in one step. */
function madeAsFile(path: string, text: string): boolean {
  const prepared = `${path}-${randomUUID()}.tmp`;
  try {
    writeFileSync(prepared, text, { flag: 'wx', mode: 0o600 });
    return isNew(() => linkSync(prepared, path));
  } finally {
    remove(prepared);
  }
}

function isNew(make: () => void): boolean {
  try {
    make();
    return true;
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false;
    throw error;
  }
}

function inUse({ path, holder }: Lock): Taken {
  return { ok: false, fault: { kind: 'in-use', pid: holder?.pid ?? 0, host: holder?.host ?? '', lock: path } };
}

function isHeld({ holder }: Lock): boolean {
  return holder !== undefined && mayRun(holder);
}

function locksOf(folder: string, id: string): readonly Lock[] {
  const start = `${id}.lock-`;
  return readdirSync(folder).flatMap((name): readonly Lock[] => {
    const number = name.startsWith(start) ? Number(name.slice(start.length)) : 0;
    if (!Number.isSafeInteger(number) || number < 1) return [];
    const path = join(folder, name);
    const text = readLock(path);
    return text === undefined ? [] : [{ path, number, holder: holderIn(text) }];
  });
}

/** No lock is larger, in bytes; and whoever would wait for a pipe would wait for ever. */
const LARGEST_LOCK = 4096;

/** Undefined where the lock was released in the meantime. */
function readLock(path: string): string | undefined {
  try {
    const found = lstatSync(path);
    if (found.isSymbolicLink()) return readlinkSync(path);
    return found.isFile() && found.size <= LARGEST_LOCK ? readFileSync(path, 'utf8') : '';
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw error;
  }
}

/** `pid@host`, with the start and the place of the process where the system tells them: `pid.start.namespace.boot@host`. */
function textOf({ pid, start, place, host }: PlacedProcess): string {
  const when = start === undefined || place === undefined ? '' : `.${start}.${place.namespace}.${place.boot}`;
  return `${pid}${when}@${host}`;
}

function holderIn(text: string): PlacedProcess | undefined {
  const match = /^([1-9]\d*)(?:\.(\d+)\.(\d+)\.([\da-f]+))?@(.+)$/.exec(text);
  const [, pid, start, namespace, boot, host] = match ?? [];
  if (pid === undefined || host === undefined) return undefined;
  const place = namespace === undefined || boot === undefined ? undefined : { namespace, boot };
  return { pid: Number(pid), start, host, place };
}
