/** Asking a person at the terminal for one line. */

import { Interrupted } from './interrupted.ts';
import { readLines } from './line-reader.ts';

/** The next line of standard input; undefined where it ends or brings nothing readable. Ctrl-C throws `Interrupted`. */
export async function askLine(): Promise<string | undefined> {
  const reader = readLines(process.stdin);
  let interrupted = false;
  const interrupt = (): void => {
    interrupted = true;
    reader.close();
  };
  process.once('SIGINT', interrupt);
  try {
    const line = await reader.next();
    if (interrupted) throw new Interrupted();
    return line.kind === 'line' ? line.text : undefined;
  } finally {
    process.removeListener('SIGINT', interrupt);
    reader.close();
  }
}
