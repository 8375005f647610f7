/** The one source of key presses of a whole call: what is typed ahead waits here, in order. */

import { StringDecoder } from 'node:string_decoder';
import type { Key } from '../interview/keys.ts';
import { decodeKeys, decodeRest, isPasting } from './key-decoder.ts';

/** Where keys come from: standard input, or a test's stand-in. */
export type KeyInput = NodeJS.ReadableStream & {
  readonly isTTY?: boolean;
  readonly setRawMode?: (isRaw: boolean) => unknown;
};

/** A key, or that no more will come. */
export type Press = Key | 'ended';

export interface Keyboard {
  /** Gives one press at a time, those that wait first, until the returned function is called. */
  readonly listen: (take: (press: Press) => void) => () => void;
  /** Throws away what has been typed so far, also what the system holds back, but for what is kept. */
  readonly forget: (isKept: (key: Key) => boolean) => Promise<void>;
  readonly close: () => void;
}

/** How long Escape waits for a sequence to follow: 50 ms are enough over a slow line and too short to notice. */
const ESCAPE_WAIT = 50;

/** How long a paste may pause before it counts as broken off. */
const PASTE_WAIT = 1000;

/**
 * Keys that end a paste whose end never came, when they arrive alone: whoever presses them, the emergency's or Ctrl-C, must
 * not have to wait. Within a paste they are text.
 */
const PRESSED_ALONE: ReadonlySet<string> = new Set(['\u0005', '\u0003']);

/** Opens the keyboard. A key that `isTaken` handles at once does not wait with the others. */
export function openKeyboard(input: KeyInput, isTaken: (key: Key) => boolean): Keyboard {
  const decoder = new StringDecoder('utf8');
  let queue: Press[] = [];
  let rest = '';
  let timer: NodeJS.Timeout | undefined;
  let taker: ((press: Press) => void) | undefined;

  const pump = (): void => {
    while (taker !== undefined) {
      const press = queue.shift();
      if (press === undefined) return;
      taker(press);
    }
  };
  const add = (keys: readonly Key[]): void => {
    for (const key of keys) if (!isTaken(key)) queue.push(key);
    pump();
  };
  const expire = (): void => {
    const keys = decodeRest(rest);
    rest = '';
    add(keys);
  };
  const onData = (chunk: Uint8Array | string): void => {
    clearTimeout(timer);
    const text = typeof chunk === 'string' ? chunk : decoder.write(Buffer.from(chunk));
    if (isPasting(rest) && PRESSED_ALONE.has(text)) expire();
    const decoded = decodeKeys(rest + text);
    rest = decoded.rest;
    if (rest !== '') timer = setTimeout(expire, isPasting(rest) ? PASTE_WAIT : ESCAPE_WAIT);
    add(decoded.keys);
  };
  const onEnd = (): void => {
    clearTimeout(timer);
    expire();
    queue.push('ended');
    pump();
  };

  input.on('data', onData);
  input.on('end', onEnd);
  input.on('error', onEnd); // EIO: the terminal is gone
  input.resume();

  return {
    listen: (take) => {
      taker = take;
      queueMicrotask(pump); // whoever listens is not done setting up
      return () => {
        if (taker === take) taker = undefined;
      };
    },
    forget: async (isKept) => {
      await pollInput();
      clearTimeout(timer);
      rest = '';
      queue = queue.filter((press) => press === 'ended' || isKept(press));
    },
    close: () => {
      clearTimeout(timer);
      taker = undefined;
      input.off('data', onData);
      input.off('end', onEnd);
      input.pause();
    },
  };
}

/** Lets the loop read what has been typed: after two turns of it, one whole look at the input lies between. */
async function pollInput(): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve));
  await new Promise((resolve) => setImmediate(resolve));
}
