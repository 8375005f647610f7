/** Files that are their owner's alone, and that are what they were opened as. */

import { closeSync, constants, fchmodSync, fstatSync, lstatSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { errorCode } from './error-code.ts';
import { flushFolder } from './flush-folder.ts';
import type { Faulty, SessionFault } from './session-fault.ts';
import { keepToOwner } from './state-folder.ts';

const OWNER_ONLY = 0o600;
const ANYBODY_ELSE = 0o077;
const PERMISSIONS = 0o777;
const { O_APPEND, O_CREAT, O_EXCL, O_RDWR } = constants;
/** Never follow a link; never wait for whoever would write into a pipe. Windows has neither. */
const AS_IT_IS = (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

/** Opens an ordinary file that is there, and takes from everybody else what they may do with it. */
export function openOwnFile(path: string, flags: number): number | Faulty {
  return opened(path, flags, (mode) => (mode & ANYBODY_ELSE) !== 0);
}

/** Makes a file that was not there, to read and append; where it was, the cause of the fault is EEXIST. */
export function createOwnFile(path: string): number | Faulty {
  // The system takes from the permissions what its mask forbids, which may be the owner's own.
  return opened(path, O_RDWR | O_CREAT | O_EXCL | O_APPEND, (mode) => (mode & PERMISSIONS) !== OWNER_ONLY);
}

/**
 * Makes a file anew that somebody deleted or moved; what stands in its place is left alone. Not its folder: where that is gone,
 * an encrypted disk may have been taken away, and what lies below is another one.
 */
export function openAnew(path: string): number | Faulty {
  const fault = keepToOwner(dirname(path));
  const file = fault === undefined ? createOwnFile(path) : { ok: false as const, fault };
  if (typeof file === 'number') {
    flushFolder(dirname(path));
    return file;
  }
  const isReplaced = file.fault.kind === 'failed' && file.fault.cause === 'EEXIST';
  return { ok: false, fault: { kind: 'lost', why: isReplaced ? 'replaced' : 'deleted' } };
}

/** Whether a path still leads to the very file that was opened there. Takes some microseconds. */
export function isOpenAt(file: number, path: string): boolean {
  try {
    const open = fstatSync(file, { bigint: true });
    const there = lstatSync(path, { bigint: true, throwIfNoEntry: false });
    return there !== undefined && there.dev === open.dev && there.ino === open.ino;
  } catch (error) {
    errorCode(error);
    return false;
  }
}

function opened(path: string, flags: number, isWrong: (mode: number) => boolean): number | Faulty {
  let file: number | undefined;
  try {
    file = openSync(path, flags | AS_IT_IS, OWNER_ONLY);
    const { mode } = fstatSync(file);
    if ((mode & constants.S_IFMT) !== constants.S_IFREG) return shut(file, { kind: 'not-a-file' });
    if (isWrong(mode)) fchmodSync(file, OWNER_ONLY);
    return file;
  } catch (error) {
    return shut(file, openFault(error));
  }
}

function shut(file: number | undefined, fault: SessionFault): Faulty {
  if (file !== undefined) closeSync(file);
  return { ok: false, fault };
}

/** ELOOP: a symbolic link. EISDIR, ENXIO: a folder, or a pipe or device, opened for writing. */
function openFault(error: unknown): SessionFault {
  const cause = errorCode(error);
  if (cause === 'ENOENT') return { kind: 'missing' };
  return ['ELOOP', 'EISDIR', 'ENXIO'].includes(cause) ? { kind: 'not-a-file' } : { kind: 'failed', cause };
}
