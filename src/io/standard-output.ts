/** Results on standard output, as fast as its reader takes them. */

import { fstatSync, ftruncateSync } from 'node:fs';
import { errorCode } from './error-code.ts';
import { BrokenOutput, type ResultSink } from './result-sink.ts';
import { writeAll } from './write-all.ts';

const STANDARD_OUTPUT = 1;

/** Where bytes go; where it fails, `cutBack` takes away what it had written of them, and says whether it could. */
interface Place {
  readonly put: (pieces: readonly Uint8Array[]) => Promise<void>;
  readonly cutBack: () => boolean;
}

/** Standard output. A pipe is waited for by the event loop, so that signals are heard; a file keeps whole pieces only. */
export function openStandardOutput(): ResultSink {
  const stats = fstatSync(STANDARD_OUTPUT);
  const isFile = stats.isFile() || stats.isBlockDevice() || isPlainDevice();
  const { put, cutBack } = isFile ? toFile() : toStream();
  return {
    write: async (...pieces) => {
      try {
        await put(pieces);
        return true;
      } catch (error) {
        const cause = errorCode(error);
        if (cause === 'EPIPE') return false;
        throw new BrokenOutput(undefined, cause, !cutBack());
      }
    },
  };
}

/** Whether what is printed appears on a terminal, where anything else would stand among it. */
export function printsToTerminal(): boolean {
  return process.stdout.isTTY === true;
}

/** A device that is no terminal, such as /dev/null. */
function isPlainDevice(): boolean {
  return fstatSync(STANDARD_OUTPUT).isCharacterDevice() && !printsToTerminal();
}

function toFile(): Place {
  let whole = fstatSync(STANDARD_OUTPUT).size; // what is behind `>` or `>>`: nobody begins in the middle
  let begun = 0; // bytes behind that
  return {
    put: async (pieces) => {
      begun = 0;
      for (const bytes of pieces) {
        await writeAll(STANDARD_OUTPUT, bytes, (count) => {
          begun += count;
        });
      }
      whole += begun;
    },
    cutBack: () => begun === 0 || cutTo(whole, begun),
  };
}

/** Cuts the file where the last whole piece ends, unless somebody else writes to it as well. */
function cutTo(whole: number, begun: number): boolean {
  try {
    const stats = fstatSync(STANDARD_OUTPUT);
    if (!stats.isFile() || stats.size !== whole + begun) return false;
    ftruncateSync(STANDARD_OUTPUT, whole);
    return true;
  } catch (error) {
    errorCode(error);
    return false;
  }
}

function toStream(): Place {
  process.stdout.on('error', () => {}); // whoever waits for the write hears of it
  const putOne = (bytes: Uint8Array): Promise<void> =>
    new Promise((resolve, reject) => {
      process.stdout.write(bytes, (error) => (error ? reject(error) : resolve()));
    });
  return {
    put: async (pieces) => {
      for (const bytes of pieces) await putOne(bytes);
    },
    cutBack: () => false, // nobody knows how much its reader got
  };
}
