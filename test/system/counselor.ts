/** A counselor at a real terminal: reads what stands on the screen and presses the keys for what the caller says. */

import { isSearched, NONE_KEY, optionKey } from '../../src/interview/field-options.ts';
import type { Reply } from '../../src/interview/model.ts';
import { CALL_WORDS, type Words } from '../../src/interview/words/words.ts';
import { inLanguage } from '../../src/questionnaire/in-words.ts';
import type { Question } from '../../src/questionnaire/model.ts';
import { type Caller, scriptsOf } from '../calls/callers.ts';
import { ctrl, KEY, type Pane } from './tmux.ts';

/** Where a call stands, as far as the screen tells. */
export type Seen =
  | { readonly kind: 'question'; readonly question: Question }
  | { readonly kind: 'emergency' | 'safety-unknown' | 'disposition' | 'review' | 'over' };

/** A language that a call may be in. */
type Spoken = keyof typeof CALL_WORDS;

const LANGUAGES: readonly Spoken[] = ['en', 'es'];

/** What the screen shows, in whatever language; undefined while it is being drawn, and for a list or a note that lies over the call. */
export function seenOn(screen: string): Seen | undefined {
  if (/^status \d+$/m.test(screen)) return { kind: 'over' };
  for (const { emergency, frame, screens } of LANGUAGES.map((one) => CALL_WORDS[one])) {
    if (screen.includes(`!!! ${frame.alarm} !!!`)) return { kind: 'emergency' };
    if (screen.includes(emergency.couldBeDanger)) return { kind: 'safety-unknown' };
    if (screen.startsWith(screens.ending.section)) return { kind: 'disposition' };
    if (screen.startsWith(screens.review.section)) return { kind: 'review' };
  }
  const question = scriptsOf(scriptOn(screen));
  return question === undefined ? undefined : { kind: 'question', question };
}

/** What a bar at the left says is read aloud. */
function scriptOn(screen: string): string {
  const lines = screen.split('\n').flatMap((line) => /^│ (?!or?: | {4})(.*)$/.exec(line)?.[1] ?? []);
  return lines.join(' ').replace(/\s+/g, ' ').trim();
}

/** The language that the screen is in, by the key of the emergency panel, or by the panel itself. */
function spokenOn(screen: string): Spoken {
  const marks = (one: Spoken): readonly string[] => [
    `!!! ${CALL_WORDS[one].frame.alarm} !!!`,
    `^E ${CALL_WORDS[one].commands.names.emergency}`,
  ];
  return LANGUAGES.find((one) => marks(one).some((mark) => screen.includes(mark))) ?? 'en';
}

/** Waits for a screen that can be told; for the question with an id where one is named. */
export async function see(pane: Pane, id?: string): Promise<Seen> {
  const wanted = (seen: Seen | undefined): boolean =>
    seen !== undefined && (id === undefined || (seen.kind === 'question' && seen.question.id === id));
  return pane.read(
    (screen) => {
      const seen = seenOn(screen);
      return wanted(seen) ? seen : undefined;
    },
    `the question ${id ?? ''}`,
  );
}

/** Waits until the screen shows something else than it did. */
export async function seeNext(pane: Pane, before: Seen): Promise<Seen> {
  return pane.read(
    (screen) => {
      const seen = seenOn(screen);
      return seen === undefined || isSame(seen, before) ? undefined : seen;
    },
    `what comes after ${nameOf(before)}`,
  );
}

export function nameOf(seen: Seen): string {
  return seen.kind === 'question' ? seen.question.id : seen.kind;
}

function isSame(one: Seen, other: Seen): boolean {
  return nameOf(one) === nameOf(other);
}

/** Fills in what the caller says, up to the key that gives it; resolves with that key once all else is on screen. */
export async function fillIn(pane: Pane, question: Question, reply: Reply): Promise<string> {
  if (question.safety) await wake(pane);
  if ('unknown' in reply) return reply.unknown === 'unsure' ? ctrl('u') : ctrl('r');
  const { said, unsure = [] } = reply;
  if (typeof said === 'object') await tick(pane, question, said, unsure);
  else if (question.options.length > 0) await choose(pane, question, String(said));
  else {
    await pane.type(String(said));
    await pane.until(new RegExp(`^> ${escaped(String(said))}│`, 'm'));
  }
  return KEY.enter;
}

/** A safety question takes no key that was pressed before it was seen: until one does something, the program may not listen. */
async function wake(pane: Pane): Promise<void> {
  for (let presses = 0; presses < 100; presses += 1) {
    await pane.type(KEY.down);
    for (let looks = 0; looks < 20; looks += 1) if (/^> \w /m.test(await pane.screen())) return;
  }
  throw new Error('no key does anything');
}

async function choose(pane: Pane, { options }: Question, id: string): Promise<void> {
  const index = options.findIndex((option) => option.id === id);
  const label = inLanguage(options[index]?.label ?? '', spokenOn(await pane.screen()));
  const isLong = isSearched({ kind: 'one', options: options.map((one) => ({ ...one, label: '' })), kept: undefined });
  await pane.type(isLong ? label : optionKey(index));
  await pane.until(new RegExp(`^> ${isLong ? escaped(label) : `${optionKey(index)} `}`, 'm'));
}

async function tick(
  pane: Pane,
  { options }: Question,
  said: readonly string[],
  unsure: readonly string[],
): Promise<void> {
  const keyOf = (id: string): string => optionKey(options.findIndex((option) => option.id === id));
  if (said.length + unsure.length === 0) {
    await pane.type(NONE_KEY);
    await pane.until(new RegExp(`^> ${NONE_KEY} \\[x\\]`, 'm'));
  }
  for (const [ids, sign] of [
    [said, 'x'],
    [unsure, '?'],
  ] as const)
    for (const id of ids) {
      await pane.type(keyOf(id) + (sign === 'x' ? '' : sign));
      await pane.until(new RegExp(`^> ${keyOf(id)} \\[${escaped(sign)}\\]`, 'm'));
    }
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}

/** Gives one answer and waits for what comes next. */
export async function answer(pane: Pane, question: Question, reply: Reply): Promise<Seen> {
  await pane.type(await fillIn(pane, question, reply));
  return seeNext(pane, { kind: 'question', question });
}

/** Does what has to be done at one screen, but for the key that does it. */
export async function prepare(pane: Pane, seen: Seen, caller: Caller): Promise<string> {
  if (seen.kind === 'question') return fillIn(pane, seen.question, caller(seen.question.id));
  await wayOn(pane, seen.kind);
  return KEY.enter;
}

/** Does what has to be done at one screen, and waits for the next. */
export async function step(pane: Pane, seen: Seen, caller: Caller): Promise<Seen> {
  await pane.type(await prepare(pane, seen, caller));
  return seeNext(pane, seen);
}

/** Goes to what leads on from everything that is no question: the call goes on, and ends. */
async function wayOn(pane: Pane, kind: Exclude<Seen['kind'], 'question'>): Promise<void> {
  const { emergency, screens }: Words = CALL_WORDS[spokenOn(await pane.screen())];
  if (kind === 'safety-unknown') await goToRow(pane, emergency.noSign);
  if (kind === 'emergency') await goToRow(pane, emergency.helpHere);
  if (kind === 'disposition') await goToRow(pane, screens.ending.endSo);
  if (kind === 'review') {
    const [searched = ''] = /^\w+ \w+/.exec(screens.review.accept) ?? [];
    await pane.type(searched);
    await pane.until(new RegExp(`^> ${searched}`, 'm'));
  }
}

/** Chooses an option by what its row says. */
export async function chooseRow(pane: Pane, label: string): Promise<void> {
  await goToRow(pane, label);
  await pane.type(KEY.enter);
}

/** Goes down a list to the row that begins so. */
async function goToRow(pane: Pane, label: string): Promise<void> {
  await wake(pane);
  const marked = new RegExp(`^> *\\w ${escaped(label)}`, 'm');
  for (let screen = await pane.screen(); !marked.test(screen); ) {
    await pane.type(KEY.down);
    const before = screen;
    screen = await pane.read((shown) => (shown === before ? undefined : shown), label);
  }
}

/** Takes a call until a screen that is named, or to its end; resolves with what it shows then. */
export async function takeCall(pane: Pane, caller: Caller, until?: string): Promise<Seen> {
  let seen = await see(pane);
  while (seen.kind !== 'over' && nameOf(seen) !== until) seen = await step(pane, seen, caller);
  return seen;
}
