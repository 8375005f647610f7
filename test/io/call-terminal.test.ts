import { afterEach, expect, test, vi } from 'vitest';
import type { Screen } from '../../src/interview/screen.ts';
import { inputsAt, openCall, SEVERAL, screenOf, TEXT, YES_NO } from './terminal-call.ts';
import { COOKED, ctrl, KEY, paste, type VirtualTerminal } from './virtual-terminal.ts';

const open: { close: () => void }[] = [];

function call(size?: { columns: number; rows: number }): ReturnType<typeof openCall> {
  const opened = openCall(size);
  open.push(opened.console);
  return opened;
}

afterEach(() => {
  for (const one of open.splice(0)) one.close();
  vi.restoreAllMocks();
});

const chose = (id: string): object => ({ kind: 'chose', id });
const typed = (text: string): object => ({ kind: 'typed', text });

test('a key marks an answer on screen and Enter gives it', async () => {
  const { terminal, console } = call();
  const input = console.show(screenOf('Are you safe?', YES_NO));
  expect(await terminal.until('Are you safe?')).toContain(' 2 - YES');
  terminal.type('2');
  await terminal.until('>2 - YES');
  terminal.type(KEY.enter);
  expect(await input).toEqual(chose('yes'));
});

test('what is typed ahead in one burst reaches the prompts in order', async () => {
  const { terminal, console } = call();
  const first = console.show(screenOf('one', YES_NO));
  terminal.type(`1${KEY.enter}2${KEY.enter}13${KEY.enter}half a line`);
  expect(await first).toEqual(chose('no'));
  expect(await console.show(screenOf('two', YES_NO))).toEqual(chose('yes'));
  expect(await console.show(screenOf('three', SEVERAL))).toEqual({ kind: 'ticked', ids: ['red', 'blue'], unsure: [] });
  const last = console.show(screenOf('four', TEXT));
  await terminal.until('[half a line|]');
  terminal.type(KEY.enter);
  expect(await last).toEqual(typed('half a line'));
});

test('a fresh screen takes nothing that was typed before it was seen', async () => {
  const { terminal, console } = call();
  terminal.type(`1${KEY.enter}2${KEY.enter}`);
  expect(await console.show(screenOf('one', YES_NO))).toEqual(chose('no'));
  const fresh = console.show(screenOf('Are you in danger?', YES_NO, { isFresh: true }));
  await terminal.until('Are you in danger?');
  expect(terminal.screen()).not.toContainEqual(expect.stringContaining('>'));
  await pressUntilShown(terminal, '1', '>1 - NO');
  terminal.type(KEY.enter);
  expect(await fresh).toEqual(chose('no'));
});

test('bytes that the system still holds when a fresh screen is painted are thrown away too', async () => {
  const { terminal, console } = call();
  setImmediate(() => terminal.type(`2${KEY.enter}`, '\u001b')); // the loop hands them over in its next turn
  const fresh = console.show(screenOf('danger', YES_NO, { isFresh: true }));
  await terminal.until('danger');
  await pressUntilShown(terminal, '1', '>1 - NO');
  terminal.type(KEY.enter);
  expect(await fresh).toEqual(chose('no'));
});

test.each([
  ['the emergency', ctrl('e'), { kind: 'command', command: 'emergency' }],
  ['Ctrl-C', ctrl('c'), { kind: 'interrupted' }],
])('%s counts even before a fresh screen', async (_what, key, expected) => {
  const { terminal, console } = call();
  terminal.type(`1${key}2${KEY.enter}`);
  expect(await console.show(screenOf('danger', YES_NO, { isFresh: true }))).toEqual(expected);
});

test('characters and sequences that arrive in pieces are put together', async () => {
  const { terminal, console } = call();
  const text = Buffer.from('éa😀');
  const line = console.show(screenOf('name', TEXT));
  for (const byte of text) terminal.type(Uint8Array.of(byte));
  terminal.type('\u001b', '[', 'D', 'x', KEY.enter);
  expect(await line).toEqual(typed('éax😀'));
  const list = console.show(screenOf('which', YES_NO));
  terminal.type('\u001b[', 'B', '\u001bO', 'B', KEY.enter);
  expect(await list).toEqual(chose('yes'));
});

test('Escape alone opens the menu, after a moment', async () => {
  const { terminal, console } = call();
  terminal.type(KEY.escape);
  expect(await console.show(screenOf('one', YES_NO))).toEqual({ kind: 'command', command: 'menu' });
});

test('a paste is text: its line ends submit nothing and its sequences command nothing', async () => {
  const { terminal, console } = call();
  const line = console.show(screenOf('note', TEXT));
  terminal.type(paste('one\r\ntwo\nthree\u001b[A\u0005\u0003\u0004\tfour'), KEY.enter);
  expect(await line).toEqual(typed('one two three[A four'));
  const list = console.show(screenOf('which', YES_NO));
  terminal.type(paste('2\n'));
  expect(await terminal.until('press the key of an answer')).not.toContain('>');
  terminal.type('1', KEY.enter);
  expect(await list).toEqual(chose('no'));
});

test('a paste in pieces is one paste', async () => {
  const { terminal, console } = call();
  const line = console.show(screenOf('note', TEXT));
  const bytes = Buffer.from(paste('é\nb'));
  for (const byte of bytes) terminal.type(Uint8Array.of(byte));
  terminal.type(KEY.enter);
  expect(await line).toEqual(typed('é b'));
});

test('a paste whose end never comes does not swallow the keys after it', async () => {
  const { terminal, console } = call();
  const line = console.show(screenOf('note', TEXT));
  terminal.type('\u001b[200~torn');
  await terminal.until('[torn|]');
  terminal.type(KEY.enter);
  expect(await line).toEqual(typed('torn'));
});

test.each([
  ['the emergency', ctrl('e'), { kind: 'command', command: 'emergency' }],
  ['Ctrl-C', ctrl('c'), { kind: 'interrupted' }],
])('%s counts at once in a paste whose end never comes', async (_what, key, expected) => {
  const { terminal, console } = call();
  const line = console.show(screenOf('note', TEXT));
  terminal.type('\u001b[200~torn');
  await later();
  terminal.type(key);
  const patience = 500; // milliseconds; a paste may pause for a second
  expect(await Promise.race([line, new Promise((resolve) => setTimeout(resolve, patience))])).toMatchObject(expected); // with what had come of the paste
});

test('bytes that are no UTF-8 are not taken for a character, and that is said', async () => {
  const { terminal, console } = call();
  const line = console.show(screenOf('note', TEXT));
  terminal.type('a', Uint8Array.of(0xe9), 'b');
  await terminal.until('UTF-8');
  terminal.type('c', KEY.enter);
  expect(await line).toEqual(typed(expect.stringMatching(/^ab?c$/)));
});

test.each([
  ['Ctrl-C', ctrl('c'), { kind: 'interrupted' }],
  ['Ctrl-D', ctrl('d'), { kind: 'command', command: 'pause', typed: 'half' }],
])('%s', async (_key, key, expected) => {
  const { terminal, console } = call();
  const input = console.show(screenOf('one', TEXT));
  terminal.type('half', key);
  expect(await input).toEqual(expected);
});

test('the end of the input interrupts, after what was typed before it', async () => {
  const { terminal, console } = call();
  terminal.type(`1${KEY.enter}`);
  terminal.hangUp();
  const screens = [screenOf('one', YES_NO), screenOf('two', YES_NO), screenOf('three', YES_NO)];
  expect(await inputsAt(console, screens)).toEqual([chose('no'), { kind: 'interrupted' }, { kind: 'interrupted' }]);
});

test('an Escape before the end of the input still counts', async () => {
  const { terminal, console } = call();
  terminal.type(KEY.escape);
  terminal.hangUp();
  const screens = [screenOf('one', YES_NO), screenOf('two', YES_NO)];
  expect(await inputsAt(console, screens)).toEqual([{ kind: 'command', command: 'menu' }, { kind: 'interrupted' }]);
});

test.each(['SIGTERM', 'SIGHUP', 'SIGINT', 'SIGQUIT'] as const)(
  '%s interrupts, also between two screens',
  async (signal) => {
    const { console } = call();
    const input = console.show(screenOf('one', YES_NO));
    await later();
    process.emit(signal);
    expect(await input).toEqual({ kind: 'interrupted' });
    expect(await console.show(screenOf('two', YES_NO))).toEqual({ kind: 'interrupted' });
  },
);

test.each(['input', 'output'] as const)('a terminal that is gone interrupts: %s', async (stream) => {
  const { terminal, console } = call();
  const input = console.show(screenOf('one', YES_NO));
  await later();
  terminal[stream].emit('error', Object.assign(new Error('read EIO'), { code: 'EIO' }));
  expect(await input).toEqual({ kind: 'interrupted' });
  console.close();
});

test('a window of another size shows the line as far as it was typed', async () => {
  const { terminal, console } = call();
  const input = console.show(screenOf('name', TEXT));
  terminal.type('abc', KEY.left);
  await terminal.until('[ab|c]');
  terminal.resize(30, 6);
  expect(terminal.screen()).toEqual(['name', '[ab|c]', '', '', '', '']);
  terminal.resize(120, 40);
  expect(terminal.screen()).toHaveLength(40);
  terminal.type('x', KEY.enter);
  expect(await input).toEqual(typed('abxc'));
});

test('twenty columns: rows that are too wide are cut and push nothing away', async () => {
  const { terminal, console } = call({ columns: 20, rows: 4 });
  const wide = 'a title that is far wider than the window is';
  const input = console.show(screenOf(wide, YES_NO));
  await terminal.until(' 1 - NO');
  terminal.type('2');
  await terminal.until('>2 - YES');
  expect(terminal.screen()[0]).toHaveLength(20);
  expect(terminal.screen()[0]?.slice(0, 19)).toBe(wide.slice(0, 19));
  terminal.type(KEY.enter);
  expect(await input).toEqual(chose('yes'));
});

test('a wide window shows wide rows', async () => {
  const { terminal, console } = call({ columns: 132, rows: 4 });
  const wide = '0123456789'.repeat(13);
  void console.show(screenOf(wide, YES_NO));
  await terminal.until(' 1 - NO');
  expect(terminal.screen()[0]).toBe(wide);
});

test('a screen that fills the window to the last cell stays in its place', async () => {
  const { terminal, console } = call({ columns: 10, rows: 4 });
  const title = ['0123456789', 'abcdefghij', 'ABCDEFGHIJ', '9876543210'].join('\n');
  const full = (extra: Partial<Screen> = {}): Screen => screenOf(title, YES_NO, extra);
  const input = console.show(full());
  await terminal.until('9876543210');
  expect(terminal.screen()).toEqual(title.split('\n'));
  terminal.type('1', KEY.enter);
  await input;
  expect(terminal.screen()).toEqual(title.split('\n'));
});

test('a shorter screen leaves nothing of the one before', async () => {
  const { terminal, console } = call();
  const first = console.show(screenOf('a long title that goes', SEVERAL));
  terminal.type('0', KEY.enter);
  await first;
  void console.show(screenOf('b', TEXT));
  await terminal.until('[|]');
  expect(terminal.screen().filter((row) => row !== '')).toEqual(['b', '[|]']);
});

test('a flash is on screen before the next line of code, and the cursor never shows', () => {
  const { terminal, console } = call();
  console.flash(screenOf('Call 911 now', YES_NO, { isAlarm: true }));
  expect(terminal.screen()[0]).toBe('Call 911 now');
  expect(terminal.modes()).toMatchObject({ isAlternate: true, isCursorShown: false, isRaw: true });
});

test('between two prompts nothing is wiped and the cursor stays hidden', async () => {
  const { terminal, console } = call();
  const input = console.show(screenOf('one', YES_NO));
  terminal.type('1', KEY.enter);
  await input;
  await later();
  expect(terminal.screen()[0]).toBe('one');
  expect(terminal.modes().isCursorShown).toBe(false);
});

test('each key is one write', async () => {
  const { terminal, console } = call();
  void console.show(screenOf('one', TEXT));
  await terminal.until('one');
  const before = terminal.writes();
  terminal.type('a', 'b', 'c');
  await terminal.until('[abc|]');
  expect(terminal.writes() - before).toBe(3);
});

test('closing gives the terminal back as it was, once, and leaves nothing of the call on it', async () => {
  openCall().console.close();
  const listening = (): readonly unknown[] => process.eventNames().map((name) => [name, process.listenerCount(name)]);
  const before = listening();
  const { terminal, console } = call();
  terminal.type('x');
  void console.show(screenOf('a caller said this', TEXT));
  await terminal.until('[x|]');
  expect(terminal.modes()).toEqual({
    isRaw: true,
    isAlternate: true,
    isCursorShown: false,
    isPasteBracketed: true,
    doesWrap: false,
  });
  console.close();
  const bytes = terminal.written();
  for (const code of ['\u001b[?1049l', '\u001b[?25h', '\u001b[?2004l', '\u001b[?7h']) {
    expect(bytes.split(code)).toHaveLength(2);
  }
  expect(bytes.indexOf('\u001b[2J')).toBeGreaterThan(bytes.lastIndexOf('a caller said this')); // where no alternate screen is
  expect(terminal.modes()).toEqual(COOKED);
  expect(terminal.screen().join('')).toBe('');
  console.close();
  console.flash(screenOf('late', TEXT));
  expect(terminal.written()).toBe(bytes);
  expect(await console.show(screenOf('late', TEXT))).toEqual({ kind: 'interrupted' });
  expect(listening()).toEqual(before);
  expect(terminal.output.listenerCount('resize')).toBe(0);
});

test('what a caller said cannot command the terminal', async () => {
  const { terminal, console } = call();
  void console.show(screenOf('\u001b]0;owned\u0007 \u001b[2J \u009b31m', TEXT));
  await terminal.until('\\u{1b}]0;owned\\u{7}');
  expect(terminal.written()).not.toMatch(/\u001b\]|\u0007|\u009b|\u001b\[2J/);
});

test('a process that ends without closing still gives the terminal back', () => {
  const { terminal } = call();
  const leave = process.listeners('exit').at(-1);
  leave?.(0);
  expect(terminal.modes()).toEqual(COOKED);
});

test('Ctrl-Z gives the terminal back, stops the job, and goes on where it was', async () => {
  const { terminal, console } = call();
  const input = console.show(screenOf('name', TEXT));
  terminal.type('abc');
  await terminal.until('[abc|]');
  const kill = vi.spyOn(process, 'kill').mockImplementation(() => {
    expect(terminal.modes()).toEqual(COOKED);
    expect(process.listenerCount('SIGTSTP')).toBe(0);
    return true;
  });
  terminal.type(ctrl('z'));
  await later();
  expect(kill.mock.calls).toEqual([[0, 'SIGTSTP']]);
  const resized = vi.fn();
  process.once('SIGWINCH', resized);
  process.emit('SIGCONT');
  expect(resized).toHaveBeenCalledOnce();
  expect(terminal.modes()).toMatchObject({ isRaw: true, isAlternate: true, isCursorShown: false });
  expect(terminal.screen()).toContain('[abc|]');
  terminal.type('d', KEY.enter);
  expect(await input).toEqual(typed('abcd'));
});

test('where no shell stops it, Ctrl-Z changes nothing', async () => {
  const { terminal, console } = call();
  vi.spyOn(process, 'kill').mockReturnValue(true);
  void console.show(screenOf('name', TEXT));
  await terminal.until('name');
  terminal.type(ctrl('z'));
  await terminal.until('name');
  expect(terminal.modes()).toMatchObject({ isRaw: true, isAlternate: true });
});

test('a stop from outside stops this process alone', async () => {
  const { terminal } = call();
  const kill = vi.spyOn(process, 'kill').mockReturnValue(true);
  process.emit('SIGTSTP');
  expect(terminal.modes()).toEqual(COOKED);
  expect(kill.mock.calls).toEqual([[process.pid, 'SIGTSTP']]);
  expect(process.listenerCount('SIGTSTP')).toBe(1);
});

/** Presses a key again and again until the screen shows what it does: keys before that were thrown away. */
async function pressUntilShown(terminal: VirtualTerminal, key: string, text: string): Promise<void> {
  const timer = setInterval(() => terminal.type(key), 5);
  await terminal.until(text).finally(() => clearInterval(timer));
}

/** Lets everything happen that is due. */
function later(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 15));
}

test('no signal opens the debugger of Node while a call is taken', () => {
  const before = process.listenerCount('SIGUSR1');
  const { console } = call();
  expect(process.listenerCount('SIGUSR1')).toBe(before + 1);
  console.close();
  expect(process.listenerCount('SIGUSR1')).toBe(before);
});
