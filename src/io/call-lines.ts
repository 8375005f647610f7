/** A call line by line: for `--plain`, for simple terminals, and for every input that is no terminal. */

import type { EventEmitter } from 'node:events';
import type { Readable, Writable } from 'node:stream';
import { isatty } from 'node:tty';
import type { Complaint, HelpWanted } from '../interview/line-commands.ts';
import type { Input, Screen } from '../interview/screen.ts';
import type { CallConsole } from './call-console.ts';
import { endWithWindow } from './closed-window.ts';
import { type Interruption, interruptionBy } from './interruption.ts';
import { type LineRead, readLines } from './line-reader.ts';
import { visible } from './visible.ts';

export interface LineConsole {
  readonly input: Readable;
  /** Everything is written here. */
  readonly output: Writable;
  /** A person types: lines that were typed before a fresh screen was seen are dropped. */
  readonly isTyped: boolean;
  /** What is new about a screen, and the prompt. */
  readonly lines: (shown: { readonly screen: Screen; readonly before: Screen | undefined }) => string;
  /** What is said to lines that could not be taken, in the language of a screen. */
  readonly words: (screen: Screen) => LineWords;
  readonly help: (screen: Screen) => string;
  readonly read: (screen: Screen, line: string) => Input | HelpWanted | Complaint;
  /** Where signals arrive. */
  readonly signals?: EventEmitter;
}

export interface LineWords {
  /** Why a line was refused, and what to do. */
  readonly refused: Readonly<Record<Extract<LineRead, { kind: 'refused' }>['why'], string>>;
  /** That lines typed before a screen was shown were dropped. */
  readonly dropped: string;
}

const INTERRUPTED: Input = { kind: 'interrupted' };

/** Takes a call line by line; the lines of a pipe wait for their prompts. */
export function createLineConsole(setting: LineConsole): CallConsole {
  const { input, output, isTyped, lines, signals = process } = setting;
  const reader = readLines(input);
  const interruption = interruptionBy(signals);
  const ignore = (): void => {}; // nobody reads any more: the call is saved all the same
  output.on('error', ignore);
  const write = (text: string): void => {
    if (text !== '') output.write(visible(text));
  };
  let before: Screen | undefined;
  /** What `flash` has written: shown again, it needs no second writing. */
  let flashed: string | undefined;

  const paint = async (screen: Screen): Promise<void> => {
    const dropped = screen.isFresh && isTyped ? await reader.drop() : 0;
    if (dropped > 0) write(`\n${setting.words(screen).dropped}\n`);
    if (flashed === undefined || flashed !== identityOf(screen) || dropped > 0) write(lines({ screen, before }));
    flashed = undefined;
    before = screen;
  };
  const inputOf = (line: LineRead, screen: Screen): Promise<Input> | Input | { readonly reply: string } => {
    if (line.kind === 'broken' || line.kind === 'end') return inputAtEnd(line.kind);
    return replyTo(line, screen, setting);
  };
  const inputAtEnd = (how: 'broken' | 'end'): Promise<Input> | Input => {
    const isGone = isTyped && input === process.stdin && (how === 'broken' || !isatty(process.stdin.fd));
    if (isGone) endWithWindow(); // it is noticed before the signal comes, or without one
    if (isGone || how === 'broken') return INTERRUPTED;
    return isTyped ? endOfTyping(interruption) : { kind: 'hung-up' };
  };
  const answered = async (screen: Screen): Promise<Input> => {
    for (;;) {
      const line = await Promise.race([reader.next(), interruption.happened]);
      const heard = line === 'interrupted' ? INTERRUPTED : await inputOf(line, screen);
      if ('kind' in heard) return heard;
      write(heard.reply);
    }
  };
  return {
    show: async (screen) => {
      await paint(screen);
      return interruption.isOver() ? INTERRUPTED : answered(screen);
    },
    flash: (screen) => {
      write(lines({ screen, before }));
      flashed = identityOf(screen);
      before = screen;
    },
    close: () => {
      reader.close();
      interruption.close();
    },
  };
}

/** A screen but for its clock. */
function identityOf(screen: Screen): string {
  return JSON.stringify({ ...screen, header: { ...screen.header, elapsed: 0 } });
}

/** What a line does, or what is said to it. */
function replyTo(
  line: Extract<LineRead, { kind: 'line' | 'refused' }>,
  screen: Screen,
  { read, help, lines, words }: LineConsole,
): Input | { readonly reply: string } {
  const result = line.kind === 'refused' ? { complaint: words(screen).refused[line.why] } : read(screen, line.text);
  if ('complaint' in result) {
    return { reply: lines({ screen: { ...screen, notices: [result.complaint] }, before: screen }) };
  }
  return result.kind === 'help' ? { reply: help(screen) } : result;
}

/** Milliseconds within which the signal of a window that was closed is looked for once the input has ended. */
const SIGNAL_AFTER_END = 50;

/** Ctrl-D hangs up; a window that was closed ends the input as well, and the signal that tells may come after it. */
function endOfTyping(interruption: Interruption): Promise<Input> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve({ kind: 'hung-up' }), SIGNAL_AFTER_END);
    void interruption.happened.then(() => {
      clearTimeout(timer);
      resolve(INTERRUPTED);
    });
  });
}
