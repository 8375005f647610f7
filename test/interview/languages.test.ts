/** A call in two languages: switching changes words and nothing else, and nothing of a Spanish screen is English. */

import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decide } from '../../src/decision/decide.ts';
import { answersOf } from '../../src/interview/answers-of.ts';
import { startCall } from '../../src/interview/call.ts';
import { respond, screenOf, startDialogue } from '../../src/interview/dialogue.ts';
import type { Dialogue } from '../../src/interview/dialogue-model.ts';
import { carriedOver, fieldView, startField } from '../../src/interview/field.ts';
import { keysIn } from '../../src/interview/keys.ts';
import { lineInput } from '../../src/interview/line-input.ts';
import type { Call, CallEvent } from '../../src/interview/model.ts';
import { readDay } from '../../src/interview/read-typed.ts';
import type { Input, Screen } from '../../src/interview/screen.ts';
import { CALL_WORDS, callWordsIn } from '../../src/interview/words/words.ts';
import { callScreen } from '../../src/render/call-screen.ts';
import { unpainted } from '../../src/render/palette.ts';
import { AT_PLACES, EVERY_SCREEN } from './every-screen.ts';
import {
  after,
  CALL,
  chose,
  command,
  dialogueAfter,
  leaving,
  optionIds,
  SETTING,
  shown,
  typed,
} from './shipped-dialogue.ts';

const { compiled } = CALL;

/** The shipped call, in a questionnaire that declares these languages. */
function callIn(languages: readonly string[]): Call {
  const questionnaire = { ...compiled.callers.questionnaire, languages };
  return { ...CALL, compiled: { ...compiled, callers: { ...compiled.callers, questionnaire } } };
}

const BOTH = callIn(['en', 'es']);

/** A dialogue that may be switched, where another one stands. */
function inBoth(dialogue: Dialogue): Dialogue {
  return { ...dialogue, setting: { ...dialogue.setting, call: BOTH } };
}

const SWITCH: Input = command('language');

test('switching keeps question, answers, what lies over it and what stands on the line, on every screen', () => {
  for (const [name, plain] of EVERY_SCREEN) {
    const before = inBoth(plain);
    const { field } = shown(before);
    const turn = respond(before, field.kind === 'line' ? leaving('language', 'half a') : SWITCH, before.state.lastAt);
    const { dialogue } = turn;
    expect(turn.events, name).toEqual([{ kind: 'spoke', language: 'es' }]);
    expect(dialogue.state, name).toEqual({ ...before.state, language: 'es' });
    expect([dialogue.overlays, dialogue.panelOverlays, dialogue.reworded], name).toEqual([
      before.overlays,
      before.panelOverlays,
      before.reworded,
    ]);
    const spanish = shown(dialogue);
    expect([spanish.language, spanish.commands], name).toEqual(['es', shown(before).commands]);
    expect(
      optionIds(spanish.field).filter((id) => !id.startsWith('speak-')),
      name,
    ).toEqual(optionIds(field).filter((id) => !id.startsWith('speak-')));
    if (spanish.field.kind === 'line') expect(spanish.field.typed, name).toBe('half a');
    expect(shown(respond(dialogue, SWITCH, before.state.lastAt).dialogue).language, name).toBe('en');
  }
});

test('a call with switches decides as the same call without them', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(), fc.boolean()), { minLength: 1, maxLength: 6 }), (picks) => {
      let [plain, switched] = [0, 1].map(() => startDialogue({ ...SETTING, call: BOTH, state: startCall(BOTH, 0) }));
      for (const [index, [pick, isSwitched]] of picks.entries()) {
        if (plain === undefined || switched === undefined) return;
        const at = (index + 1) * 1000;
        if (isSwitched) switched = respond(switched, SWITCH, at).dialogue;
        const input = anyInput(screenOf(plain, at), pick);
        const turns = [respond(plain, input, at), respond(switched, input, at)] as const;
        [plain, switched] = [turns[0].dialogue, turns[1].dialogue];
        expect(turns[1].events.map(saidIn)).toEqual(turns[0].events.map(saidIn));
        expect({ ...switched.state, language: 'en', lastAt: 0, panelLog: [] }).toEqual({
          ...plain.state,
          lastAt: 0,
          panelLog: [],
        });
        if (turns[0].leave !== undefined) break;
      }
      if (plain === undefined || switched === undefined) return;
      expect(decide(BOTH.compiled, answersOf(BOTH, switched.state)).levels).toEqual(
        decide(BOTH.compiled, answersOf(BOTH, plain.state)).levels,
      );
    }),
    { numRuns: 1000 },
  );
}, 60_000);

/** An event but for the words in which a step was logged. */
function saidIn(event: CallEvent): CallEvent {
  return event.kind === 'panel-logged' ? { ...event, done: 'done' } : event;
}

/** An input that fits a screen and says the same in every language. */
function anyInput({ field, commands }: Screen, pick: number): Input {
  if (field.kind === 'line') return field.of === 'number' ? typed('34') : command('unsure');
  if (field.kind === 'some') {
    const id = field.options[pick % field.options.length]?.id;
    return { kind: 'ticked', ids: pick % 3 === 0 || id === undefined ? [] : [id], unsure: [] };
  }
  const ids = field.options.map(({ id }) => id).filter((id) => !id.startsWith('step-'));
  if (pick % 7 === 0 && commands.includes('unsure')) return command('unsure');
  return chose(ids[pick % ids.length] ?? '');
}

test('a step that was ticked in one language is ticked in the other', () => {
  const spanish = {
    ...SETTING.textsIn().emergency,
    steps: ['Uno primero.', 'Dos.', 'Tres.', 'Cuatro.', 'Cinco.', 'Seis.'],
  };
  const textsIn = (language: string) =>
    language === 'es' ? { ...SETTING.textsIn(), emergency: spanish } : SETTING.textsIn();
  const open = dialogueAfter([{ kind: 'panel-opened' }], { call: BOTH, textsIn });
  const ticked = after(open, chose('step-1'), SWITCH);
  const { field } = shown(ticked);
  const [first, second] = field.kind === 'one' ? field.options : [];
  expect([first?.label, first?.detail]).toEqual(['Uno primero.', 'hecho 2 s']);
  expect([second?.label, second?.detail]).toEqual(['Dos.', undefined]);
  expect(ticked.state.isPanelOpen).toBe(true);
});

test('ticks that were not entered are still there in the other language, and gone at another question', () => {
  const options = [1, 2, 3].map((id) => ({ id: String(id), label: `label ${id}`, synonyms: [] }));
  const field = { kind: 'some', options, none: 'none', kept: undefined } as const;
  const state = { ...startField(field), ticked: new Set(['2']), unsure: new Set(['3']), complaint: 'press a key' };
  const other = { ...field, none: 'ninguna', options: options.map((one) => ({ ...one, label: `rótulo ${one.id}` })) };
  expect(carriedOver(other, { field, state })).toEqual({ ...state, complaint: undefined });
  const elsewhere = { ...other, options: other.options.slice(1) };
  expect(carriedOver(elsewhere, { field, state })).toEqual(startField(elsewhere));
});

test('a call knows only the languages of its questionnaire', () => {
  const start = dialogueAfter([], { call: callIn(['en']) });
  expect(shown(start).commands).not.toContain('language');
  expect(respond(start, SWITCH, 1000).events).toEqual([]);
  const both = inBoth(start);
  expect(respond(both, command('language', 'es'), 1000).events).toEqual([{ kind: 'spoke', language: 'es' }]);
  expect(respond(both, command('language', 'Español'), 1000).events).toEqual([{ kind: 'spoke', language: 'es' }]);
  expect(respond(both, command('language', 'fr'), 1000).dialogue.notices).toEqual([
    'this questionnaire has no such language',
  ]);
});

/** Every text of the words of a language, functions called with what they may get. */
function textsIn(value: unknown, path = ''): readonly (readonly [string, string])[] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => textsIn(inner, `${path}.${key}`));
}

test('every sentence has a Spanish one of its own', () => {
  const english = textsIn(CALL_WORDS.en);
  const spanish = new Map(textsIn(CALL_WORDS.es));
  expect([...spanish.keys()].sort()).toEqual(english.map(([path]) => path).sort());
  const same = english.filter(([path, text]) => spanish.get(path) === text).map(([, text]) => text);
  expect(new Set(same)).toEqual(new Set(['IOP', 'Hospital']));
});

/** What stands between quotation marks, one text after the other. */
const QUOTED = /'((?:[^'\\\n]|\\.)*)'|`((?:[^`\\]|\\.)*)`/g;

/** Two words with a space between them are a sentence, or a part of one. */
const SENTENCE = /[A-Za-z]{2,},? [A-Za-z]{2,}/;

/** The sentences that a file of code holds; what a template puts in, and comments, are none. */
function sentencesIn(code: string): readonly string[] {
  const bare = code.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|[^:])\/\/ .*/g, '$1');
  const texts = [...bare.matchAll(QUOTED)].map(([, plain, template]) => plain ?? template ?? '');
  return texts.map((text) => text.replace(/\$\{[^}]*\}/g, '')).filter((text) => SENTENCE.test(text));
}

test('no sentence stands in a screen or around one: they are all among the words', () => {
  const files = [
    ...readdirSync('src/interview/screens').map((name) => `src/interview/screens/${name}`),
    ...readdirSync('src/render')
      .filter((name) => name.startsWith('call-') && name !== 'call-list.ts')
      .map((name) => `src/render/${name}`),
    ...['field', 'field-keys', 'option-keys', 'line-keys', 'line-input', 'line-commands', 'header', 'dialogue'].map(
      (name) => `src/interview/${name}.ts`,
    ),
    ...['read-typed', 'reply-in-words', 'keys'].map((name) => `src/interview/${name}.ts`),
    ...['call-lines', 'call-terminal', 'call-player', 'field-prompt'].map((name) => `src/io/${name}.ts`),
  ];
  const found = files.flatMap((file) => sentencesIn(readFileSync(file, 'utf8')).map((text) => `${file}: ${text}`));
  expect(found).toEqual([]);
});

test.each(['en', 'es'])('nothing is cut on a terminal of 80 columns and 24 lines: %s', (language) => {
  const words = callWordsIn(language).frame;
  for (const [name, plain] of EVERY_SCREEN) {
    const dialogue = language === 'es' ? respond(inBoth(plain), SWITCH, plain.state.lastAt).dialogue : inBoth(plain);
    const screen = shown(dialogue);
    const field = fieldView(screen.field, startField(screen.field), language);
    const keys = keysIn(language);
    const lines = callScreen({ screen, field, columns: 80, rows: 24, paint: unpainted, keys, words }).split('\n');
    expect(lines.length, name).toBeLessThanOrEqual(24);
    expect(Math.max(...lines.map((line) => [...line].length)), name).toBeLessThanOrEqual(80);
    const foot = lines.slice(-2).join(' ');
    for (const one of screen.commands.filter((each) => !['pause', 'language'].includes(each)))
      expect(foot, `${name}: ${one}`).toContain(keys[one].shown.replace('Ctrl-', '^'));
    const last = dialogue.state.place.kind === 'question' ? lines.at(-1) : undefined;
    if (last !== undefined) expect(last, name).not.toContain('…');
  }
});

test.each([
  ['s', 'yes'],
  ['sí', 'yes'],
  ['SI', 'yes'],
  ['y', 'yes'],
  ['n', 'no'],
])('`%s` answers a question of yes or no with %s', (line, id) => {
  const options = [
    { id: 'yes', label: 'Sí', synonyms: [] },
    { id: 'no', label: 'No', synonyms: [] },
  ];
  const screen: Screen = {
    ...shown(dialogueAfter()),
    language: 'es',
    field: { kind: 'one', options, kept: undefined },
  };
  expect(lineInput(screen, line)).toEqual({ kind: 'chose', id });
});

test.each([
  ['/atrás', 'back'],
  ['/atras', 'back'],
  ['/b', 'back'],
  ['/back', 'back'],
  ['/emergencia', 'emergency'],
  ['/idioma', 'language'],
  ['/menu', 'menu'],
])('`%s` is a command in both languages', (line, name) => {
  for (const language of ['en', 'es']) {
    const screen: Screen = { ...shown(dialogueAfter()), language, commands: ['emergency', 'back', 'language', 'menu'] };
    expect(lineInput(screen, line)).toEqual({ kind: 'command', command: name });
  }
});

const ON = { today: '2026-11-22', words: callWordsIn('es').fields };

test('a day that could be two is shown back as both, and one that can only be one is taken', () => {
  expect(readDay('3/12/2026', ON)).toEqual({
    notice:
      'eso podría ser `2026-12-03` (3 de diciembre de 2026) o `2026-03-12` (12 de marzo de 2026): escriba la que se quiso decir',
  });
  expect(readDay('25/12/2026', ON)).toEqual({ value: '2026-12-25' });
  expect(readDay('12/25/2026', ON)).toEqual({ value: '2026-12-25' });
  expect(readDay('5/5/2026', ON)).toEqual({ value: '2026-05-05' });
  expect(readDay('31/31/2026', ON)).toHaveProperty('notice');
  expect([readDay('mañana', ON), readDay('Miércoles', ON), readDay('2026-12-03', ON)]).toEqual([
    { value: '2026-11-23' },
    { value: '2026-11-25' },
    { value: '2026-12-03' },
  ]);
});

test('a day of two readings is never taken, whatever the day', () => {
  const day = fc.integer({ min: 1, max: 12 });
  fc.assert(
    fc.property(day, day, fc.integer({ min: 2000, max: 2100 }), (first, second, year) => {
      const read = readDay(`${first}/${second}/${year}`, ON);
      expect('notice' in read).toBe(first !== second);
    }),
    { numRuns: 1000 },
  );
});

test('an emergency is said in the language spoken, wherever the call stands', () => {
  for (const [name, plain] of AT_PLACES) {
    const screen = shown(after(inBoth(plain), SWITCH, command('emergency')));
    expect([screen.isAlarm, screen.language], name).toEqual([true, 'es']);
  }
});
