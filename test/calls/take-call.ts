/**
 * A counselor at a virtual screen: takes calls with the shipped questionnaire by `intakeline interview` itself, key by key.
 * What a key does is read from the screen alone: a question is found by its script, an option by its label, so that no
 * test depends on the order of the questions. Every screen of every call is looked at: see `faultsOf`.
 */

import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, onTestFinished } from 'vitest';
import type { InterviewOptions } from '../../src/cli/add-interview.ts';
import { showCall } from '../../src/cli/calls-show.ts';
import { interview } from '../../src/cli/interview.ts';
import type { CommandResult } from '../../src/cli/outcome.ts';
import type { CallEvent, Reply } from '../../src/interview/model.ts';
import { PLAIN } from '../../src/io/palette.ts';
import { askedSentence } from '../../src/questionnaire/asked-sentence.ts';
import { inLanguage } from '../../src/questionnaire/in-words.ts';
import type { Question } from '../../src/questionnaire/model.ts';
import type { Summary } from '../../src/referral/summary.ts';
import { summaryText } from '../../src/render/summary-text.ts';
import { COOKED, ctrl, KEY, openVirtualTerminal } from '../io/virtual-terminal.ts';
import { type Caller, optionsOf, questionOf, scriptsOf } from './callers.ts';
import { faultsOf, isSearched, readAloud, rowOf, type Size, withoutTime } from './read-screen.ts';

export const TODAY = '2026-11-22';

/** Escape as terminals send it that tell more keys apart: one that stands alone has to be waited for. */
export const ESCAPE = '\u001b[27u';

export const SMALL: Size = { columns: 80, rows: 24 };
export const WIDE: Size = { columns: 120, rows: 40 };
export const SIZES = [
  ['80x24', SMALL],
  ['120x40', WIDE],
] as const;

export interface CallSetting extends Partial<InterviewOptions> {
  readonly size?: Size;
  /** Where calls are saved; a place of its own unless given. */
  readonly home?: string;
}

/** One line of a journal. */
export interface Entry {
  readonly at: number;
  readonly event: CallEvent;
}

/** A finished call: what was printed, and the summary behind it. */
export interface Printed {
  readonly text: string;
  readonly summary: Summary;
}

export interface TakenCall {
  readonly home: string;
  /** The rows on screen, joined; the time that has passed is left out. */
  readonly screen: () => string;
  /** Sends keys, each argument at once, and waits until nothing more follows; the screen then. A key that shows nothing fails. */
  readonly press: (...keys: readonly string[]) => Promise<string>;
  /** Sends keys that need not show anything. */
  readonly send: (...keys: readonly string[]) => Promise<string>;
  /** The question on screen; undefined where something else is. */
  readonly question: () => Question | undefined;
  /** Goes to the option with this label, or the only one that has these words in it, and takes it. */
  readonly choose: (label: string | RegExp) => Promise<string>;
  /** Answers the question on screen. */
  readonly answer: (reply: Reply) => Promise<string>;
  /** Answers as the caller does until a certain question is on screen, or something that is no question. */
  readonly talk: (caller: Caller, isUntil?: (question: string) => boolean) => Promise<string>;
  /** Goes to a question by the list of questions. */
  readonly jump: (id: string) => Promise<string>;
  /** What the journal holds on disk. */
  readonly journal: () => readonly Entry[];
  /** Calls back with each screen as soon as it is drawn, before anything else happens. */
  readonly watch: (look: (screen: string) => void) => void;
  /** The end of the call. */
  readonly ended: Promise<CommandResult>;
  /** The same with the summary, as it was printed and as the journal gives it. */
  readonly printed: () => Promise<Printed>;
}

const homes: string[] = [];
afterAll(() => {
  for (const home of homes) rmSync(home, { recursive: true });
});

/** A place for saved calls that nothing else uses. */
export function newHome(): string {
  const home = mkdtempSync(join(tmpdir(), 'intakeline-calls-'));
  homes.push(home);
  return home;
}

/** What lies beyond the size that the program is told: whatever it draws too far shows there. */
const MARGIN = { columns: 40, rows: 6 };

/** Begins a call and waits for its first screen. When the test is over, the call is closed and its screens are judged. */
export async function takeCall({ size = SMALL, home = newHome(), ...options }: CallSetting = {}): Promise<TakenCall> {
  Object.assign(process.env, { XDG_STATE_HOME: home, TERM: 'xterm-256color', NO_COLOR: '' });
  const terminal = openVirtualTerminal({ columns: size.columns + MARGIN.columns, rows: size.rows + MARGIN.rows });
  Object.assign(terminal.output, size);
  const faults = new Set<string>();
  const watchers: ((screen: string) => void)[] = [];
  const text = (): string => withoutTime(terminal.screen().slice(0, size.rows)).join('\n');
  const draw = terminal.output.write.bind(terminal.output) as (chunk: string) => boolean;
  terminal.output.write = ((chunk: string) => {
    const isDrawn = draw(chunk);
    const rows = terminal.modes().isAlternate ? terminal.screen() : [];
    if (rows.some((row) => row !== '')) {
      for (const fault of faultsOf(rows, size)) faults.add(fault);
      for (const look of watchers) look(text());
    }
    return isDrawn;
  }) as typeof terminal.output.write;

  const given = { format: 'text', color: false, width: size.columns, today: TODAY, ...options } as const;
  let isOver = false;
  const ended = interview(given, terminal).finally(() => {
    isOver = true;
  });
  const send = async (...keys: readonly string[]): Promise<string> => {
    for (const key of keys) {
      terminal.type(key);
      await calm(terminal.writes);
    }
    return text();
  };
  const press = async (...keys: readonly string[]): Promise<string> => {
    for (const key of keys) {
      const before = terminal.writes();
      terminal.type(key);
      await drawn(terminal.writes, before, key);
      await calm(terminal.writes);
    }
    return text();
  };
  onTestFinished(async () => {
    if (!isOver) await press(ctrl('d'));
    await ended;
    expect([...faults]).toEqual([]);
    expect(terminal.modes()).toEqual(COOKED);
    expect(terminal.screen().join('').trim()).toBe('');
  });
  await Promise.race([terminal.until(/\S/), ended]);
  await calm(terminal.writes);

  const question = (): Question | undefined => scriptsOf(readAloud(text()));
  const choose = (label: string | RegExp): Promise<string> => chooseOn(text, press, label);
  const answer = async (reply: Reply): Promise<string> => {
    const asked = question();
    if (asked === undefined) throw new Error(`no question is on screen:\n${text()}`);
    return answerOn(asked, reply, { text, press, choose });
  };
  const talk = async (caller: Caller, isUntil = (_: string) => false): Promise<string> => {
    for (let turns = 0; turns < 150; turns += 1) {
      const asked = question();
      if (isOver || (asked !== undefined && isUntil(asked.id))) return text();
      if (asked === undefined) {
        if (!text().includes(SAFETY_UNKNOWN)) return text();
        await choose(/^go on/);
      } else await answer(caller(asked.id));
    }
    throw new Error(`the call does not come to an end:\n${text()}`);
  };
  const jump = async (id: string): Promise<string> => {
    await press(ctrl('g'));
    const { index, say } = questionOf(id);
    if (isSearched(text())) return press(...String(index + 1), KEY.enter);
    return choose(`${askedSentence(inLanguage(say, 'en'))} (#${index + 1})`);
  };
  return {
    home,
    screen: text,
    press,
    send,
    question,
    choose,
    answer,
    talk,
    jump,
    journal: () => journalIn(home),
    watch: (look) => watchers.push(look),
    ended,
    printed: async () => printedBy(await ended, home, given),
  };
}

const SAFETY_UNKNOWN = 'Could somebody be in danger?';

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** More turns of the event loop than lie between a key and what follows from it. */
const CALM = 6;

/** Waits until nothing has been written for a while. */
export async function calm(writes: () => number): Promise<void> {
  let seen = writes();
  for (let turns = 0; turns < CALM; turns += 1) {
    await turn();
    if (writes() !== seen) turns = -1;
    seen = writes();
  }
}

const PATIENCE = 5000; // milliseconds

async function drawn(writes: () => number, before: number, key: string): Promise<void> {
  const since = performance.now();
  while (writes() === before) {
    if (performance.now() - since > PATIENCE) throw new Error(`nothing followed from ${JSON.stringify(key)}`);
    await turn();
  }
}

type Press = TakenCall['press'];

async function chooseOn(text: () => string, press: Press, label: string | RegExp): Promise<string> {
  if (isSearched(text()) && typeof label === 'string') return press(label, KEY.enter);
  for (let moves = 0; moves < 100; moves += 1) {
    const row = rowOf(text(), label);
    if (row !== undefined && row.key !== '') return press(row.key, KEY.enter);
    if (row?.isMarked === true) return press(KEY.enter);
    await press(KEY.down);
  }
  throw new Error(`no option is called ${label}:\n${text()}`);
}

interface Hands extends Pick<TakenCall, 'press' | 'choose'> {
  readonly text: () => string;
}

async function answerOn(question: Question, reply: Reply, hands: Hands): Promise<string> {
  const { press, choose } = hands;
  if ('unknown' in reply) return press(ctrl(reply.unknown === 'unsure' ? 'u' : 'r'));
  const { said, unsure = [] } = reply;
  if (typeof said === 'object') return tick(question, [said, unsure], hands);
  const option = optionsOf(question).get(String(said));
  return option === undefined ? press(String(said), KEY.enter) : choose(option);
}

/** Brings every box to what was said, from however it stands. */
async function tick(
  question: Question,
  [said, unsure]: readonly [readonly string[], readonly string[]],
  { text, press }: Hands,
): Promise<string> {
  if (said.length + unsure.length === 0) {
    if (!/\[x\] None/.test(text())) await press('0');
    return press(KEY.enter);
  }
  for (const [id, label] of optionsOf(question)) {
    const wanted = said.includes(id) ? '[x]' : unsure.includes(id) ? '[?]' : '[ ]';
    const isShown = (): boolean => rowOf(text(), label) !== undefined;
    for (let moves = 0; !isShown() && moves < 20; moves += 1) await press(KEY.down);
    const row = rowOf(text(), label);
    if (row === undefined) throw new Error(`no option is called ${label}:\n${text()}`);
    if (row.box === wanted) continue;
    await press(row.key);
    if (wanted === '[?]') await press('?');
  }
  return press(KEY.enter);
}

/** The events of the only call in a folder. */
export function journalIn(home: string): readonly Entry[] {
  const text = readFileSync(join(home, 'intakeline', `${callIn(home)}.jsonl`), 'utf8');
  const [, ...lines] = text.trimEnd().split('\n');
  return lines.map((line) => JSON.parse(line) as Entry);
}

/** The id of the only call in a folder. */
export function callIn(home: string): string {
  const [file = 'none'] = readdirSync(join(home, 'intakeline')).filter((name) => name.endsWith('.jsonl'));
  return file.slice(0, -'.jsonl'.length);
}

/** The text as it was printed, and the summary that the saved call comes to, which says the same. */
async function printedBy(result: CommandResult, home: string, options: InterviewOptions): Promise<Printed> {
  const text = contentOf(result);
  const shown = await showCall(callIn(home), { ...options, format: 'json' });
  const summary = JSON.parse(contentOf(shown)) as Summary;
  expect(summaryText(summary, { width: options.width ?? 80, paint: PLAIN.paint })).toBe(text);
  return { text: text.replace(/\s+/g, ' '), summary };
}

function contentOf({ output, notes }: CommandResult): string {
  if (output === undefined) throw new Error(`nothing was printed: ${notes}`);
  return output.content;
}
