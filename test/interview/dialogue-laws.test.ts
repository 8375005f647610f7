import fc from 'fast-check';
import { expect, test } from 'vitest';
import { startCall } from '../../src/interview/call.ts';
import { respond, screenOf, startDialogue } from '../../src/interview/dialogue.ts';
import type { Dialogue } from '../../src/interview/dialogue-model.ts';
import { isCallEvent } from '../../src/interview/event-shape.ts';
import { COMMANDS, KEYS } from '../../src/interview/keys.ts';
import type { Call, CallEvent } from '../../src/interview/model.ts';
import type { Field, Input, Screen } from '../../src/interview/screen.ts';
import { transition } from '../../src/interview/transition.ts';
import { choice, choices, ending, is, names, number, rule, text, yesNo } from '../decision/given.ts';
import { EVERY_SCREEN } from './every-screen.ts';
import { callOf } from './play.ts';
import {
  CALL,
  chose,
  command,
  KEPT,
  leaving,
  optionIds,
  SETTING,
  shown,
  ticked,
  turn,
  typed,
} from './shipped-dialogue.ts';

const options = (...ids: readonly string[]) => ids.map((id) => ({ id, label: id, synonyms: [] }));

/** A small call with everything in it: stops, gates, a role, an end, every type of question. */
const SMALL: Call = callOf(
  [
    yesNo('danger', { safety: true, stop: ['yes'], options: options('yes', 'no') }),
    choice('role', ['self', 'other'], { uses: ['third_party'], options: options('self', 'other') }),
    number('age', 0, 99, { uses: ['age'] }),
    choices('harm', ['thoughts', 'plan'], {
      safety: true,
      stop: ['plan'],
      sayForOther: 'And they?',
      options: options('thoughts', 'plan'),
      none: 'nothing',
    }),
    choices('drugs', ['alcohol', 'other'], { options: options('alcohol', 'other'), none: 'nothing', probe: 'Any?' }),
    number('drinks', 0, 9, { askIf: names('drugs', 'alcohol') }),
    yesNo('home', { askIf: is('role', 'self'), options: options('yes', 'no'), help: 'Wait.' }),
    text('words'),
    { ...text('day'), type: 'date' },
    { ...text('phone'), type: 'phone' },
  ],
  [
    rule('danger', is('danger', 'yes'), { atLeast: 'emergency' }),
    rule('alone', names('harm', 'thoughts'), { atLeast: 'residential' }),
    rule('drinks', { kind: 'within', id: 'drinks', from: 5, to: 9 }, { atLeast: 'iop' }),
    rule('home', is('home', 'no'), { atLeast: 'php' }),
  ],
  {
    dispositions: [
      ending('youth', { kind: 'within', id: 'age', from: 0, to: 17 }),
      ending('silent', undefined),
      ending('dropped', undefined, { level: 'open' }),
    ],
  },
);

/** What somebody may do with a field, sense and nonsense. */
function fillings(field: Field): readonly Input[] {
  const ids = optionIds(field);
  if (field.kind === 'one') return [...ids.map(chose), chose('nothing'), KEPT, typed('1')];
  if (field.kind === 'some')
    return [ticked([]), ...ids.map((id) => ticked([id])), ticked([], ids), ticked(ids.slice(1), ids.slice(0, 1)), KEPT];
  return ['', '7', '17', '41', 'words', '2026-12-24', '+2', '555-0100', 'x'.repeat(2100)].map(typed).concat([KEPT]);
}

function inputs({ field }: Screen): readonly Input[] {
  const texts = ['', 'age', '3', 'words', 'nothing'];
  return [
    ...fillings(field),
    ...fillings(field), // as likely as the commands
    ...COMMANDS.filter((name) => name !== 'pause').map((name) => command(name)),
    ...COMMANDS.filter((name) => name !== 'pause').map((name) => leaving(name, 'half a wor')),
    ...texts.flatMap((said) => [command('jump', said), command('note', said)]),
  ];
}

interface Played {
  readonly dialogue: Dialogue;
  readonly events: readonly { readonly event: CallEvent; readonly at: number }[];
  readonly isOver: boolean;
}

function playedAtRandom(call: Call, picks: readonly number[]): Played {
  let dialogue = startDialogue({ ...SETTING, call, state: startCall(call, 0) });
  const events: Played['events'][number][] = [];
  for (const [index, pick] of picks.entries()) {
    const at = (index + 1) * 1000;
    const possible = inputs(screenOf(dialogue, at));
    const input = possible[pick % possible.length] ?? KEPT;
    const next = respond(dialogue, input, at);
    dialogue = next.dialogue;
    events.push(...next.events.map((event) => ({ event, at })));
    if (next.leave !== undefined) return { dialogue, events, isOver: true };
  }
  return { dialogue, events, isOver: false };
}

/** Somebody who wants to be done: closes lists, answers nothing, and takes the first way on. */
function stepOn({ field, commands }: Screen): Input {
  if (commands.includes('unsure')) return command('unsure');
  if (optionIds(field).includes('go-on')) return chose('go-on'); // the danger is over
  const way = ['accept-answers', 'end-call', 'go-on'].find((id) => optionIds(field).includes(id));
  return way === undefined || commands.includes('close') ? command('close') : chose(way);
}

function stepsToTheEnd(start: Dialogue, most: number): number {
  let dialogue = start;
  for (let step = 1; step <= most; step++) {
    const { dialogue: next, leave } = turn(dialogue, stepOn(shown(dialogue)));
    if (leave !== undefined) return step;
    dialogue = next;
  }
  return Number.POSITIVE_INFINITY;
}

test.each([
  ['a small call', SMALL, { numRuns: 100, maxLength: 40 }],
  ['the shipped one', CALL, { numRuns: 12, maxLength: 40 }],
] as const)(
  'whatever somebody does in %s, its events are the whole story and it can be brought to an end',
  (_, call, { numRuns, maxLength }) => {
    const picks = fc.array(fc.nat(10_000), { minLength: 5, maxLength, size: 'max' });
    fc.assert(
      fc.property(picks, (chosen) => {
        const { dialogue, events, isOver } = playedAtRandom(call, chosen);
        const replayed = events.reduce(
          (state, { event, at }) => {
            const read: unknown = JSON.parse(JSON.stringify(event));
            if (!isCallEvent(read)) throw new Error(`no event: ${JSON.stringify(event)}`);
            const [next] = transition(call, state, read, at);
            expect(next).not.toBe(state);
            return next;
          },
          startCall(call, 0),
        );
        expect(replayed).toEqual(dialogue.state);
        if (!isOver) expect(stepsToTheEnd(dialogue, 150)).toBeLessThan(150);
      }),
      { numRuns },
    );
  },
);

/** A dialogue without what the last input left to say. */
const quiet = (dialogue: Dialogue): Dialogue => ({ ...dialogue, notices: [] });

test('every command that a screen lists does something, and no other but the emergency does', () => {
  for (const [name, dialogue] of EVERY_SCREEN) {
    const listed = shown(dialogue).commands;
    for (const one of COMMANDS) {
      const { dialogue: after, events, leave } = turn(dialogue, command(one));
      const what = `${one} on ${name}`;
      if (listed.includes(one)) {
        const isChanged = JSON.stringify(shown(quiet(after))) !== JSON.stringify(shown(quiet(dialogue)));
        expect(isChanged || events.length > 0 || leave !== undefined, what).toBe(true);
      } else {
        expect([quiet(after), events, leave], what).toEqual([quiet(dialogue), [], undefined]);
        expect(after.notices.length, what).toBe(1);
      }
    }
  }
});

test('commands are listed in the order of the keys, with either the menu or a way to close', () => {
  expect(Object.keys(KEYS)).toEqual(COMMANDS);
  for (const [name, dialogue] of EVERY_SCREEN) {
    const { commands } = shown(dialogue);
    expect(commands, name).toEqual(COMMANDS.filter((one) => commands.includes(one)));
    expect(commands.includes('menu') && commands.includes('close'), name).toBe(false);
    expect(commands, name).toContain('pause');
  }
});

test('what does not fit a field changes nothing and says so', () => {
  for (const [name, dialogue] of EVERY_SCREEN) {
    const { field } = shown(dialogue);
    const unfit = field.kind === 'one' ? ticked(['yes']) : chose('no-such-option');
    for (const input of [unfit, chose('no-such-option')]) {
      const { dialogue: after, events, leave } = turn(dialogue, input);
      expect([quiet(after), events, leave], name).toEqual([quiet(dialogue), [], undefined]);
      expect(after.notices.length, name).toBe(1);
    }
  }
});

test('every screen has one field whose options differ, and words everywhere', () => {
  for (const [name, dialogue] of EVERY_SCREEN) {
    const { field, blocks, header } = shown(dialogue);
    const ids = optionIds(field);
    expect(new Set(ids).size, name).toBe(ids.length);
    expect(field.kind === 'line' || ids.length > 0, name).toBe(true);
    const labels = field.kind === 'line' ? [] : field.options.map(({ label }) => label);
    const said = blocks.flatMap((block) => (block.kind === 'list' ? block.items : [block.text]));
    expect(
      [header.section, ...labels, ...said].filter((one) => one.trim() === '' || /undefined|\[object/.test(one)),
      name,
    ).toEqual([]);
    expect(blocks.length, name).toBeGreaterThan(0);
  }
});

test('what the menus offer are plain clauses that fit a line', () => {
  const own = EVERY_SCREEN.flatMap(([, dialogue]) => {
    const { field } = shown(dialogue);
    return field.kind === 'one' ? field.options.filter(({ id }) => id.includes('-') && /^[a-z]/.test(id)) : [];
  });
  const clauses = own.filter(({ id }) =>
    /^(close|open|go|answers|write|switch|end|pause|other-w|accept|choose|ask|danger|correct|hung|withdraw)/.test(id),
  );
  expect(clauses.length).toBeGreaterThan(20);
  for (const { label } of clauses) expect(label).toMatch(/^[a-z][^.]{2,58}[a-z]$/);
});
