/** Finding a file in the working folder or above it. */

import { lstatSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { errorCode } from './error-code.ts';

/** The nearest file of a name in a folder or those above it, no farther than the home folder; undefined where there is none. A link that leads nowhere is one, so that settings are not lost in silence. */
export function findUpwards(
  name: string,
  from: string = process.cwd(),
  home: string = homeFolder(),
): string | undefined {
  for (let folder = resolve(from); ; folder = dirname(folder)) {
    const path = join(folder, name);
    if (isThere(path)) return path;
    if (folder === home || dirname(folder) === folder) return undefined;
  }
}

/** The home folder; empty where the system knows none. */
export function homeFolder(): string {
  try {
    return homedir();
  } catch (error) {
    errorCode(error);
    return '';
  }
}

function isThere(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
  } catch (error) {
    // What cannot be looked at is no file of this person's, unless it is there and closed to them.
    return errorCode(error) === 'EACCES';
  }
}
