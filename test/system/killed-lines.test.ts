/**
 * `kill -9` at random moments of calls that are fed through a pipe: what was acknowledged is on disk, the call goes on in the
 * state in which it was, and it comes to the same as a call that nothing disturbed.
 */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { screenOf } from '../../src/interview/dialogue.ts';
import type { CallEvent, CallState } from '../../src/interview/model.ts';
import { callerOf, said } from '../calls/callers.ts';
import { runProgram } from '../cli/run-program.ts';
import { comparable, type Kill, killsFrom, moment } from './kills.ts';
import {
  afterLine,
  firstWords,
  linesOf,
  newDialogue,
  nextLine,
  type Plan,
  replayed,
  resumedDialogue,
  withoutTimes,
} from './mirror.ts';
import { startPiped } from './piped-program.ts';
import { savedCalls } from './saved-calls.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'intakeline-killed-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** In each call: forty in all. */
const KILLS = 5;

const PLANS: Readonly<Record<string, Plan>> = {
  'two answers corrected': {
    caller: callerOf('moderate-drinker'),
    corrected: { drinks_per_day: 'at-once', housing: 'later' },
  },
  'notes on three questions': {
    caller: callerOf('fentanyl-daily'),
    notes: ['age', 'opioid_gap', 'criteria'],
  },
  'the emergency panel opened': {
    caller: callerOf('thoughts-of-suicide'),
    panel: 'mind_now',
  },
  'corrections, a note and the panel': {
    caller: callerOf('fifth-of-vodka'),
    notes: ['drinks_per_day'],
    corrected: { last_use: 'later', housing: 'at-once' },
    panel: 'company',
  },
  'an emergency that passes': {
    caller: callerOf('moderate-drinker'),
    stop: { question: 'withdrawal_now', reply: said(['seizure']) },
  },
  'half of the answers unsure': {
    caller: callerOf('half-unsure'),
    notes: ['criteria'],
  },
  'a third party': {
    caller: callerOf('mother-of-unwilling-son'),
    notes: ['role'],
  },
  'violence at home': {
    caller: callerOf('partner-hits-mild'),
    corrected: { violence: 'later' },
    panel: 'violence',
  },
};

const INTERVIEW = ['interview', '--format', 'json', '--today', '2026-11-22'];

const CALLS = Object.entries(PLANS).map(([name, plan], index) => [name, 1122 + index, plan] as const);

test.each(CALLS)('%s: killed again and again, nothing is lost (seed %i)', async (_name, seed, plan) => {
  const lines = linesOf(plan);
  const call = begin(plan, mkdtempSync(join(folder, 'killed-')));
  for (const kill of killsFrom(seed, KILLS, lines.length)) await call.goOnUntilKilled(kill);
  const summary = await call.finish();
  const typed = lines.map((line) => `${line}\n`).join('');
  const whole = runProgram(INTERVIEW, typed, { XDG_STATE_HOME: mkdtempSync(join(folder, 'whole-')) });
  expect(whole.status).toBe(0);
  expect(comparable(summary)).toEqual(comparable(whole.stdout));
});

interface FedCall {
  /** Goes on with the call, kills the program, looks at what it left and starts another one. */
  readonly goOnUntilKilled: (kill: Kill) => Promise<void>;
  /** Takes the call to its end; resolves with what was printed. */
  readonly finish: () => Promise<string>;
}

/** Feeds a call and keeps account of what must be, and of what may be, on disk. */
function begin(plan: Plan, stateHome: string): FedCall {
  const calls = savedCalls(stateHome);
  let program = startPiped(INTERVIEW, stateHome);
  let dialogue = newDialogue();
  let isResumed = false;
  let isOver = false;
  /** The last line has led to an emergency, which is on screen before it is saved. */
  let isFlashed = false;
  let lines = 0;
  /** Everything that has happened, saved or not. */
  let events: readonly CallEvent[] = [];
  /** The state after so many events, for every number at which the journal may end: what happens at once is saved at once. */
  const states = new Map<number, CallState>([[0, dialogue.state]]);
  /** So many of the events were acknowledged: the screen after them has appeared. */
  let acknowledged = 0;

  const happened = (more: readonly CallEvent[]): void => {
    events = [...events, ...more];
    states.set(events.length, dialogue.state);
  };
  const prompted = async (): Promise<void> => {
    const words = await program.prompt();
    if (words === undefined) throw new Error('the program ended in the middle of the call');
    if (isResumed) expect(words).toBe(firstWords(dialogue, Date.now()));
    isResumed = false;
    if (!isFlashed) acknowledged = events.length;
  };
  const typeNext = (): void => {
    const line = nextLine(dialogue, plan);
    const turn = afterLine(dialogue, line, Date.now());
    program.type(line);
    lines += 1;
    dialogue = turn.dialogue;
    happened(turn.events);
    isOver = turn.leave !== undefined;
    isFlashed = !isOver && turn.events.length > 0 && screenOf(dialogue, 0).isAlarm;
  };
  const lookAndRestart = (): void => {
    const journal = calls.journal(calls.single());
    const saved = journal.entries.map(({ event }) => event);
    expect(saved.length).toBeGreaterThanOrEqual(acknowledged);
    expect(saved).toEqual(events.slice(0, saved.length));
    const state = states.get(saved.length);
    if (state === undefined) throw new Error('the journal ends between two events of one line');
    expect(withoutTimes(replayed(journal))).toEqual(withoutTimes(state));
    events = saved;
    acknowledged = saved.length;
    program = startPiped([...INTERVIEW, '--resume', calls.single()], stateHome);
    dialogue = resumedDialogue(journal, Date.now());
    happened([{ kind: 'resumed' }]);
    [isResumed, isOver, isFlashed] = [true, false, false];
  };
  return {
    goOnUntilKilled: async (kill) => {
      while (kill.after !== 'start' && lines < kill.done && !isOver) {
        await prompted();
        typeNext();
      }
      if (kill.after !== 'start' && !isOver) await prompted();
      if (kill.after === 'answer' && !isOver) typeNext();
      await moment(kill);
      await program.kill();
      lookAndRestart();
    },
    finish: async () => {
      while (!isOver) {
        await prompted();
        typeNext();
      }
      const { stdout, status } = await program.ended;
      expect(status).toBe(0);
      expect(calls.events(calls.single())).toEqual(events);
      expect(calls.files()).toEqual([`${calls.single()}.jsonl`]);
      return stdout;
    },
  };
}
