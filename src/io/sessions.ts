/** Saved calls: a journal each, in one folder, of which one process at a time writes one. */

import { lstatSync, readdirSync, rmSync, unlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { errorCode } from './error-code.ts';
import { flushFolder } from './flush-folder.ts';
import { createJournalFile, type JournalText, openJournalFile, readJournalFile } from './journal-file.ts';
import type { LineWriter } from './line-writer.ts';
import type { Faulty, SessionFault } from './session-fault.ts';
import { isSessionId, newSessionId } from './session-id.ts';
import { takeLock } from './session-lock.ts';
import { keepToOwner, makeOwnFolder } from './state-folder.ts';

/** A session that is ours until it is closed. `text` is what it held when it was opened. */
export interface Session extends JournalText {
  readonly id: string;
  readonly path: string;
  readonly append: LineWriter['append'];
  readonly close: () => void;
}

/** A saved session as the folder shows it. */
export interface ListedSession {
  readonly id: string;
  readonly path: string;
  /** In bytes. */
  readonly size: number;
  /** Milliseconds since 1970. */
  readonly modifiedAt: number;
  /** Its whole lines, or why they cannot be read. */
  readonly journal: JournalText | Faulty;
}

/** The folder, and the sessions in it. */
export type SessionList =
  | { readonly ok: true; readonly folder: string; readonly sessions: readonly ListedSession[] }
  | Faulty;

/** The folder of the calls; undefined where nobody knows it. */
type Folder = string | undefined;

const NOWHERE: Faulty = { ok: false, fault: { kind: 'no-home' } };

const ENDING = '.jsonl';

/** So many ids are tried before a folder is thought to be full: with ten thousand calls of a day one in 60 is taken. */
const MOST_TRIES = 20;

/** Begins a session under a new id; its first line, made for that id, is on disk when this returns. */
export function createSession(folder: Folder, firstLine: (id: string) => string): Session | Faulty {
  if (folder === undefined) return NOWHERE;
  const fault = makeOwnFolder(folder);
  if (fault !== undefined) return { ok: false, fault };
  for (let tries = 1; ; tries += 1) {
    const session = begun(folder, newSessionId(), firstLine);
    if (session.ok || tries === MOST_TRIES || !isTaken(session.fault)) return session;
  }
}

/** Opens a session to go on with it. */
export function openSession(folder: Folder, id: string): Session | Faulty {
  return withLock(folder, id, (path, release) => {
    const journal = openJournalFile(path);
    return journal.ok ? sessionOf({ id, path, ...journal }, release) : journal;
  });
}

/** Reads a session without opening it; another process may be writing it. */
export function readSession(folder: Folder, id: string): JournalText | Faulty {
  if (folder === undefined) return NOWHERE;
  const fault = accessFault(folder, id);
  return fault === undefined ? readJournalFile(pathOf(folder, id)) : { ok: false, fault };
}

/** Every session of the folder, by id; none where there is no folder yet. */
export function listSessions(folder: Folder): SessionList {
  if (folder === undefined) return NOWHERE;
  const fault = keepToOwner(folder);
  if (fault !== undefined) return fault.kind === 'missing' ? { ok: true, folder, sessions: [] } : { ok: false, fault };
  try {
    const ids = readdirSync(folder).flatMap((name) => (name.endsWith(ENDING) ? [name.slice(0, -ENDING.length)] : []));
    return {
      ok: true,
      folder,
      sessions: ids
        .filter(isSessionId)
        .sort()
        .flatMap((id) => listed(folder, id)),
    };
  } catch (error) {
    return { ok: false, fault: { kind: 'failed', cause: errorCode(error) } };
  }
}

/** What was erased. The file stays where it has other names, hard links: so many. */
export interface Erased {
  readonly ok: true;
  readonly otherNames: number;
}

/**
 * Deletes a session that nobody has open. Nothing is written over it first: solid-state disks and journaling file systems write
 * elsewhere, so that the old blocks would stay all the same; only an encrypted disk keeps them from whoever gets hold of it.
 */
export function eraseSession(folder: Folder, id: string): Erased | Faulty {
  return withLock(folder, id, (path, release) => {
    try {
      const { nlink } = lstatSync(path);
      unlinkSync(path);
      flushFolder(dirname(path));
      release();
      return { ok: true, otherNames: nlink - 1 };
    } catch (error) {
      return { ok: false, fault: eraseFault(errorCode(error)) };
    }
  });
}

function eraseFault(cause: string): SessionFault {
  if (cause === 'ENOENT') return { kind: 'missing' };
  return cause === 'EISDIR' || cause === 'EPERM' ? { kind: 'not-a-file' } : { kind: 'failed', cause };
}

/** The lock comes first, so that nobody opens the session between its first byte and its first line. */
function begun(folder: string, id: string, firstLine: (id: string) => string): Session | Faulty {
  return withLock(folder, id, (path, release) => {
    const journal = createJournalFile(path);
    if (!journal.ok) return journal;
    const text = firstLine(id);
    const fault = journal.writer.append(text);
    if (fault === undefined) {
      flushFolder(folder);
      return sessionOf({ id, path, ...journal, text }, release);
    }
    journal.writer.close();
    rmSync(path, { force: true });
    return { ok: false, fault };
  });
}

function isTaken(fault: SessionFault): boolean {
  return fault.kind === 'in-use' || (fault.kind === 'failed' && fault.cause === 'EEXIST');
}

function sessionOf(
  { writer, ...journal }: Omit<Session, 'append' | 'close'> & { readonly writer: LineWriter },
  release: () => void,
): Session {
  let isOpen = true;
  const close = (): void => {
    writer.close();
    if (isOpen) release();
    isOpen = false;
  };
  return { ...journal, append: writer.append, close };
}

/** Does something with a session that is ours; the lock stays with whatever was opened, and is given back after a fault. */
function withLock<T extends { readonly ok: boolean }>(
  folder: Folder,
  id: string,
  open: (path: string, release: () => void) => T,
): T | Faulty {
  if (folder === undefined) return NOWHERE;
  const fault = accessFault(folder, id);
  if (fault !== undefined) return { ok: false, fault };
  const lock = takeLock(folder, id);
  if (!lock.ok) return lock;
  const opened = open(pathOf(folder, id), lock.release);
  if (!opened.ok) lock.release();
  return opened;
}

/** An id is looked at before it becomes part of a path. */
function accessFault(folder: string, id: string): SessionFault | undefined {
  return isSessionId(id) ? keepToOwner(folder) : { kind: 'wrong-id' };
}

function pathOf(folder: string, id: string): string {
  return join(folder, `${id}${ENDING}`);
}

/** Nothing where it was erased in the meantime. */
function listed(folder: string, id: string): readonly ListedSession[] {
  const path = pathOf(folder, id);
  const found = lstatSync(path, { throwIfNoEntry: false });
  if (found === undefined) return [];
  return [{ id, path, size: found.size, modifiedAt: Math.floor(found.mtimeMs), journal: readJournalFile(path) }];
}
