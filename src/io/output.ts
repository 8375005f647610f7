/** Writing to the two streams. What is written here has been made fit for a terminal before. */

import { errorCode } from './error-code.ts';

/** Why a result did not reach its reader. A reader who left early is no fault. */
export type WriteFault = { readonly cause: string };

/** A stream is opened when it is first named, which takes a millisecond: only what has text names one. */
const NOTHING_TO_DO: Promise<undefined> = Promise.resolve(undefined);

/** Writes to standard output; resolves when the system has taken it all, or with what stood in the way. */
export function writeOut(text: string): Promise<WriteFault | undefined> {
  return text === '' ? NOTHING_TO_DO : write(process.stdout, text);
}

/** Writes to standard error. */
export function writeErr(text: string): Promise<WriteFault | undefined> {
  return text === '' ? NOTHING_TO_DO : write(process.stderr, text);
}

/** Leaves the status with which the process ends once everything is written. */
export function setExitStatus(status: number): void {
  process.exitCode = status;
}

function write(stream: NodeJS.WriteStream, text: string): Promise<WriteFault | undefined> {
  return new Promise((resolve) => {
    const settle = (error?: Error | null): void => resolve(faultOf(error));
    stream.once('error', settle);
    stream.write(text, settle);
  });
}

/** EPIPE: the reader has closed the pipe, as `head` does. */
function faultOf(error: Error | null | undefined): WriteFault | undefined {
  if (error === undefined || error === null) return undefined;
  const cause = errorCode(error);
  return cause === 'EPIPE' ? undefined : { cause };
}
