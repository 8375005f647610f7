/** Whether two paths lead to one file. */

import { fstatSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/** What standard input is read from. */
const STANDARD_INPUT = 0;

/** Whether two paths lead to the same file or folder, whatever they are called; `-` is what standard input reads. */
export function isSameFile(one: string, other: string): boolean {
  const identity = identityOf(one);
  return identity !== undefined && identity === identityOf(other);
}

/** Whether a file stands, or would stand, in a folder and not in a folder below it. */
export function isDirectlyIn(file: string, folder: string): boolean {
  return isSameFile(dirname(file), folder);
}

/** Whether a path leads to an ordinary file; whoever reads a pipe may wait for ever. */
export function isOrdinaryFile(path: string): boolean {
  try {
    return statSync(path, { throwIfNoEntry: false })?.isFile() === true;
  } catch {
    return false;
  }
}

/** Device and inode; undefined where there is nothing, or where the system does not let us look. */
function identityOf(path: string): string | undefined {
  try {
    const { dev, ino } = path === '-' ? fstatSync(STANDARD_INPUT, { bigint: true }) : statSync(path, { bigint: true });
    return `${dev}:${ino}`;
  } catch {
    return undefined;
  }
}
