/** The folder in which calls are saved: its owner's alone. */

import { chmodSync, mkdirSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, isAbsolute, join } from 'node:path';
import { errorCode } from './error-code.ts';
import { flushFolder } from './flush-folder.ts';
import type { SessionFault } from './session-fault.ts';

const OWNER_ONLY = 0o700;
const ANYBODY_ELSE = 0o077;

/**
 * Where the XDG Base Directory Specification (0.8) wants what outlasts a run and belongs to one user. As it says, an
 * `XDG_STATE_HOME` that is empty or no absolute path counts as not set.
 */
export function stateFolder(environment: Readonly<Record<string, string | undefined>> = process.env): string {
  const set = environment.XDG_STATE_HOME;
  const base = set !== undefined && isAbsolute(set) ? set : join(homedir(), '.local', 'state');
  return join(base, 'intakeline');
}

/** Makes the folder where it is missing, and sees to it that nobody else can look into it. */
export function makeOwnFolder(folder: string): SessionFault | undefined {
  try {
    const topmost = mkdirSync(folder, { recursive: true, mode: OWNER_ONLY });
    if (topmost !== undefined) flushFrom(folder, topmost);
    return keepToOwner(folder);
  } catch (error) {
    return { kind: 'failed', cause: errorCode(error) };
  }
}

/** Takes from everybody else what they may do in a folder; one that belongs to somebody else is refused. */
export function keepToOwner(folder: string): SessionFault | undefined {
  try {
    const found = statSync(folder, { throwIfNoEntry: false });
    if (found === undefined) return { kind: 'missing' };
    if (!found.isDirectory()) return { kind: 'failed', cause: 'ENOTDIR' };
    if (process.getuid !== undefined && found.uid !== process.getuid()) return { kind: 'foreign-folder' };
    if ((found.mode & ANYBODY_ELSE) !== 0) chmodSync(folder, OWNER_ONLY);
    return undefined;
  } catch (error) {
    return { kind: 'failed', cause: errorCode(error) };
  }
}

/** Each new folder is a name in the one above it. */
function flushFrom(folder: string, topmost: string): void {
  flushFolder(dirname(folder));
  if (folder !== topmost && dirname(folder) !== folder) flushFrom(dirname(folder), topmost);
}
