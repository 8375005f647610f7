import { EventEmitter } from 'node:events';
import { PassThrough } from 'node:stream';
import { afterEach, expect, test } from 'vitest';
import { LINE_LETTERS } from '../../src/interview/line-commands.ts';
import { lineInput } from '../../src/interview/line-input.ts';
import type { Screen } from '../../src/interview/screen.ts';
import { callWordsIn } from '../../src/interview/words/words.ts';
import type { CallConsole } from '../../src/io/call-console.ts';
import { createLineConsole } from '../../src/io/call-lines.ts';
import { callHelp } from '../../src/render/call-help.ts';
import { callLines } from '../../src/render/call-lines.ts';
import { lineOf, screenWith } from '../render/given-screens.ts';

const WORDS = callWordsIn('en');

interface Desk {
  readonly desk: CallConsole;
  readonly input: PassThrough;
  readonly output: PassThrough;
  readonly signals: EventEmitter;
  readonly written: () => string;
}

const open: CallConsole[] = [];

afterEach(() => {
  for (const desk of open.splice(0)) desk.close();
});

/** A line console on streams of its own; `isTyped` as if a person sat there. */
function deskOn(isTyped = false): Desk {
  const [input, output, signals] = [new PassThrough(), new PassThrough(), new EventEmitter()];
  const parts: string[] = [];
  output.on('data', (chunk: Buffer) => parts.push(chunk.toString()));
  const help = (screen: Screen): string => callHelp(screen, { words: WORDS, letters: LINE_LETTERS });
  const desk = createLineConsole({
    input,
    output,
    isTyped,
    lines: (shown) => callLines({ ...shown, words: WORDS }),
    words: () => WORDS.lines,
    help,
    read: lineInput,
    signals,
  });
  open.push(desk);
  return { desk, input, output, signals, written: () => parts.join('') };
}

const ask = (text: string, more: Partial<Screen> = {}): Screen =>
  screenWith({ blocks: [{ kind: 'say', text }], ...more });

const AGE = ask('How old?', { field: lineOf('number') });
const DANGER = ask('Danger?');

const moment = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 20));

test('all lines of a pipe at once reach their prompts in order', async () => {
  const { desk, input } = deskOn();
  input.end('no\n34\n2\n');
  expect(await desk.show(DANGER)).toEqual({ kind: 'chose', id: 'no' });
  await moment();
  expect(await desk.show(AGE)).toEqual({ kind: 'typed', text: '34' });
  expect(await desk.show(DANGER)).toEqual({ kind: 'chose', id: 'no' });
  expect(await desk.show(AGE)).toEqual({ kind: 'hung-up' });
  expect(await desk.show(AGE)).toEqual({ kind: 'hung-up' });
});

test('a thousand lines in small pieces: none is lost, and none comes twice', async () => {
  const { desk, input } = deskOn();
  const bytes = Buffer.from(Array.from({ length: 1000 }, (_, index) => `n°${index}\n`).join(''));
  for (let at = 0; at < bytes.length; at += 7) input.write(bytes.subarray(at, at + 7));
  input.end();
  const heard: unknown[] = [];
  for (let index = 0; index < 1000; index += 1) heard.push(await desk.show(AGE));
  expect(heard).toEqual(Array.from({ length: 1000 }, (_, index) => ({ kind: 'typed', text: `n°${index}` })));
  expect(await desk.show(AGE)).toEqual({ kind: 'hung-up' });
});

test('lines that end in CRLF, and a last line without an end', async () => {
  const { desk, input } = deskOn();
  input.end('no\r\n34');
  expect(await desk.show(DANGER)).toEqual({ kind: 'chose', id: 'no' });
  expect(await desk.show(AGE)).toEqual({ kind: 'typed', text: '34' });
  expect(await desk.show(AGE)).toEqual({ kind: 'hung-up' });
});

test('an empty input, and one that ends in the middle, hang up', async () => {
  const { desk, input } = deskOn();
  const waiting = desk.show(DANGER);
  await moment();
  input.end();
  expect(await waiting).toEqual({ kind: 'hung-up' });
});

test.each([
  ['a line of 20,000 characters', Buffer.from('x'.repeat(20_000)), 'more than 10,000 characters'],
  ['a line of 200,000 characters', Buffer.from('é'.repeat(200_000)), 'more than 10,000 characters'],
  ['bytes that are no UTF-8', Buffer.from([0x33, 0xff, 0x34]), 'not UTF-8'],
  ['a character cut off', Buffer.from([0xc3]), 'not UTF-8'],
  ['an arrow key', Buffer.from('3\u001b[A4'), 'control characters'],
])('%s is refused, never repeated, and the next line counts', async (_name, bytes, why) => {
  const { desk, input, written } = deskOn();
  for (let at = 0; at < bytes.length; at += 16_384) input.write(bytes.subarray(at, at + 16_384));
  input.end('\n34\n');
  expect(await desk.show(AGE)).toEqual({ kind: 'typed', text: '34' });
  await moment();
  expect(written()).toContain(why);
  expect(written()).not.toMatch(/xxx|ééé|\ufffd|\u001b/);
});

test('a line of exactly 10,000 characters of any width is taken', async () => {
  const { desk, input } = deskOn();
  input.end(`${'€'.repeat(10_000)}\n`);
  expect(await desk.show(AGE)).toEqual({ kind: 'typed', text: '€'.repeat(10_000) });
});

test('a wrong line says what was wrong and asks again; help is given without an answer', async () => {
  const { desk, input, written } = deskOn();
  input.end('perhaps\n/help\n1\n');
  expect(await desk.show(DANGER)).toEqual({ kind: 'chose', id: 'yes' });
  await moment();
  const [, afterPerhaps = '', afterHelp = ''] = written().split('> ');
  expect(afterPerhaps).toBe('\nNotice: that is none of the options; type the number of one\n\n1  Yes\n2  No\n');
  expect(afterHelp).toContain('/emergency');
  expect(written()).not.toContain('perhaps');
});

test('lines that a person typed before a fresh screen was shown are dropped, and that is said', async () => {
  const { desk, input, written } = deskOn(true);
  input.write('34\nyes\nyes\n');
  expect(await desk.show(AGE)).toEqual({ kind: 'typed', text: '34' });
  const waiting = desk.show({ ...DANGER, isFresh: true });
  await moment();
  expect(written()).toContain('what was typed before this was shown was not taken');
  expect(written().indexOf('not taken')).toBeLessThan(written().indexOf('Danger?'));
  input.write('no\n');
  expect(await waiting).toEqual({ kind: 'chose', id: 'no' });
});

test('what the system still held when a fresh screen came up counts as typed before', async () => {
  const { desk, input, written } = deskOn(true);
  setImmediate(() => input.write('yes\n'));
  const waiting = desk.show({ ...DANGER, isFresh: true });
  await moment();
  input.write('no\n');
  expect(await waiting).toEqual({ kind: 'chose', id: 'no' });
  expect(written()).toContain('not taken');
});

test('nothing is dropped where nothing was typed ahead, before an ordinary screen, or from a pipe', async () => {
  const typed = deskOn(true);
  const waiting = typed.desk.show({ ...DANGER, isFresh: true });
  await moment();
  typed.input.write('no\n34\n');
  expect(await waiting).toEqual({ kind: 'chose', id: 'no' });
  expect(await typed.desk.show(AGE)).toEqual({ kind: 'typed', text: '34' });
  const piped = deskOn(false);
  piped.input.end('34\nno\n');
  expect(await piped.desk.show(AGE)).toEqual({ kind: 'typed', text: '34' });
  expect(await piped.desk.show({ ...DANGER, isFresh: true })).toEqual({ kind: 'chose', id: 'no' });
  expect(typed.written() + piped.written()).not.toContain('not taken');
});

test('a flashed screen is written at once, and showing it does not write it again', async () => {
  const { desk, input, written } = deskOn();
  const alarm = ask('Help is needed now', { isAlarm: true, isFresh: true });
  desk.flash(alarm);
  expect(written()).toContain('EMERGENCY');
  input.end('1\n');
  const later: Screen = { ...alarm, header: { ...alarm.header, elapsed: alarm.header.elapsed + 1 } };
  expect(await desk.show(later)).toEqual({ kind: 'chose', id: 'yes' });
  await moment();
  expect(written().match(/EMERGENCY/g)).toHaveLength(1);
  expect(written().match(/> /g)).toHaveLength(1);
});

test('what changed between flashing and showing is written, and not the whole screen again', async () => {
  const { desk, input, written } = deskOn();
  const alarm = ask('Help is needed now', { isAlarm: true });
  desk.flash(alarm);
  input.end('1\n');
  await desk.show({ ...alarm, notices: ['the call is not being saved'] });
  await moment();
  expect(written().match(/EMERGENCY/g)).toHaveLength(1);
  expect(written()).toContain('Notice: the call is not being saved');
});

test.each(['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT'])(
  '%s interrupts a waiting prompt, and every one after it',
  async (signal) => {
    const { desk, input, signals } = deskOn(true);
    const waiting = desk.show(DANGER);
    await moment();
    signals.emit(signal);
    expect(await waiting).toEqual({ kind: 'interrupted' });
    input.write('34\n');
    expect(await desk.show(AGE)).toEqual({ kind: 'interrupted' });
  },
);

test('a signal between two prompts interrupts the next one', async () => {
  const { desk, signals } = deskOn();
  signals.emit('SIGTERM');
  expect(await desk.show(DANGER)).toEqual({ kind: 'interrupted' });
});

test('after the first Ctrl-C the second one is left to the system; a window may close twice', () => {
  const { desk, signals } = deskOn();
  signals.emit('SIGINT');
  expect(signals.listenerCount('SIGINT')).toBe(0);
  signals.emit('SIGHUP');
  expect(signals.listenerCount('SIGHUP')).toBe(1);
  desk.close();
  desk.close();
  expect(signals.eventNames()).toEqual([]);
});

test('Ctrl-D hangs up; the end of a window that was closed is an interruption, whichever comes first', async () => {
  const hungUp = deskOn(true);
  hungUp.input.end();
  expect(await hungUp.desk.show(DANGER)).toEqual({ kind: 'hung-up' });
  const closed = deskOn(true);
  const waiting = closed.desk.show(DANGER);
  closed.input.end();
  await new Promise((resolve) => setTimeout(resolve, 5));
  closed.signals.emit('SIGHUP');
  expect(await waiting).toEqual({ kind: 'interrupted' });
});

test('an input that breaks interrupts; an output that nobody reads any more breaks nothing', async () => {
  const { desk, input, output } = deskOn();
  output.destroy(new Error('EPIPE'));
  const waiting = desk.show(DANGER);
  await moment();
  input.destroy(new Error('EIO'));
  expect(await waiting).toEqual({ kind: 'interrupted' });
});

test('closing ends a waiting prompt and stops reading', async () => {
  const { desk, input } = deskOn();
  const waiting = desk.show(DANGER);
  await moment();
  desk.close();
  expect(await waiting).toEqual({ kind: 'hung-up' });
  expect(input.isPaused()).toBe(true);
  expect(input.listenerCount('data')).toBe(0);
});

test('nothing that a text carries reaches the terminal as a command', async () => {
  const { desk, input, written } = deskOn();
  input.end('1\n');
  await desk.show(ask('Clear \u001b[2J this'));
  await moment();
  expect(written()).toContain('Clear \\u{1b}[2J this');
});
