/** A result in a file: under its name it is complete or absent, and only its owner can read it. */

import { close, constants, fsync, linkSync, openSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { promisify } from 'node:util';
import { errorCode } from './error-code.ts';
import { flushFolder } from './flush-folder.ts';
import { BrokenOutput, type ResultSink } from './result-sink.ts';
import { OWNER_ONLY, temporaryBeside } from './save-file.ts';
import { writeAll } from './write-all.ts';

const flushFile = promisify(fsync);
const closeFile = promisify(close);

export interface ResultFile extends ResultSink {
  /** Brings everything to the disk; nothing is written after it. */
  readonly flush: () => Promise<void>;
  /** Puts the file under its name, or another one, in the place of what was there. */
  readonly place: (name?: string) => void;
  /** Puts it under another name, unless there is something: then false. */
  readonly placeNew: (path: string) => boolean;
  /** Leaves nothing, at once, even while something is being written; more than once does no harm. */
  readonly discard: () => void;
}

/** Begins a file beside the place where it will stand. Throws `BrokenOutput`. */
export function createResultFile(path: string): ResultFile {
  const told = <T>(doIt: () => T): T => {
    try {
      return doIt();
    } catch (error) {
      throw new BrokenOutput(path, errorCode(error));
    }
  };
  const toldLater = (doing: Promise<void>): Promise<void> =>
    doing.catch((error: unknown) => {
      throw new BrokenOutput(path, errorCode(error));
    });
  const temporary = temporaryBeside(path);
  const { O_CREAT, O_EXCL, O_WRONLY } = constants;
  const file = told(() => openSync(temporary, O_WRONLY | O_CREAT | O_EXCL, OWNER_ONLY));
  let isThere = true;
  const placed = (): void => {
    isThere = false;
    flushFolder(dirname(path));
  };
  return {
    write: async (bytes) => {
      await toldLater(writeAll(file, bytes));
      return true;
    },
    flush: () => toldLater(flushFile(file).then(() => closeFile(file))),
    place: (name = path) => {
      told(() => renameSync(temporary, name));
      placed();
    },
    placeNew: (other) => {
      const isNew = told(() => linkUnlessThere(temporary, other));
      if (isNew) {
        rmSync(temporary, { force: true });
        placed();
      }
      return isNew;
    },
    discard: () => {
      if (isThere) rmSync(temporary, { force: true });
      isThere = false;
    },
  };
}

/** A second name of the same file, given only where there is none: of two runs at once, one gets it. */
function linkUnlessThere(file: string, name: string): boolean {
  try {
    linkSync(file, name);
    return true;
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false;
    throw error;
  }
}
