/** A line at the bottom of the terminal that says how far long work has come. */

import { visible } from './visible.ts';

export interface Progress {
  /** Says how it stands, at most ten times a second. */
  readonly show: () => void;
  /** Takes the line away; more than once does no harm. */
  readonly clear: () => void;
}

/** Says nothing. */
export const NO_PROGRESS: Progress = { show: () => {}, clear: () => {} };

/** Milliseconds between two lines, and before the first: what is over sooner, as under `| head`, need not be told of. */
const PAUSE = 100;
const PATIENCE = 2000;

/** Back to the first column, and nothing to the right of it. */
const ERASE = '\r\u001b[K';

export interface ProgressOutput {
  readonly isTTY?: boolean;
  readonly columns?: number;
  readonly write: (text: string) => unknown;
}

/** Shows lines on standard error where it is a terminal; says nothing anywhere else. `line` gets the milliseconds since the start. */
export function createProgress(line: (elapsed: number) => string, output: ProgressOutput = process.stderr): Progress {
  if (output.isTTY !== true || process.env.TERM === 'dumb') return NO_PROGRESS;
  const start = performance.now();
  let next = start + PATIENCE;
  let isShown = false;
  return {
    show: () => {
      const now = performance.now();
      if (now < next) return;
      next = now + PAUSE;
      isShown = true;
      const room = Math.max(0, (output.columns || 80) - 1); // the last column would wrap; 0 says that nobody knows how many there are
      output.write(ERASE + visible(line(now - start)).slice(0, room));
    },
    clear: () => {
      if (isShown) output.write(ERASE);
      isShown = false;
    },
  };
}
