/** The streams at which a call is taken: the result alone goes to standard output. */

import type { ReadStream } from 'node:tty';
import type { TerminalFacts } from './terminal.ts';

export interface CallStreams {
  readonly input: ReadStream;
  readonly output: NodeJS.WriteStream;
}

/** Standard input and standard error. */
export function callStreams(): CallStreams {
  return { input: process.stdin, output: process.stderr };
}

/** The facts of where the questions are shown. */
export function callFacts(): TerminalFacts {
  const { isTTY, columns } = process.stderr;
  return { isTerminal: isTTY === true, columns, environment: process.env };
}

/** Whether a person types and sees the questions on a terminal on which whole screens can be drawn. */
export function canDraw(): boolean {
  const { isTerminal, environment } = callFacts();
  return process.stdin.isTTY === true && isTerminal && environment.TERM !== 'dumb';
}
