/** Lines of a stream, one at a time and none lost: whatever arrives before it is asked for is kept in order. */

import type { Readable } from 'node:stream';
import { decodeUtf8 } from './utf8.ts';

/** What a stream brings next. Lines that cannot be an answer are named and not kept. */
export type LineRead =
  | { readonly kind: 'line'; readonly text: string }
  | { readonly kind: 'refused'; readonly why: 'too-long' | 'not-utf8' | 'control-characters' }
  | { readonly kind: 'end' }
  /** The stream broke: a terminal that went away. */
  | { readonly kind: 'broken' };

export interface LineReader {
  /** The next line. Once the stream has ended, every call says so. One call at a time. */
  readonly next: () => Promise<LineRead>;
  /** Drops the lines that have arrived and were not asked for yet; how many they were. */
  readonly drop: () => Promise<number>;
  /** Ends a waiting `next` and lets go of the stream. */
  readonly close: () => void;
}

/** More characters than any answer has. */
const LONGEST_LINE = 10_000;

/** Characters take up to four bytes; what goes on beyond is not stored. */
const LONGEST_IN_BYTES = LONGEST_LINE * 4;

/** Lines that are kept before a stream is asked to wait. */
const MOST_WAITING = 100;

/** Reads a stream line by line; LF or CRLF ends a line, and the last one may lack it. */
export function readLines(input: Readable): LineReader {
  const waiting: LineRead[] = [];
  let finish: LineRead | undefined;
  let wake: (() => void) | undefined;
  const splitter = lineSplitter((line) => waiting.push(line));
  const onData = (chunk: Buffer | string): void => {
    splitter.push(typeof chunk === 'string' ? Buffer.from(chunk) : chunk);
    if (waiting.length >= MOST_WAITING) input.pause();
    wake?.();
  };
  const onEnd = (): void => {
    if (finish === undefined) splitter.end();
    finish ??= { kind: 'end' };
    wake?.();
  };
  const onError = (): void => {
    finish ??= { kind: 'broken' };
    wake?.();
  };
  input.on('data', onData).on('end', onEnd).on('close', onEnd).on('error', onError);

  const arrival = (): Promise<void> =>
    new Promise((resolve) => {
      wake = resolve;
      input.resume();
    });
  return {
    next: async () => {
      while (waiting.length === 0 && finish === undefined) await arrival();
      wake = undefined;
      return waiting.shift() ?? finish ?? { kind: 'end' };
    },
    drop: async () => {
      input.resume();
      // What the system holds already arrives within one turn of the event loop; the second turn follows its reading.
      for (let turn = 0; turn < 2; turn += 1) await nextTurn();
      return waiting.splice(0).length;
    },
    close: () => {
      finish ??= { kind: 'end' };
      input.off('data', onData).off('end', onEnd).off('close', onEnd);
      input.pause();
      wake?.();
    },
  };
}

function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}

/** Cuts bytes at line feeds; what follows the last one is a line when the stream ends. */
function lineSplitter(emit: (line: LineRead) => void): {
  readonly push: (bytes: Buffer) => void;
  readonly end: () => void;
} {
  let parts: Buffer[] = [];
  let size = 0;
  const add = (bytes: Buffer): void => {
    size += bytes.length;
    if (size <= LONGEST_IN_BYTES) parts.push(bytes);
    else parts = [];
  };
  const cut = (): void => {
    emit(size > LONGEST_IN_BYTES ? { kind: 'refused', why: 'too-long' } : lineOf(Buffer.concat(parts)));
    parts = [];
    size = 0;
  };
  return {
    push: (bytes) => {
      let from = 0;
      for (let at = bytes.indexOf(LF); at !== -1; at = bytes.indexOf(LF, from)) {
        add(bytes.subarray(from, at));
        cut();
        from = at + 1;
      }
      if (from < bytes.length) add(bytes.subarray(from));
    },
    end: () => {
      if (size > 0) cut();
    },
  };
}

const LF = 10;

/** Control characters of which none belongs to an answer: all but the tab. */
const CONTROLS = /[\u0000-\u0008\u000a-\u001f\u007f-\u009f]/;

function lineOf(bytes: Buffer): LineRead {
  const decoded = decodeUtf8(bytes);
  if (!decoded.ok) return { kind: 'refused', why: 'not-utf8' };
  const text = decoded.text.replace(/\r$/, '');
  if (text.length > LONGEST_LINE) return { kind: 'refused', why: 'too-long' };
  if (CONTROLS.test(text)) return { kind: 'refused', why: 'control-characters' };
  return { kind: 'line', text };
}
