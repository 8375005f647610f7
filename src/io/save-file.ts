/** Saving a result: the file is complete or absent, and only its owner can read it, unless it holds nothing of a caller. */

import { randomUUID } from 'node:crypto';
import {
  closeSync,
  constants,
  fsyncSync,
  lstatSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { errorCode } from './error-code.ts';
import { flushFolder } from './flush-folder.ts';

export type SaveFault =
  | { readonly kind: 'no-folder' } // the folder to write into does not exist
  | { readonly kind: 'symbolic-link' } // following it could overwrite a file elsewhere
  | { readonly kind: 'not-a-file' } // a folder, a device, a pipe
  | { readonly kind: 'not-a-folder' } // a file where files should go
  | { readonly kind: 'unwritable'; readonly cause: string };

/** Nobody else may read what a caller said. */
export const OWNER_ONLY = 0o600;

/** For what holds nothing of a caller; the system's mask may forbid more. */
export const READABLE_BY_ALL = 0o644;

/** Whether a result could be saved there, asked before the work begins. */
export function saveFault(path: string): SaveFault | undefined {
  try {
    if (statSync(dirname(path), { throwIfNoEntry: false })?.isDirectory() !== true) return { kind: 'no-folder' };
    const present = lstatSync(path, { throwIfNoEntry: false });
    if (present === undefined || present.isFile()) return undefined;
    return { kind: present.isSymbolicLink() ? 'symbolic-link' : 'not-a-file' };
  } catch (error) {
    return { kind: 'unwritable', cause: errorCode(error) };
  }
}

/** Whether something stands there already, which a saved result would replace. */
export function isPresent(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
  } catch {
    return false;
  }
}

/** The name under which a file is written until it is complete: in the same folder, so that it can take its place at once. */
export function temporaryBeside(path: string): string {
  return join(dirname(path), `.intakeline-${randomUUID()}.tmp`);
}

/** Saves text: a temporary file in the same folder, flushed to disk, takes the place of what was there. */
export function saveFile(path: string, text: string, mode: number = OWNER_ONLY): SaveFault | undefined {
  const fault = saveFault(path);
  if (fault !== undefined) return fault;
  const temporary = temporaryBeside(path);
  try {
    writeFlushed(temporary, text, mode);
    renameSync(temporary, path);
    flushFolder(dirname(path));
    return undefined;
  } catch (error) {
    rmSync(temporary, { force: true });
    return { kind: 'unwritable', cause: errorCode(error) };
  }
}

function writeFlushed(path: string, text: string, mode: number): void {
  const file = openSync(path, constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL, mode);
  try {
    writeFileSync(file, text);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
