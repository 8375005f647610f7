/** The streams at which a call is taken: the result alone goes to standard output. */

import type { Readable, Writable } from 'node:stream';
import type { KeyInput } from './keyboard.ts';
import type { TerminalFacts } from './terminal.ts';
import type { ScreenOutput } from './terminal-modes.ts';

/** Standard input and standard error, or a test's stand-ins. */
export interface CallStreams {
  readonly input: Readable & KeyInput;
  readonly output: Writable & ScreenOutput & { readonly isTTY?: boolean };
}

/** Standard input and standard error. */
export function callStreams(): CallStreams {
  return { input: process.stdin, output: process.stderr };
}

/** The facts of where the questions are shown. */
export function callFacts({ output }: CallStreams): TerminalFacts {
  const { isTTY, columns } = output;
  return { isTerminal: isTTY === true, columns, environment: process.env };
}

/** Whether a person types and sees the questions on a terminal on which whole screens can be drawn. */
export function canDraw(streams: CallStreams): boolean {
  const { isTerminal, environment } = callFacts(streams);
  return isTyped(streams) && isTerminal && environment.TERM !== 'dumb';
}

/** Whether a person types the answers. */
export function isTyped({ input }: CallStreams): boolean {
  return input.isTTY === true;
}
