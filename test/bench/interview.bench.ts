/**
 * From the key that gives an answer to the next question on screen: whole calls of the example callers at a terminal of 80
 * columns and 24 rows, full and brief, under two policies, with a journal on this disk. Each time ends when the frame goes to
 * the terminal; what that needs to draw it is its own. Before a time counts, the next question must be found on the screen and
 * the answer in the journal's file. The first calls of new processes are counted apart; in each the first answer comes when the
 * program is through with its rehearsal, as after a second or two of reading. Run with `npm run bench -- interview`.
 */

import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, loadavg } from 'node:os';
import { Writable } from 'node:stream';
import { type CallGround, contentFor, groundFor } from '../../src/cli/call-ground.ts';
import { performCall } from '../../src/cli/call-loop.ts';
import { callWordsFor } from '../../src/cli/call-words.ts';
import { createRecorder } from '../../src/cli/recorder.ts';
import { rehearseOnce } from '../../src/cli/rehearsal.ts';
import { policyVersion, questionnaireVersion } from '../../src/cli/saved-call.ts';
import { createCall, startCall } from '../../src/interview/call.ts';
import { startDialogue } from '../../src/interview/dialogue.ts';
import { FIELD_RULES } from '../../src/interview/field-keys.ts';
import { headerLine } from '../../src/interview/journal.ts';
import { keysIn } from '../../src/interview/keys.ts';
import { standingOf } from '../../src/interview/standing.ts';
import { callWordsIn } from '../../src/interview/words/words.ts';
import type { CallConsole } from '../../src/io/call-console.ts';
import { createTerminalConsole } from '../../src/io/call-terminal.ts';
import { colourPalette } from '../../src/io/palette.ts';
import { createSession, type Session } from '../../src/io/sessions.ts';
import { visible } from '../../src/io/visible.ts';
import { callScreen } from '../../src/render/call-screen.ts';
import { valueIn } from '../fixtures/read-fixture.ts';
import { openVirtualTerminal } from '../io/virtual-terminal.ts';
import { type Step, type TypedCall, typedCalls } from './key-by-key.ts';

const BUDGET = 16; // milliseconds at the 99th percentile
const AT_LEAST = 2000; // questions
const COLD_CALLERS = ['iop', 'third-party', 'residential', 'withdrawal-management', 'emergency'];
const VARIANTS = ['intake-line', 'pride-institute'].flatMap((policy) =>
  [false, true].map((brief) => ({ policy, brief })),
);

type Variant = (typeof VARIANTS)[number];

/** Milliseconds. The parts make up the whole but for Inquirer's own work between the key and the frame. */
interface Times {
  readonly whole: number;
  /** What follows from the answer, and the next screen in words. */
  readonly dialogue: number;
  /** Writing the journal, with the flush to disk. */
  readonly journal: number;
  /** Laying the screen out. */
  readonly painting: number;
  /** Of the processor, in all threads: what the whole would take on a machine that has nothing else to do. */
  readonly processor: number;
}

interface Measured {
  /** To another question, or to the review. */
  readonly questions: readonly Times[];
  /** From an answer that means danger to the emergency steps. */
  readonly alarms: readonly number[];
}

async function groundOf({ policy }: Variant): Promise<CallGround> {
  return valueIn(groundFor(valueIn(await contentFor({})), policy));
}

/** Moments of one answer, as `performance.now` has them. */
interface Moments {
  heard: number;
  decided: number;
  saved: number;
  laying: number;
  laid: number;
  painted: number;
}

/** A console at a terminal in memory, and when it did what. */
async function timedDesk(at: Moments) {
  const terminal = openVirtualTerminal();
  const { paint, finish } = await colourPalette();
  let onPaint = (): void => {};
  const output = new Writable({
    decodeStrings: false,
    write: (chunk: string, _encoding, done) => {
      at.painted = performance.now();
      terminal.output.write(chunk);
      onPaint();
      done();
    },
  });
  const desk = createTerminalConsole({
    input: terminal.input,
    output: Object.assign(output, { columns: 80, rows: 24 }),
    layout: (screen, field, size) => {
      at.laying = performance.now();
      return callScreen({
        screen,
        field,
        ...size,
        paint,
        keys: keysIn('en'),
        words: callWordsIn('en').frame,
        spell: visible,
      });
    },
    finish: (text) => {
      const finished = finish(text);
      at.laid = performance.now();
      return finished;
    },
    fields: FIELD_RULES,
  });
  const nextFrame = (): Promise<void> =>
    new Promise((resolve) => {
      onPaint = resolve;
    });
  return { desk, terminal, nextFrame };
}

/** One call, typed. @throws if a screen or the journal is not what it must be */
async function measured(ground: CallGround, variant: Variant, folder: string, { steps }: TypedCall): Promise<Measured> {
  const at: Moments = { heard: 0, decided: 0, saved: 0, laying: 0, laid: 0, painted: 0 };
  const { desk, terminal, nextFrame } = await timedDesk(at);
  const session = newSession(ground, variant, folder);
  const first = nextFrame();
  const { taken, rehearsed } = taking(ground, variant, { desk, session, at });
  await first;
  await rehearsed; // while the first question is read
  const questions: Times[] = [];
  const alarms: number[] = [];
  let entries = 0;
  for (const step of steps) {
    await loopTurns();
    if (step.keys !== '') terminal.type(step.keys);
    await loopTurns();
    const next = step.shows === undefined ? taken : nextFrame();
    const processor = process.cpuUsage();
    const pressed = performance.now();
    terminal.type(step.last);
    await next;
    const { user, system } = process.cpuUsage(processor);
    const whole = at.painted - pressed;
    if (step.shows !== undefined && step.to === 'stopped') alarms.push(whole);
    else if (step.shows !== undefined) questions.push({ ...partsOf(at), whole, processor: (user + system) / 1000 });
    await loopTurns();
    inspect(step, terminal.screen(), session, entries);
    entries += step.events.length;
  }
  await taken;
  desk.close();
  session.close();
  return { questions, alarms };
}

/** The call itself, as `intakeline interview` takes it. */
function taking(
  ground: CallGround,
  { brief }: Variant,
  { desk, session, at }: { readonly desk: CallConsole; readonly session: Session; readonly at: Moments },
) {
  const call = createCall(ground.compiled, { brief });
  const recorder = createRecorder(0, session);
  const textsIn = callWordsFor(ground.content);
  const setting = { call, textsIn, today: '2026-11-22', clock: () => '10:00' };
  const dialogue = startDialogue({ ...setting, state: startCall(call, Date.now()) });
  const taken = performCall(dialogue, {
    desk,
    recorder: {
      ...recorder,
      record: (events, now) => {
        at.decided = performance.now();
        recorder.record(events, now);
        at.saved = performance.now();
      },
    },
    now: () => {
      at.heard = performance.now();
      return Date.now();
    },
  });
  return { taken, rehearsed: rehearseOnce(dialogue, () => false) };
}

function partsOf(at: Moments): Pick<Times, 'dialogue' | 'journal' | 'painting'> {
  return { dialogue: at.decided - at.heard, journal: at.saved - at.decided, painting: at.laid - at.laying };
}

/** A person is slower than the loop; and a safety question listens only after it was seen. */
async function loopTurns(): Promise<void> {
  for (let turn = 0; turn < 4; turn++) await new Promise((resolve) => setImmediate(resolve));
}

function newSession({ content, policy }: CallGround, { brief }: Variant, folder: string): Session {
  const contents = { questionnaire: questionnaireVersion(content.questionnaire), policy: policyVersion(policy) };
  const session = createSession(folder, (id) =>
    headerLine({ id, startedAt: Date.now(), ...contents, brief, language: 'en' }),
  );
  if (!session.ok) throw new Error(`no journal: ${session.fault.kind}`);
  return session;
}

/** @throws if the next screen is not there, or the journal has not exactly what happened */
function inspect({ shows, events }: Step, screen: readonly string[], { path }: Session, entries: number): void {
  const words = screen
    .map((row) => row.replace(/^[│!] /, ''))
    .join(' ')
    .replace(/\s+/g, ' ');
  if (shows !== undefined && !words.includes(shows)) throw new Error(`not on screen: ${shows}\n${screen.join('\n')}`);
  const lines = readFileSync(path, 'utf8')
    .trimEnd()
    .split('\n')
    .slice(1 + entries);
  const saved = lines.map((line) => JSON.stringify(JSON.parse(line).event));
  if (saved.join() !== events.join()) throw new Error(`not in the journal: ${events.join()}`);
}

/** What the standings of a call's states take when nothing is known of them. */
function standingTimes(ground: CallGround, { brief }: Variant, { states }: TypedCall): readonly number[] {
  const call = createCall(ground.compiled, { brief });
  return states.map(({ given, again }) => {
    const before = performance.now();
    standingOf(call, { given: new Map(given), again: new Set(again) });
    return performance.now() - before;
  });
}

const none: Measured = { questions: [], alarms: [] };
const joined = (left: Measured, right: Measured): Measured => ({
  questions: [...left.questions, ...right.questions],
  alarms: [...left.alarms, ...right.alarms],
});

/** The first call of a new process, which is this file run anew. */
function cold(variant: Variant, call: TypedCall, folder: string): Measured {
  const input = JSON.stringify({ variant, call: { ...call, states: [] }, folder });
  const { stdout, stderr, status } = spawnSync(process.execPath, [process.argv[1] ?? '', 'cold'], {
    input,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout);
}

async function asked(): Promise<void> {
  const { variant, call, folder } = JSON.parse(readFileSync(0, 'utf8'));
  process.stdout.write(JSON.stringify(await measured(await groundOf(variant), variant, folder, call)));
}

function percentile(numbers: readonly number[], share: number): number {
  const sorted = [...numbers].sort((left, right) => left - right);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

function row(name: string, numbers: readonly number[]): string {
  const shares = [0.5, 0.95, 0.99, 1].map((share) => percentile(numbers, share).toFixed(2).padStart(8));
  return `  ${name.padEnd(34)}${shares.join('')}${String(numbers.length).padStart(8)}`;
}

/** Prints the times and says whether they are within the budget. */
function report(title: string, { questions, alarms }: Measured, standings: readonly number[]): boolean {
  const of = (part: keyof Times): readonly number[] => questions.map((times) => times[part]);
  const sum = (part: keyof Times): number => of(part).reduce((total, time) => total + time, 0);
  const share = (part: keyof Times): string => `${((100 * sum(part)) / sum('whole')).toFixed(0)} %`;
  console.log(`\n${title}\n  milliseconds${'p50     p95     p99     max   times'.padStart(62)}`);
  console.log(row('answer to next question', of('whole')));
  console.log(row('  time of the processor', of('processor')));
  console.log(row(`  dialogue, ${share('dialogue')}`, of('dialogue')));
  if (standings.length > 0) console.log(row('    of it the standing', standings));
  console.log(row(`  journal with its flush, ${share('journal')}`, of('journal')));
  console.log(row(`  painting, ${share('painting')}`, of('painting')));
  if (alarms.length === 0) throw new Error('no call came to the emergency steps');
  console.log(row('answer to emergency steps', alarms));
  return percentile(of('whole'), 0.99) < BUDGET && percentile(alarms, 0.99) < BUDGET;
}

async function main(folder: string): Promise<void> {
  let [warm, first] = [none, none];
  const standings: number[] = [];
  for (const variant of VARIANTS) {
    const ground = await groundOf(variant);
    const calls = await typedCalls(ground, variant.brief);
    for (const call of calls.filter(({ name }) => COLD_CALLERS.includes(name))) {
      first = joined(first, cold(variant, call, folder));
      await measured(ground, variant, folder, call); // warms up; not counted
    }
    for (const call of calls) {
      warm = joined(warm, await measured(ground, variant, folder, call));
      standings.push(...standingTimes(ground, variant, call));
    }
  }
  if (warm.questions.length < AT_LEAST) throw new Error(`only ${warm.questions.length} questions were measured`);
  const isFast = [
    report('calls in a process that has taken some', warm, standings),
    report('the first call of a process', first, []),
  ];
  const [load = 0] = loadavg();
  const processors = availableParallelism();
  const busy = load > processors ? '; it is too busy to judge by: measure again when it is not' : '';
  console.log(`\naim: less than ${BUDGET} ms at the 99th percentile`);
  console.log(`load of the machine ${load.toFixed(1)} on ${processors} processors${busy}`);
  if (isFast.includes(false)) {
    console.log('MISSED');
    process.exitCode = 1;
  }
}

if (process.argv[2] === 'cold') await asked();
else {
  mkdirSync('node_modules/.bench', { recursive: true });
  const folder = mkdtempSync('node_modules/.bench/calls-');
  try {
    await main(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
