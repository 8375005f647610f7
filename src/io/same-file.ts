/** Whether two paths lead to one file. */

import { fstatSync, statSync } from 'node:fs';
import { basename, dirname } from 'node:path';

const STANDARD_INPUT = 0;
const STANDARD_OUTPUT = 1;

/** Whether two paths lead to the same file or folder, whatever they are called; `-` is what standard input reads. */
export function isSameFile(one: string, other: string): boolean {
  const identity = identityOf(one);
  return identity !== undefined && identity === identityOf(other);
}

/** Whether two paths lead to the same file, or would if it were there: one name in one folder, however the folder is written. */
export function isSamePlace(one: string, other: string): boolean {
  return isSameFile(one, other) || (basename(one) === basename(other) && isSameFile(dirname(one), dirname(other)));
}

/** Whether what is printed goes into an ordinary file, and that file is the one at a path. */
export function isStandardOutput(path: string): boolean {
  return fstatSync(STANDARD_OUTPUT).isFile() && identityOf(path) === identityOfOpen(STANDARD_OUTPUT);
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
    if (path === '-') return identityOfOpen(STANDARD_INPUT);
    const { dev, ino } = statSync(path, { bigint: true });
    return `${dev}:${ino}`;
  } catch {
    return undefined;
  }
}

function identityOfOpen(file: number): string {
  const { dev, ino } = fstatSync(file, { bigint: true });
  return `${dev}:${ino}`;
}
