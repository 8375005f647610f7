/** The folder in which calls are saved: its owner's alone. */

import { chmodSync, mkdirSync, statSync } from 'node:fs';
import { homedir, userInfo } from 'node:os';
import { dirname, isAbsolute, join } from 'node:path';
import { errorCode } from './error-code.ts';
import { flushFolder } from './flush-folder.ts';
import type { SessionFault } from './session-fault.ts';

const OWNER_ONLY = 0o700;
const ANYBODY_ELSE = 0o077;

/**
 * Where the XDG Base Directory Specification (0.8) wants what outlasts a run and belongs to one user. As it says, an
 * `XDG_STATE_HOME` that is empty or no absolute path counts as not set. Undefined where nobody says which home there is: a
 * folder that depended on where the program was started would not be found again.
 */
export function stateFolder(
  environment: Readonly<Record<string, string | undefined>> = process.env,
): string | undefined {
  const set = environment.XDG_STATE_HOME;
  if (set !== undefined && isAbsolute(set)) return join(set, 'intakeline');
  const home = [homedir, () => userInfo().homedir].map(absoluteOf).find((one) => one !== undefined);
  return home === undefined ? undefined : join(home, '.local', 'state', 'intakeline');
}

/** Nothing where HOME is empty or relative, and where the system does not know the user, as in some containers. */
function absoluteOf(homeOf: () => string): string | undefined {
  try {
    const home = homeOf();
    return isAbsolute(home) ? home : undefined;
  } catch (error) {
    errorCode(error);
    return undefined;
  }
}

/** Makes the folder where it is missing, and sees to it that nobody else can look into it. */
export function makeOwnFolder(folder: string): SessionFault | undefined {
  try {
    makeFolders(folder);
    return keepToOwner(folder);
  } catch (error) {
    return { kind: 'failed', cause: errorCode(error) };
  }
}

/**
 * Makes a folder and those above it that are missing. One by one: Node's own way tries for ever where a folder is there and
 * the system says that it is not, as /proc does.
 */
function makeFolders(folder: string): void {
  if (statSync(folder, { throwIfNoEntry: false }) !== undefined) return;
  if (dirname(folder) !== folder) makeFolders(dirname(folder));
  try {
    mkdirSync(folder, OWNER_ONLY);
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return; // somebody was quicker
    throw error;
  }
  chmodSync(folder, OWNER_ONLY); // the system's mask may forbid even the owner
  flushFolder(dirname(folder)); // a new folder is a name in the one above it
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
