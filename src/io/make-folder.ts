/** Making a folder for results: nobody else can look into it. */

import { lstatSync, mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { errorCode } from './error-code.ts';
import type { SaveFault } from './save-file.ts';

const OWNER_ONLY = 0o700;

/** Whether the folder is there or could be made, asked before the work begins. */
export function folderFault(path: string): SaveFault | undefined {
  try {
    const there = statSync(path, { throwIfNoEntry: false });
    if (there !== undefined) return there.isDirectory() ? undefined : { kind: 'not-a-folder' };
    return statSync(dirname(path), { throwIfNoEntry: false })?.isDirectory() ? undefined : { kind: 'no-folder' };
  } catch (error) {
    return { kind: 'unwritable', cause: errorCode(error) };
  }
}

/** What stands in the way of a folder below one of ours: as `folderFault`, but a link leads elsewhere. */
export function subfolderFault(path: string): SaveFault | undefined {
  try {
    const there = lstatSync(path, { throwIfNoEntry: false });
    if (there === undefined) return undefined;
    if (there.isSymbolicLink()) return { kind: 'symbolic-link' };
    return there.isDirectory() ? undefined : { kind: 'not-a-folder' };
  } catch (error) {
    return { kind: 'unwritable', cause: errorCode(error) };
  }
}

/** Makes the folder where it is missing; one that is there stays as it is. */
export function makeFolder(path: string): SaveFault | undefined {
  const fault = folderFault(path);
  if (fault !== undefined) return fault;
  try {
    mkdirSync(path, { recursive: true, mode: OWNER_ONLY });
    return undefined;
  } catch (error) {
    return { kind: 'unwritable', cause: errorCode(error) };
  }
}
