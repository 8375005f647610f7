/**
 * `kill -9` at random moments of calls in a real terminal: what was answered before the next question appeared is on disk, the
 * call goes on at that question, and it comes to the same as a call that nothing disturbed.
 */

import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CallEvent } from '../../src/interview/model.ts';
import { type Caller, callerOf } from '../calls/callers.ts';
import { runProgram } from '../cli/run-program.ts';
import { type Desks, openDesks } from './at-a-shell.ts';
import { nameOf, prepare, type Seen, see, step } from './counselor.ts';
import { comparable, type Kill, killsFrom, moment } from './kills.ts';
import { linesOf } from './mirror.ts';
import { hasEnded, savedCalls } from './saved-calls.ts';

let desks: Desks;
beforeAll(async () => {
  desks = await openDesks();
});
afterAll(() => desks.close());

/** In each call: ten in all. */
const KILLS = 5;

const INTERVIEW = ['interview', '--format', 'json', '--today', '2026-11-22'];

test.each([
  ['moderate-drinker', 2211],
  ['fentanyl-daily', 2212],
])('%s: killed again and again, nothing is lost (seed %i)', async (name, seed) => {
  const caller = callerOf(name);
  const desk = desks.open();
  const whole = wholeCall(caller, join(desk.folder, 'whole'));
  const out = join(desk.folder, 'summary.json');
  let pane = await desk.alone(...INTERVIEW, '--out', out);
  let done = 0;

  const goOn = async (until: number): Promise<Seen> => {
    let seen = await see(pane);
    expect(nameOf(seen)).toBe(whole.screens[done]);
    for (; done < until; done += 1) seen = await step(pane, seen, caller);
    return seen;
  };
  /** Resolves with how many answers may be on disk. */
  const killed = async (kill: Kill): Promise<readonly number[]> => {
    const seen = kill.after === 'start' ? undefined : await goOn(kill.done);
    const key = seen && (await prepare(pane, seen, caller));
    const isGiven = kill.after === 'answer' && seen?.kind === 'question';
    if (isGiven) await pane.type(key ?? '');
    await moment(kill);
    process.kill(pane.pid, 'SIGKILL');
    await hasEnded(pane.pid);
    return isGiven ? [done, done + 1] : [done];
  };
  const saved = (): readonly CallEvent[] =>
    desk.calls.events(desk.calls.single()).filter(({ kind }) => kind !== 'resumed');

  for (const kill of killsFrom(seed, KILLS, whole.events.length - 1)) {
    const possible = await killed(kill);
    done = saved().length;
    expect(possible).toContain(done);
    expect(saved()).toEqual(whole.events.slice(0, done));
    pane = await desk.alone(...INTERVIEW, '--out', out, '--resume', desk.calls.single());
  }
  await pane.type(await prepare(pane, await goOn(whole.events.length - 1), caller));
  await pane.until(/^the call is saved as/m);
  await hasEnded(pane.pid);
  expect(saved()).toEqual(whole.events);
  expect(desk.calls.files()).toEqual([`${desk.calls.single()}.jsonl`]);
  expect(comparable(readFileSync(out, 'utf8'))).toEqual(comparable(whole.summary));
});

/** A call that nothing disturbs. */
interface WholeCall {
  /** What happens, a screen at a time. */
  readonly events: readonly CallEvent[];
  /** What stands on each of these screens. */
  readonly screens: readonly string[];
  readonly summary: string;
}

/** The same call line by line, without a terminal. */
function wholeCall(caller: Caller, stateHome: string): WholeCall {
  mkdirSync(stateHome);
  const lines = linesOf({ caller }).map((line) => `${line}\n`);
  const { stdout } = runProgram(INTERVIEW, lines.join(''), { XDG_STATE_HOME: stateHome });
  const calls = savedCalls(stateHome);
  const events = calls.events(calls.single());
  return { events, screens: [...calls.answered(calls.single()), 'review'], summary: stdout };
}
