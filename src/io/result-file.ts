/** A result in a file: under its name it is complete or absent, and only its owner can read it. */

import { close, closeSync, constants, fsync, linkSync, openSync, renameSync, rmSync } from 'node:fs';
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
  /** Where the file stands; undefined as long as it is under no name of its own. */
  readonly placedAt: () => string | undefined;
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
  let isOpen = true;
  let doing: Promise<unknown> = Promise.resolve();
  /** Does something with the open file; of what was discarded there is nothing to do any more. */
  const withFile = (work: () => Promise<void>): Promise<void> => {
    if (!isOpen) return Promise.resolve();
    const done = work();
    doing = done.catch(() => {});
    return toldLater(done);
  };
  let placedAt: string | undefined;
  const placed = (name: string): void => {
    isThere = false;
    placedAt = name;
    flushFolder(dirname(path));
  };
  return {
    write: async (...pieces) => {
      for (const bytes of pieces) await withFile(() => writeAll(file, bytes));
      return true;
    },
    flush: () => {
      const flushing = withFile(() => flushFile(file).finally(() => closeFile(file)));
      isOpen = false;
      return flushing;
    },
    place: (name = path) => {
      told(() => renameSync(temporary, name));
      placed(name);
    },
    placeNew: (other) => {
      const isNew = told(() => movedUnlessThere(temporary, other));
      if (isNew) placed(other);
      return isNew;
    },
    placedAt: () => placedAt,
    discard: () => {
      if (isThere) rmSync(temporary, { force: true });
      isThere = false;
      if (!isOpen) return;
      isOpen = false;
      void doing.then(() => closeFile(file)); // closed under a write, its number might be another file's already
    },
  };
}

/** What systems say where a file cannot have a second name, as on FAT and on some network drives. */
const NO_LINKS: ReadonlySet<string> = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK']);

/** Gives a file another name, unless that is taken: of two runs at once, one gets it. */
function movedUnlessThere(file: string, name: string): boolean {
  try {
    linkSync(file, name);
    rmSync(file, { force: true });
    return true;
  } catch (error) {
    const cause = errorCode(error);
    if (cause === 'EEXIST') return false;
    if (NO_LINKS.has(cause)) return movedOverOwn(file, name);
    throw error;
  }
}

/** The same without a second name: an empty file of our own, which nobody else can have made, keeps the place. */
function movedOverOwn(file: string, name: string): boolean {
  try {
    closeSync(openSync(name, 'wx', OWNER_ONLY));
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false;
    throw error;
  }
  try {
    renameSync(file, name);
    return true;
  } catch (error) {
    rmSync(name, { force: true });
    throw error;
  }
}
