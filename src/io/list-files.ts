/** Finding the files of a folder. */

import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { FileFault } from '../problems/file-fault.ts';
import { errorCode } from './error-code.ts';

export type Listing =
  | { readonly ok: true; readonly files: readonly string[] }
  | { readonly ok: false; readonly fault: FileFault | { readonly kind: 'not-a-directory' } };

/** Lists the files directly in a folder whose names end so, by name in code-unit order, as paths that begin with the folder. */
export function listFiles(folder: string, ending: string): Listing {
  try {
    const names = readdirSync(folder).filter((name) => name.endsWith(ending));
    return { ok: true, files: names.sort().map((name) => join(folder, name)) };
  } catch (error) {
    const code = errorCode(error);
    if (code === 'ENOENT') return { ok: false, fault: { kind: 'missing' } };
    if (code === 'ENOTDIR') return { ok: false, fault: { kind: 'not-a-directory' } };
    return { ok: false, fault: { kind: 'unreadable', cause: code } };
  }
}

/** What a path leads to; where the system does not let us look, `file`, so that reading it reports why. */
export function kindOfPath(path: string): 'file' | 'folder' | 'missing' {
  try {
    const found = statSync(path, { throwIfNoEntry: false });
    if (found === undefined) return 'missing';
    return found.isDirectory() ? 'folder' : 'file';
  } catch {
    return 'file';
  }
}
