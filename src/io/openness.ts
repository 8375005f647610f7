/** Who besides their owner may change or read files. */

import { lstatSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { errorCode } from './error-code.ts';

const GROUP_OR_ALL_WRITE = 0o022;
const ALL_WRITE = 0o002;
const STICKY = 0o1000;
const ANYBODY_ELSE = 0o077;

/** How a file can be changed by somebody else than the person who runs the program. */
export type Openness = 'foreign' | 'writable' | 'folder-writable';

/** Whether others may change a file; undefined where they may not, and on systems without owners. */
export function openness(path: string): Openness | undefined {
  try {
    const file = statSync(path);
    const folder = statSync(dirname(path));
    if (process.getuid === undefined) return undefined;
    if ((file.mode & GROUP_OR_ALL_WRITE) !== 0) return 'writable';
    // With the sticky bit, as in /tmp, a file is replaced by its owner alone.
    if ((folder.mode & ALL_WRITE) !== 0 && (folder.mode & STICKY) === 0) return 'folder-writable';
    return [process.getuid(), 0].includes(file.uid) ? undefined : 'foreign';
  } catch (error) {
    errorCode(error);
    return undefined;
  }
}

/** A folder that should be its owner's alone, looked at without changing anything. */
export interface PrivateFolder {
  readonly isThere: boolean;
  /** Whether it belongs to the person who runs the program. */
  readonly isOwn: boolean;
  /** Whether somebody else can look into it. */
  readonly isOpen: boolean;
  /** How many of its files others can read or write. */
  readonly openFiles: number;
  /** When each file that ends so was last changed, in milliseconds since 1970. */
  readonly changedAt: readonly number[];
}

/** Looks at a folder and the files in it, by their names alone. */
export function lookAtPrivateFolder(folder: string, ending: string): PrivateFolder {
  try {
    const { mode, uid } = statSync(folder);
    const files = readdirSync(folder).flatMap((name) => lstatSync(join(folder, name), { throwIfNoEntry: false }) ?? []);
    const named = readdirSync(folder).filter((name) => name.endsWith(ending));
    return {
      isThere: true,
      isOwn: process.getuid === undefined || uid === process.getuid(),
      isOpen: process.getuid !== undefined && (mode & ANYBODY_ELSE) !== 0,
      openFiles: process.getuid === undefined ? 0 : files.filter((file) => (file.mode & ANYBODY_ELSE) !== 0).length,
      changedAt: named.flatMap((name) => lstatSync(join(folder, name), { throwIfNoEntry: false })?.mtimeMs ?? []),
    };
  } catch (error) {
    const isThere = errorCode(error) !== 'ENOENT';
    return { isThere, isOwn: !isThere, isOpen: false, openFiles: 0, changedAt: [] };
  }
}
