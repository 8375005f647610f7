/** Calls that are laid aside, broken off or closed: the terminal is given back, and nothing that was answered is lost. */

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { callerOf } from '../calls/callers.ts';
import {
  type Desk,
  type Desks,
  GIVEN_BACK,
  inOneLine,
  openDesks,
  PROGRAM,
  prompted,
  sayLine,
  typeLine,
} from './at-a-shell.ts';
import { see, takeCall } from './counselor.ts';
import { hasEnded } from './saved-calls.ts';
import { ctrl, KEY, type Pane } from './tmux.ts';

let desks: Desks;
let desk: Desk;
beforeAll(async () => {
  desks = await openDesks();
});
afterAll(() => desks.close());
beforeEach(() => {
  desk = desks.open();
});

const CALLER = callerOf('moderate-drinker');

/** The first question that is answered by typing words, and what has been answered when it appears. */
const TYPED = 'location';
const BEFORE_TYPED = ['danger_now', 'role', 'age', 'safe_to_talk', 'callback_number', 'callback_message'];

const HALF_A_LINE = /^> somewhere in│$/m;

/** Takes a call up to a typed question and types half an answer. */
async function halfTyped(pane: Pane): Promise<void> {
  await takeCall(pane, CALLER, TYPED);
  await pane.type('somewhere in');
  await pane.until(HALF_A_LINE);
}

/** Opens a shell and begins a call there; once it has ended, its status and what it left of the terminal are told. */
async function begun(words = 'interview', variables = ''): Promise<Pane> {
  const pane = await desk.shell();
  const settings = (name: string): string => `stty -g > ${join(desk.folder, name)}`;
  await typeLine(
    pane,
    `${settings('before')}; ${variables}${PROGRAM} ${words}; s=$?; ${settings('after')}; echo "status $s"; cat -v`,
  );
  return pane;
}

/** The terminal is as it was: its settings, its modes, and what typing and pasting do. */
async function expectSane(pane: Pane): Promise<void> {
  const [before, after] = ['before', 'after'].map((name) => readFileSync(join(desk.folder, name), 'utf8'));
  expect(after).toBe(before);
  expect(await pane.modes()).toEqual(GIVEN_BACK);
  // `cat -v` shows what no terminal should send any more as ^[[200~.
  await pane.paste('pasted');
  await pane.type(` and typed${KEY.enter}`);
  await pane.until(/^pasted and typed\npasted and typed$/m);
}

/** The call is saved as far as it was answered, nobody has it open, and it goes on where it stood. */
async function expectSaved(): Promise<void> {
  const id = desk.calls.single();
  expect(desk.calls.answered(id)).toEqual(BEFORE_TYPED);
  expect(desk.calls.events(id).at(-1)).toEqual({ kind: 'paused' });
  expect(desk.calls.files()).toEqual([`${id}.jsonl`]);
  await see(await desk.typed(`interview --resume ${id}`), TYPED);
}

test('Ctrl-Z gives the shell its terminal; after fg the half-typed line is there, and the call goes on', async () => {
  const pane = await desk.shell();
  await typeLine(pane, `${PROGRAM} interview`);
  await halfTyped(pane);
  await pane.type(ctrl('z'));
  await pane.until(/Stopped.*\n\$$/);
  expect(await pane.modes()).toEqual(GIVEN_BACK);
  await typeLine(pane, 'stty -a | grep -ow -- "-*icanon\\|-*echo"; echo "listed"');
  expect(await pane.until(/^listed$/m)).toMatch(/^icanon\necho\nlisted$/m);
  await typeLine(pane, 'fg');
  await pane.until(HALF_A_LINE);
  await pane.type(` Example Town${KEY.enter}`);
  await see(pane, 'state');
  expect(desk.calls.events(desk.calls.single()).at(-1)).toEqual({
    kind: 'answered',
    question: TYPED,
    reply: { said: 'somewhere in Example Town' },
  });
  await takeCall(pane, CALLER, 'review');
});

test('stopped and continued from outside, it takes no key from the shell until it is called back', async () => {
  const pane = await desk.shell();
  await typeLine(pane, `${PROGRAM} interview`);
  await halfTyped(pane);
  const [pid = 0] = desk.calls.holders(desk.calls.single());
  process.kill(pid, 'SIGTSTP');
  await pane.until(/Stopped.*\n\$$/);
  expect(await pane.modes()).toEqual(GIVEN_BACK);
  process.kill(pid, 'SIGCONT');
  await typeLine(pane, 'echo "the shell is" here');
  await pane.until(/^the shell is here$/m);
  // It stops again as soon as it wants the terminal; a shell that has not noticed yet needs to be told twice.
  await typeLine(pane, 'fg || fg');
  await pane.until(HALF_A_LINE);
  await pane.type(` Example Town${KEY.enter}`);
  await see(pane, 'state');
});

test('stopped hard and continued, it draws itself again', async () => {
  const pane = await desk.shell();
  await typeLine(pane, `${PROGRAM} interview`);
  await halfTyped(pane);
  const [pid = 0] = desk.calls.holders(desk.calls.single());
  process.kill(pid, 'SIGSTOP');
  await pane.until(/Stopped/);
  await typeLine(pane, 'fg');
  // The shell has written over the first row.
  const isDrawn = (shown: string): boolean => shown.startsWith('Who is calling') && HALF_A_LINE.test(shown);
  await pane.read((shown) => (isDrawn(shown) ? shown : undefined), 'the whole screen');
});

test('a window of another size is painted anew, with what was ticked and typed', async () => {
  const pane = await desk.typed('interview', { columns: 80, rows: 24 });
  await halfTyped(pane);
  for (const size of [
    { columns: 120, rows: 40 },
    { columns: 60, rows: 20 },
    { columns: 80, rows: 24 },
  ]) {
    await pane.resize(size);
    // The rule under the header is as wide as the window, and nothing of the size before is left.
    const signs = [
      new RegExp(`^─{${size.columns}}$`, 'm'),
      /^Who is calling/m,
      /^│ Where are you/m,
      HALF_A_LINE,
      /\^E emer/,
    ];
    const isPainted = (shown: string): boolean => signs.every((sign) => sign.test(shown));
    const screen = await pane.read((shown) => (isPainted(shown) ? shown : undefined), 'the screen in its new size');
    for (const sign of [/─+/g, /Who is calling/g, /Where are you/g, /somewhere in/g, /\^E/g])
      expect(screen.match(sign)).toHaveLength(1);
  }
  await pane.type(` Example Town${KEY.enter}`);
  await see(pane, 'state');
  const ticking = await takeCall(pane, CALLER, 'substances');
  expect(ticking.kind).toBe('question');
  await pane.type('1');
  await pane.until(/^> 1 \[x\]/m);
  await pane.resize({ columns: 100, rows: 30 });
  expect(await pane.until(/^─{100}$/m)).toMatch(/^> 1 \[x\]/m);
});

test('Ctrl-C saves the call, says how to go on, gives the terminal back and ends with 130', async () => {
  const pane = await begun();
  await halfTyped(pane);
  await pane.type(ctrl('c'));
  await pane.until(/^status 130$/m);
  const said = inOneLine(await pane.everything());
  expect(said).toContain(`intakeline interview --resume ${desk.calls.single()}`);
  expect(said).not.toContain('LEVEL');
  await expectSane(pane);
  await expectSaved();
});

test('Ctrl-C twice is no more than once', async () => {
  const pane = await begun();
  await halfTyped(pane);
  await pane.type(ctrl('c') + ctrl('c'));
  await pane.until(/^status 130$/m);
  await expectSane(pane);
  await expectSaved();
});

test.each([
  ['SIGTERM', 130],
  ['SIGINT', 130],
  ['SIGQUIT', 130], // and no core dump
  ['SIGHUP', 129], // as a process ends that leaves it to the system
] as const)('%s saves the call and gives the terminal back', async (signal, status) => {
  const pane = await begun();
  await halfTyped(pane);
  const [pid = 0] = desk.calls.holders(desk.calls.single());
  process.kill(pid, signal);
  await pane.until(new RegExp(`^status ${status}$`, 'm'));
  await expectSane(pane);
  await expectSaved();
});

test('a fault in the middle of a call gives the terminal back, ends with 70 and says where the call is, but not what was said', async () => {
  const trap = join(desk.folder, 'trap.mjs');
  writeFileSync(trap, "process.once('SIGUSR2', () => { throw new RangeError('CANARY'); });");
  const pane = await begun('interview', `NODE_OPTIONS='--import ${trap}' `);
  await halfTyped(pane);
  const [pid = 0] = desk.calls.holders(desk.calls.single());
  process.kill(pid, 'SIGUSR2');
  await pane.until(/^status 70$/m);
  const said = inOneLine(await pane.everything());
  expect(said).toContain(`intakeline interview --resume ${desk.calls.single()}`);
  expect(said).toContain('a fault of this program (RangeError)');
  expect(said).not.toContain('CANARY');
  await expectSane(pane);
  expect(desk.calls.answered(desk.calls.single())).toEqual(BEFORE_TYPED);
});

/** Takes a call line by line up to a typed question and types half an answer. */
async function halfTypedInLines(pane: Pane): Promise<void> {
  await prompted(pane);
  for (const line of ['no', 'self', '34', 'alone', '/unsure', 'message-fine']) await sayLine(pane, line);
  await pane.type('somewhere in');
}

/** Closes the window of a call; nothing is left but what was saved. */
async function expectClosed(pane: Pane): Promise<void> {
  const [pid = 0] = desk.calls.holders(desk.calls.single());
  await pane.close();
  await Promise.all([hasEnded(pid), hasEnded(pane.pid)]);
  await expectSaved();
}

describe.each([
  ['interview', halfTyped],
  ['interview --plain', halfTypedInLines],
] as const)('the window of `%s` is closed', (words, take) => {
  test('and everything that was answered is saved', async () => {
    const pane = await desk.typed(words);
    await take(pane);
    await expectClosed(pane);
  });

  test('and the program does not abort, after which its memory might be on disk, though no signal tells it', async () => {
    const pane = await desk.shell();
    // A shell that leads the session and goes on keeps the signal to itself, and writes down how the program ended.
    const how = join(desk.folder, 'how');
    await typeLine(pane, `exec bash -c 'trap : HUP; ${PROGRAM} ${words}; echo $? > ${how}'`);
    await take(pane);
    await expectClosed(pane);
    expect(Number(readFileSync(how, 'utf8'))).toBe(129);
  });
});

test('a window that is closed while the call is stopped', async () => {
  const pane = await desk.shell();
  await typeLine(pane, `${PROGRAM} interview`);
  await halfTyped(pane);
  await pane.type(ctrl('z'));
  await pane.until(/Stopped.*\n\$$/);
  await expectClosed(pane);
});

test('a window in which nothing but the call runs', async () => {
  const pane = await desk.alone('interview');
  await halfTyped(pane);
  await pane.type(ctrl('z')); // no shell that could call it back
  await pane.type(' a town');
  await pane.until(/^> somewhere in a town│$/m);
  await expectClosed(pane);
});

test('a second program is kept out of a call that is open, and told who has it and what to do', async () => {
  const first = await desk.typed('interview');
  await halfTyped(first);
  const id = desk.calls.single();
  const [pid = 0] = desk.calls.holders(id);
  const second = await desk.typed(`interview --resume ${id}`);
  await second.until(/^status 2$/m);
  const said = inOneLine(await second.everything());
  expect(said).toContain(`cannot open call \`${id}\`: it is open in another window (process ${pid} on `);
  expect(said).toContain('go on there');
  await first.type(` Example Town${KEY.enter}`);
  await see(first, 'state');
  await first.type(ctrl('d'));
  await first.until(/^status 0$/m);
  await see(await desk.typed(`interview --resume ${id}`), 'state');
});
