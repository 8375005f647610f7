/** A counselor who types lines: calls in line mode by `intakeline interview` itself. */

import { PassThrough } from 'node:stream';
import { onTestFinished } from 'vitest';
import { interview } from '../../src/cli/interview.ts';
import { type CallSetting, calm, type Entry, journalIn, newHome, TODAY } from './take-call.ts';

export interface LineCall {
  /** Types a line; what is said to it, up to the next prompt, in one row. */
  readonly type: (line: string) => Promise<string>;
  /** What was said up to the first prompt. */
  readonly first: string;
  readonly journal: () => readonly Entry[];
}

/** Begins a call as a person at a terminal has it with `--plain`. */
export async function takeLines(options: Omit<CallSetting, 'size'> = {}): Promise<LineCall> {
  const home = newHome();
  Object.assign(process.env, { XDG_STATE_HOME: home });
  const input = Object.assign(new PassThrough(), { isTTY: true as const });
  const output = Object.assign(new PassThrough(), { isTTY: true as const, columns: 80, rows: 24 });
  let [written, writes] = ['', 0];
  output.on('data', (chunk: Buffer) => {
    written += chunk.toString();
    writes += 1;
  });
  const given = { format: 'text', color: false, today: TODAY, plain: true, ...options } as const;
  const ended = interview(given, { input, output });
  let isOver = false;
  void ended.then(() => {
    isOver = true;
  });
  let read = 0;
  const answer = async (): Promise<string> => {
    while (!isOver && !written.slice(read).endsWith('\n> ')) await calm(() => writes);
    await calm(() => writes);
    const said = written.slice(read);
    read = written.length;
    return said.replace(/\s+/g, ' ');
  };
  const type = (line: string): Promise<string> => {
    input.write(`${line}\n`);
    return answer();
  };
  onTestFinished(async () => {
    input.end();
    await ended;
  });
  return { first: await answer(), type, journal: () => journalIn(home) };
}
