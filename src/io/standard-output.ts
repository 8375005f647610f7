/** Results on standard output, as fast as its reader takes them. */

import { fstatSync } from 'node:fs';
import { errorCode } from './error-code.ts';
import { BrokenOutput, type ResultSink } from './result-sink.ts';
import { writeAll } from './write-all.ts';

const STANDARD_OUTPUT = 1;

/** Standard output. A pipe is waited for by the event loop, so that signals are heard; a file is written in full or not. */
export function openStandardOutput(): ResultSink {
  const stats = fstatSync(STANDARD_OUTPUT);
  const put = stats.isFile() || stats.isBlockDevice() || isPlainDevice() ? toFile : toStream();
  return {
    write: async (bytes) => {
      try {
        await put(bytes);
        return true;
      } catch (error) {
        const cause = errorCode(error);
        if (cause === 'EPIPE') return false;
        throw new BrokenOutput(undefined, cause);
      }
    },
  };
}

/** A device that is no terminal, such as /dev/null. */
function isPlainDevice(): boolean {
  return fstatSync(STANDARD_OUTPUT).isCharacterDevice() && process.stdout.isTTY !== true;
}

function toFile(bytes: Uint8Array): Promise<void> {
  return writeAll(STANDARD_OUTPUT, bytes);
}

function toStream(): (bytes: Uint8Array) => Promise<void> {
  process.stdout.on('error', () => {}); // whoever waits for the write hears of it
  return (bytes) =>
    new Promise((resolve, reject) => {
      process.stdout.write(bytes, (error) => (error ? reject(error) : resolve()));
    });
}
