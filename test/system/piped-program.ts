/** The built program in line mode, fed through a pipe one line at a time. */

import { spawn } from 'node:child_process';
import { type Ended, SURROUNDINGS } from '../cli/run-program.ts';

export interface PipedProgram {
  /** Resolves with what was said since the last line as soon as a prompt stands at its end; undefined once the program has ended. */
  readonly prompt: () => Promise<string | undefined>;
  readonly type: (line: string) => void;
  /** Ends it as `kill -9` does; resolves once it is gone. */
  readonly kill: () => Promise<void>;
  readonly ended: Promise<Ended>;
}

/** Starts the program with calls saved under a folder. */
export function startPiped(args: readonly string[], stateHome: string): PipedProgram {
  const env = { ...SURROUNDINGS, XDG_STATE_HOME: stateHome };
  const child = spawn(process.execPath, ['bin/intakeline.js', ...args], { env });
  let stdout = '';
  let stderr = '';
  /** Where what was said since the last line begins. */
  let from = 0;
  let isOver = false;
  let look = (): void => {};
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    stdout += chunk;
  });
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    stderr += chunk;
    look();
  });
  child.stdin.on('error', () => {}); // a line for a program that is gone
  const ended = new Promise<Ended>((resolve) => {
    child.on('close', (status) => {
      isOver = true;
      look();
      resolve({ stdout, stderr, status });
    });
  });
  return {
    prompt: () =>
      new Promise((resolve) => {
        look = () => {
          const said = stderr.slice(from);
          if (!isOver && !/(^|\n)> $/.test(said)) return;
          look = () => {};
          resolve(isOver ? undefined : said);
        };
        look();
      }),
    type: (line) => {
      from = stderr.length;
      child.stdin.write(`${line}\n`);
    },
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
    ended,
  };
}
