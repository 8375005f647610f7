/** One process at a time writes a session: whoever does holds a lock file beside it. */

import { randomUUID } from 'node:crypto';
import { linkSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { errorCode } from './error-code.ts';
import { isRunning, ownProcess, type ProcessIdentity } from './running-process.ts';
import type { SessionFault } from './session-fault.ts';

export type Taken =
  | { readonly ok: true; readonly release: () => void }
  | { readonly ok: false; readonly fault: SessionFault };

interface Holder extends ProcessIdentity {
  readonly host: string;
}

interface Lock {
  readonly path: string;
  readonly number: number;
  /** Undefined where the file does not say: a lock is whole from its first moment, so that only a power cut leaves such a one. */
  readonly holder: Holder | undefined;
}

/**
 * Takes the lock of a session, or says who has it. The lock of a process that has ended is not removed and taken, between
 * which somebody else could do the same, but followed by one with the next number, which only one process can create.
 *
 * Invariant: whoever holds the lock has made its file first and looked for others afterwards. Of two processes that both made
 * one, the later one to look sees the other's, whatever their numbers; so that two never hold it.
 */
export function takeLock(folder: string, id: string): Taken {
  const prepared = join(folder, `.${id}-${randomUUID()}.tmp`);
  try {
    writeFileSync(prepared, JSON.stringify({ ...ownProcess(), host: hostname() }), { flag: 'wx', mode: 0o600 });
    return linkNext(folder, id, prepared);
  } catch (error) {
    return { ok: false, fault: { kind: 'failed', cause: errorCode(error) } };
  } finally {
    remove(prepared);
  }
}

function linkNext(folder: string, id: string, prepared: string): Taken {
  for (;;) {
    const before = locksOf(folder, id);
    const held = before.find(isHeld);
    if (held !== undefined) return inUse(held);
    const path = join(folder, `${id}.lock-${Math.max(0, ...before.map((lock) => lock.number)) + 1}`);
    if (!linked(prepared, path)) continue; // somebody was quicker: who?
    const rival = locksOf(folder, id).find((lock) => lock.path !== path && isHeld(lock));
    if (rival === undefined) {
      for (const stale of before) remove(stale.path);
      return { ok: true, release: () => remove(path) };
    }
    remove(path);
    return inUse(rival);
  }
}

/** What cannot be removed does no harm: once its process has ended, it says so. */
function remove(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch (error) {
    errorCode(error);
  }
}

/** Gives a whole file its name in one step, unless the name is taken. */
function linked(prepared: string, path: string): boolean {
  try {
    linkSync(prepared, path);
    return true;
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false;
    throw error;
  }
}

function inUse({ path, holder }: Lock): Taken {
  return { ok: false, fault: { kind: 'in-use', pid: holder?.pid ?? 0, host: holder?.host ?? '', lock: path } };
}

/** Of a process on another machine nobody here can say whether it runs. */
function isHeld({ holder }: Lock): boolean {
  return holder !== undefined && (holder.host !== hostname() || isRunning(holder));
}

function locksOf(folder: string, id: string): readonly Lock[] {
  const start = `${id}.lock-`;
  return readdirSync(folder).flatMap((name): readonly Lock[] => {
    const number = name.startsWith(start) ? Number(name.slice(start.length)) : 0;
    if (!Number.isSafeInteger(number) || number < 1) return [];
    const path = join(folder, name);
    const text = textOf(path);
    return text === undefined ? [] : [{ path, number, holder: holderIn(text) }];
  });
}

/** Undefined where the lock was released in the meantime. */
function textOf(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw error;
  }
}

function holderIn(text: string): Holder | undefined {
  const match = /^\{"pid":([1-9]\d*),(?:"start":"([^"]*)",)?"host":"([^"]*)"\}$/.exec(text);
  return match?.[3] === undefined ? undefined : { pid: Number(match[1]), start: match[2], host: match[3] };
}
