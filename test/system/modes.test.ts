/** Ways of showing a call: on screens or line by line, with colour or without, the result on the terminal or in a file. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { callerOf } from '../calls/callers.ts';
import { typedCall } from '../fixtures/typed-call.ts';
import { type Desk, type Desks, GIVEN_BACK, openDesks, PROGRAM, prompted, sayLine, typeLine } from './at-a-shell.ts';
import { see, takeCall } from './counselor.ts';
import { ctrl, type Pane } from './tmux.ts';

let desks: Desks;
let desk: Desk;
beforeAll(async () => {
  desks = await openDesks();
});
afterAll(() => desks.close());
beforeEach(() => {
  desk = desks.open();
});

/** What begins a sequence for the terminal. */
const ESCAPE = '\u001b';

test('with its result in a file the call is on the terminal, and the file has one JSON summary and nothing else', async () => {
  const pane = await desk.typed(`interview --format json > ${join(desk.folder, 'call.json')}`);
  await takeCall(pane, callerOf('moderate-drinker'));
  const text = readFileSync(join(desk.folder, 'call.json'), 'utf8');
  expect(JSON.parse(text)).toMatchObject({
    format: 'intakeline/summary/1',
    level: { id: 'iop' },
    call: { id: desk.calls.single() },
  });
  expect(await pane.everything()).toContain(`saved as ${desk.calls.single()}`);
  expect(await pane.modes()).toEqual(GIVEN_BACK);
});

test('a call that is broken off leaves nothing in the file', async () => {
  const pane = await desk.typed(`interview --format json > ${join(desk.folder, 'call.json')}`);
  await takeCall(pane, callerOf('moderate-drinker'), 'age');
  await pane.type(ctrl('c'));
  await pane.until(/^status 130$/m);
  expect(readFileSync(join(desk.folder, 'call.json'), 'utf8')).toBe('');
});

/** Questions that are asked before `body_now`, the first of the red flags. */
const BEFORE_RED_FLAGS = 9;

/** Begins a call at a shell where the variables are set. */
async function begun(command: string): Promise<Pane> {
  const pane = await desk.shell();
  await typeLine(pane, `${command}; echo "status $?"`);
  return pane;
}

test('the screens are coloured', async () => {
  const pane = await begun(`${PROGRAM} interview`);
  await see(pane, 'danger_now');
  expect(await pane.coloured()).toContain(`${ESCAPE}[`);
});

test.each([
  ['--no-color', `${PROGRAM} interview --no-color`],
  ['NO_COLOR', `NO_COLOR=1 ${PROGRAM} interview`],
])('%s: neither the screens, the emergency nor the summary has a colour', async (_what, command) => {
  const pane = await begun(command);
  await takeCall(pane, callerOf('seizure-yesterday'), 'emergency');
  expect(await pane.coloured()).not.toContain(ESCAPE);
  await takeCall(pane, callerOf('seizure-yesterday'));
  expect(await pane.everything()).toMatch(/^status 0$/m);
  expect(await pane.coloured()).not.toContain(ESCAPE);
});

test.each([
  ['--plain', `${PROGRAM} interview --plain`],
  ['TERM=dumb', `TERM=dumb ${PROGRAM} interview`],
])('%s: a whole call line by line, without a screen of its own', async (_what, command) => {
  const pane = await begun(command);
  await prompted(pane);
  expect(await pane.coloured()).not.toContain(ESCAPE);
  const lines = typedCall('iop');
  for (const line of lines.slice(0, -1)) await sayLine(pane, line);
  expect(await pane.modes()).toEqual(GIVEN_BACK);
  await typeLine(pane, lines.at(-1) ?? '');
  await pane.until(/^status 0$/m);
  const everything = await pane.everything();
  expect(everything).toMatch(/^LEVEL +Intensive outpatient program \(IOP\)$/m);
  // Nothing is drawn over: what was asked first still stands above.
  expect(everything).toContain('is anyone hurt or in danger this minute?');
});

test('line by line, what was typed ahead of a safety question is dropped, and that is said', async () => {
  const pane = await begun(`${PROGRAM} interview --plain`);
  await prompted(pane);
  const lines = typedCall('iop');
  const before = lines.slice(0, BEFORE_RED_FLAGS - 1);
  for (const line of before) await sayLine(pane, line);
  await pane.type(`${lines[before.length]}\r0\r`);
  const screen = await pane.until(/Notice: what was typed before this was shown was not taken/);
  expect(screen).toContain('Say: ');
  expect(desk.calls.answered(desk.calls.single())).toHaveLength(BEFORE_RED_FLAGS);
  expect(desk.calls.answered(desk.calls.single())).not.toContain('body_now');
});

test('line by line, Ctrl-Z and fg lose nothing, and Ctrl-C ends with 130', async () => {
  const pane = await desk.shell();
  await typeLine(pane, `${PROGRAM} interview --plain`);
  await prompted(pane);
  await sayLine(pane, 'no');
  await pane.type(ctrl('z'));
  await pane.until(/Stopped.*\n\$$/);
  await typeLine(pane, 'fg; echo "status $?"');
  await pane.until(/\$ fg.*\n.*interview --plain$/m);
  const next = await sayLine(pane, 'self');
  expect(next).toContain('How old are you?');
  await pane.type(ctrl('c'));
  expect(await pane.until(/^status 130$/m)).toContain(`--resume ${desk.calls.single()}`);
  expect(desk.calls.answered(desk.calls.single())).toEqual(['danger_now', 'role']);
});

test('line by line, Ctrl-D hangs up: the call is cut off, and what it comes to so far is printed', async () => {
  const pane = await begun(`${PROGRAM} interview --plain --format json > ${join(desk.folder, 'call.json')}`);
  await prompted(pane);
  await sayLine(pane, 'no');
  await pane.type(ctrl('d'));
  expect(await pane.until(/^status 0$/m)).toContain(`--resume ${desk.calls.single()}`);
  const { ending, settled } = JSON.parse(readFileSync(join(desk.folder, 'call.json'), 'utf8'));
  expect([ending.id, settled]).toEqual(['dropped', false]);
});
