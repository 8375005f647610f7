import { expect, test } from 'vitest';
import { fieldView, startField } from '../../src/interview/field.ts';
import { isUrgent, pressed } from '../../src/interview/field-keys.ts';
import { isCommand, KEYS, type Key, keysIn } from '../../src/interview/keys.ts';
import type { Command, Field, FieldOption, FieldState, Input } from '../../src/interview/screen.ts';

const ALL: readonly Command[] = ['emergency', 'back', 'unsure', 'declined', 'reword', 'jump', 'note', 'menu', 'pause'];

const NAMED = ['enter', 'escape', 'tab', 'backspace', 'delete', 'up', 'down', 'left', 'right', 'home', 'end'];

/** A key by its name, `^e` for Ctrl-E, `<text>` for a paste, or a typed character. */
function key(name: string): Key {
  const plain = { ctrl: false, meta: false };
  if (NAMED.includes(name) || name.startsWith('page')) return { name, sequence: '', ...plain };
  if (/^\^[a-z]$/.test(name)) return { name: name.slice(1), sequence: '', ctrl: true, meta: false };
  if (/^<.*>$/s.test(name)) return { name: 'paste', sequence: name.slice(1, -1), ...plain };
  return { name: 'text', sequence: name, ...plain };
}

/** What keys, with a space between them and `␣` for the space itself, make of a field; the keys after an input go nowhere. */
function after(field: Field, keys: string, commands = ALL): FieldState | Input {
  let state = startField(field);
  for (const name of keys.split(' ').filter((one) => one !== '')) {
    const next = pressed({ field, commands, language: 'en' }, state, key(name.replaceAll('␣', ' ')));
    if ('kind' in next) return next;
    state = next;
  }
  return state;
}

function option(id: string, label = id.toUpperCase(), synonyms: readonly string[] = []): FieldOption {
  return { id, label, synonyms };
}

const one = (options: readonly FieldOption[], kept?: string): Field => ({ kind: 'one', options, kept });
const some = (kept?: Extract<Field, { kind: 'some' }>['kept']): Field => ({
  kind: 'some',
  options: [option('red'), option('green'), option('blue')],
  none: 'None of these',
  kept,
});
const line = (of: Extract<Field, { kind: 'line' }>['of'], kept?: string): Field => ({
  kind: 'line',
  of,
  hint: 'h',
  kept,
});

const THREE = one([option('red'), option('green'), option('blue')]);
const KEPT = one([option('red'), option('green'), option('blue')], 'green');
const YES_NO = one([option('no'), option('yes')]);
const TWENTY = one(Array.from({ length: 20 }, (_, index) => option(`o${index + 1}`)));
const STATES = one([
  option('NC', 'North Carolina', ['Tar Heel State']),
  option('CA', 'California'),
  option('SC', 'South Carolina'),
  option('ND', 'North Dakota'),
  option('WA', 'Washington'),
  option('DC', 'District of Columbia', ['Washington D.C.']),
  option('PR', 'Puerto Rico', ['Borinquén']),
  ...Array.from({ length: 20 }, (_, index) => option(`x${index}`, `Other ${index}`)),
]);

const FIELDS: readonly (readonly [string, Field])[] = [
  ['one', THREE],
  ['one with an earlier reply', KEPT],
  ['yes or no', YES_NO],
  ['a searched list', STATES],
  ['several', some()],
  ['several with an earlier reply', some({ ids: ['red'], unsure: [] })],
  ['a number', line('number')],
  ['text', line('text')],
  ['a date', line('date', '2026-01-01')],
  ['a phone number', line('phone')],
  ['a note', line('note')],
];

test.each<[string, Field, string, Input]>([
  ['a digit', THREE, '2 enter', { kind: 'chose', id: 'green' }],
  ['another digit after it', THREE, '2 3 enter', { kind: 'chose', id: 'blue' }],
  ['down', THREE, 'down enter', { kind: 'chose', id: 'red' }],
  ['down twice', THREE, 'down down enter', { kind: 'chose', id: 'green' }],
  ['down past the end', THREE, 'down down down down enter', { kind: 'chose', id: 'blue' }],
  ['up from above leads to the last', THREE, 'up enter', { kind: 'chose', id: 'blue' }],
  ['up past the beginning', THREE, '2 up up enter', { kind: 'chose', id: 'red' }],
  ['End', THREE, 'end enter', { kind: 'chose', id: 'blue' }],
  ['Home', THREE, '3 home enter', { kind: 'chose', id: 'red' }],
  ['page down', TWENTY, 'down pagedown enter', { kind: 'chose', id: 'o11' }],
  ['page up', TWENTY, 'end pageup enter', { kind: 'chose', id: 'o10' }],
  ['a key that no option has', THREE, '2 7 enter', { kind: 'chose', id: 'green' }],
  ['the tenth option', TWENTY, 'a enter', { kind: 'chose', id: 'o10' }],
  ['the twentieth', TWENTY, 'k enter', { kind: 'chose', id: 'o20' }],
  ['a capital', TWENTY, 'K enter', { kind: 'chose', id: 'o20' }],
  ['y', YES_NO, 'y enter', { kind: 'chose', id: 'yes' }],
  ['N', YES_NO, 'N enter', { kind: 'chose', id: 'no' }],
  ['an earlier reply stands', KEPT, 'enter', { kind: 'kept' }],
  ['the earlier reply given anew', KEPT, '2 enter', { kind: 'chose', id: 'green' }],
  ['another reply than the earlier one', KEPT, '1 enter', { kind: 'chose', id: 'red' }],
  ['arrows begin at the earlier reply', KEPT, 'down enter', { kind: 'chose', id: 'blue' }],
  ['an exact id', STATES, 'C A enter', { kind: 'chose', id: 'CA' }],
  ['a single match', STATES, 'd a k enter', { kind: 'chose', id: 'ND' }],
  ['two words', STATES, 'n o r t h ␣ c enter', { kind: 'chose', id: 'NC' }],
  ['a whole label before one that begins with it', STATES, 'w a s h i n g t o n enter', { kind: 'chose', id: 'WA' }],
  ['a synonym, without its accent', STATES, 'b o r i n q u e n enter', { kind: 'chose', id: 'PR' }],
  ['several matches, and an arrow', STATES, 'c a r down down enter', { kind: 'chose', id: 'SC' }],
  ['a digit is searched for', STATES, '1 2 enter', { kind: 'chose', id: 'x12' }],
  ['a paste is searched for', STATES, '<south> enter', { kind: 'chose', id: 'SC' }],
  ['a search mended', STATES, 'd a x backspace k enter', { kind: 'chose', id: 'ND' }],
  ['arrows without a search', STATES, 'down down enter', { kind: 'chose', id: 'CA' }],
  ['two ticks, in the order of the list', some(), '3 1 enter', { kind: 'ticked', ids: ['red', 'blue'], unsure: [] }],
  ['a tick taken back', some(), '1 2 1 enter', { kind: 'ticked', ids: ['green'], unsure: [] }],
  ['space ticks at the marker', some(), 'down down ␣ enter', { kind: 'ticked', ids: ['green'], unsure: [] }],
  ['none of these', some(), '0 enter', { kind: 'ticked', ids: [], unsure: [] }],
  ['none of these unticks', some(), '1 2 ? 0 enter', { kind: 'ticked', ids: [], unsure: [] }],
  ['a tick unticks none of these', some(), '0 2 enter', { kind: 'ticked', ids: ['green'], unsure: [] }],
  ['none of these by arrows', some(), 'up ␣ enter', { kind: 'ticked', ids: [], unsure: [] }],
  ['unsure of one', some(), '1 3 ? enter', { kind: 'ticked', ids: ['red'], unsure: ['blue'] }],
  ['unsure without a tick', some(), 'down ? enter', { kind: 'ticked', ids: [], unsure: ['red'] }],
  ['no longer unsure', some(), '1 2 ? ? enter', { kind: 'ticked', ids: ['red'], unsure: [] }],
  ['said after all', some(), '2 ? 2 enter', { kind: 'ticked', ids: ['green'], unsure: [] }],
  ['earlier ticks stand', some({ ids: ['red'], unsure: ['blue'] }), 'enter', { kind: 'kept' }],
  ['ticks changed and changed back', some({ ids: ['red'], unsure: [] }), '1 1 enter', { kind: 'kept' }],
  ['an earlier "none" stands', some({ ids: [], unsure: [] }), 'enter', { kind: 'kept' }],
  [
    'one more than earlier',
    some({ ids: ['red'], unsure: [] }),
    '2 enter',
    { kind: 'ticked', ids: ['red', 'green'], unsure: [] },
  ],
  ['text', line('text'), 'h i enter', { kind: 'typed', text: 'hi' }],
  ['text keeps its spaces', line('text'), 'h ␣ i enter', { kind: 'typed', text: 'h i' }],
  ['text with a digit and a question mark', line('note'), '0 ? enter', { kind: 'typed', text: '0?' }],
  ['put in at the beginning', line('text'), 'b home a enter', { kind: 'typed', text: 'ab' }],
  ['put in after a step left', line('text'), 'a c left b end d enter', { kind: 'typed', text: 'abcd' }],
  ['backspace', line('text'), 'a b backspace enter', { kind: 'typed', text: 'a' }],
  ['backspace at the beginning', line('text'), 'a home backspace enter', { kind: 'typed', text: 'a' }],
  ['delete', line('text'), 'a b left delete enter', { kind: 'typed', text: 'a' }],
  ['a character of two units goes at once', line('text'), 'a 😀 backspace enter', { kind: 'typed', text: 'a' }],
  ['a paste', line('text'), 'a left <x\r\ny\u001bz\u0000\t.> enter', { kind: 'typed', text: 'x yz .a' }],
  ['an earlier line stands', line('date', '2026-01-01'), 'enter', { kind: 'kept' }],
  ['an earlier line stands after spaces', line('text', 'x'), '␣ enter', { kind: 'kept' }],
  ['another line than earlier', line('text', 'x'), 'y enter', { kind: 'typed', text: 'y' }],
  ['a number', line('number'), '4 2 enter', { kind: 'typed', text: '42' }],
  ['a number with a part', line('number'), '1 . 5 enter', { kind: 'typed', text: '1.5' }],
  ['letters get into no number', line('number'), '4 o 2 enter', { kind: 'typed', text: '42' }],
  ['a number pasted with its line end', line('number'), '<34\n> enter', { kind: 'typed', text: '34' }],
  ['no digits are picked out of a pasted sentence', line('number'), '7 <12␣or␣13> enter', { kind: 'typed', text: '7' }],
])('Enter gives what was meant: %s', (_what, field, keys, expected) => {
  expect(after(field, keys)).toEqual(expected);
});

test.each<[string, Field, string, string]>([
  ['nothing chosen', THREE, 'enter', 'choose an answer first'],
  ['yes or no without an answer', YES_NO, 'enter', 'choose an answer first'],
  ['a key that no option has', THREE, '4', 'no answer here has that key'],
  ['y where nobody asks for yes', THREE, 'y', 'no answer here has that key'],
  ['0 where one is chosen', THREE, '0 enter', 'choose an answer first'],
  ['space chooses nothing', THREE, '␣ enter', 'choose an answer first'],
  ['a paste chooses nothing', THREE, '<2>', 'press the key of an answer'],
  ['nothing searched for', STATES, 'enter', 'choose an answer first'],
  ['several matches', STATES, 'c a r enter', 'several match: choose one with the arrows'],
  ['no match', STATES, 'q q enter', 'nothing matches'],
  ['only signs', STATES, '! enter', 'nothing matches'],
  ['a mark that the search has left', STATES, 'd a k backspace backspace backspace enter', 'choose an answer first'],
  ['nothing ticked', some(), 'enter', 'tick what was said, or press 0 for none of these'],
  ['a tick taken back', some(), '1 1 enter', 'tick what was said, or press 0 for none of these'],
  ['none taken back', some(), '0 0 enter', 'tick what was said, or press 0 for none of these'],
  [
    'earlier ticks taken back',
    some({ ids: ['red'], unsure: [] }),
    '1 enter',
    'tick what was said, or press 0 for none of these',
  ],
  ['unsure of nothing', some(), '?', 'go to an option first, with its key or the arrows'],
  ['unsure of none', some(), 'up ?', 'say of one option that it is unsure, or of the whole question'],
  ['an empty line', line('text'), 'enter', 'type an answer first'],
  ['a line of spaces', line('phone'), '␣ ␣ enter', 'type an answer first'],
  ['a letter in a number', line('number'), '4 o', 'type the number in digits'],
  ['a line that is too long', line('note'), `<${'a'.repeat(1001)}>`, 'that is too long for one line'],
])('a complaint and nothing else: %s', (_what, field, keys, complaint) => {
  expect(after(field, keys)).toMatchObject({ complaint });
});

test('the next key takes a complaint away', () => {
  expect(after(THREE, 'enter 1')).toMatchObject({ complaint: undefined, marked: 'red' });
  expect(after(line('text'), 'enter a')).toMatchObject({ complaint: undefined, typed: 'a' });
});

/** A command as it leaves a field: what stands on a line that is typed goes with it. */
function commandOn(field: Field, command: Command, typed = ''): Input {
  return field.kind === 'line' ? { kind: 'command', command, typed } : { kind: 'command', command };
}

test.each([
  ['an answer', line('text'), 't w o'],
  ['a number', line('number'), '4'],
  ['a note', line('note'), 's a y s'],
  ['words that a list is searched for', STATES, 'c a'],
])('Ctrl-U and Ctrl-R answer nothing while there is text on the line: %s', (_what, field, keys) => {
  for (const command of ['unsure', 'declined'] as const) {
    const end = `^${KEYS[command].key}`;
    expect(after(field, `${keys} ${end}`)).toEqual({
      ...after(field, keys),
      complaint: 'there is text on the line: enter it, or delete it first',
    });
    const deleted = keys.replaceAll(/\S+/g, 'backspace');
    expect(after(field, `${keys} ${deleted} ${end}`)).toEqual(commandOn(field, command));
  }
});

test.each(FIELDS)('every command has its key at every field: %s', (_what, field) => {
  const results = ALL.map((command) => after(field, KEYS[command].ctrl ? `^${KEYS[command].key}` : KEYS[command].key));
  expect(results).toEqual(ALL.map((command) => commandOn(field, command)));
  expect(after(field, '^c')).toEqual({ kind: 'interrupted' });
});

test.each(FIELDS)('commands work on a field that is half filled in: %s', (_what, field) => {
  for (const keys of ['1 ^e', 'down ^e', 'a ^e', 'enter ^e', '<paste> ^e', 'up ␣ ^e']) {
    const [typed = '', command = ''] = keys.split(' ^');
    const begun = after(field, typed);
    if (!('kind' in begun)) {
      expect(pressed({ field, commands: ALL, language: 'en' }, begun, key(`^${command}`))).toEqual(
        commandOn(field, 'emergency', begun.typed),
      );
    }
  }
});

test.each(FIELDS)('where a screen offers no commands only the emergency is left: %s', (_what, field) => {
  expect(after(field, '^e', [])).toEqual(commandOn(field, 'emergency'));
  const others = ALL.filter((command) => command !== 'emergency');
  for (const command of others) {
    const pressedKey = KEYS[command].ctrl ? `^${KEYS[command].key}` : KEYS[command].key;
    expect(after(field, pressedKey, [])).toMatchObject({
      complaint: `${keysIn('en')[command].name} is not possible here`,
    });
  }
});

test('Escape closes what can be closed, and opens the menu elsewhere', () => {
  expect(after(THREE, 'escape', ['emergency', 'close'])).toEqual({ kind: 'command', command: 'close' });
  expect(after(THREE, 'escape', ['menu', 'close'])).toEqual({ kind: 'command', command: 'close' });
  expect(after(THREE, 'escape', ['emergency', 'menu'])).toEqual({ kind: 'command', command: 'menu' });
});

test.each(FIELDS)('keys that mean nothing change nothing: %s', (_what, field) => {
  const start = startField(field);
  const strange: readonly Key[] = [
    key('tab'),
    key('^w'),
    key('^a'),
    { name: 'unknown', sequence: '\u001b[15~', ctrl: false, meta: false },
    { name: 'text', sequence: '1', ctrl: false, meta: true },
  ];
  for (const one of strange) expect(pressed({ field, commands: ALL, language: 'en' }, start, one)).toEqual(start);
});

test('no key stands for two commands, but for the two that never meet', () => {
  const keys = Object.values(KEYS).map(({ key: name, ctrl }) => `${ctrl} ${name}`);
  expect(keys.filter((one, index) => keys.indexOf(one) !== index)).toEqual(['false escape']);
  // Prefixes, the terminal's own, keys under another name, and what browsers keep for themselves.
  const taken = Object.values(KEYS).filter(({ key: name, ctrl }) => ctrl && 'abczsqhijmntw'.includes(name));
  expect(taken).toEqual([]);
});

test('words that name commands are told from others', () => {
  expect(['back', 'pause', 'toString', 'constructor', ''].map(isCommand)).toEqual([true, true, false, false, false]);
});

test('only the emergency and Ctrl-C are urgent', () => {
  const letters = [...'abcdefghijklmnopqrstuvwxyz'];
  expect(letters.filter((letter) => isUrgent(key(`^${letter}`)))).toEqual(['c', 'e']);
  expect(['e', 'c', 'enter', 'escape'].map((name) => isUrgent(key(name)))).toEqual([false, false, false, false]);
});

test('nothing is recorded without Enter, whatever else is pressed', () => {
  const keys = [
    '1',
    '2',
    'y',
    'a',
    '␣',
    '?',
    '0',
    'up',
    'down',
    'home',
    'end',
    'left',
    'right',
    'tab',
    'delete',
    '<1\r\n>',
  ];
  for (const [, field] of FIELDS) expect(after(field, keys.join(' '))).not.toHaveProperty('kind');
});

test('a view shows what the keys have done', () => {
  const state = after(some(), '1 2 ? down');
  if ('kind' in state) throw new Error('no input was given');
  expect(fieldView(some(), state, 'en').rows).toEqual([
    { key: '1', box: 'ticked', label: 'RED', detail: undefined, heading: undefined, isMarked: false },
    { key: '2', box: 'unsure', label: 'GREEN', detail: undefined, heading: undefined, isMarked: false },
    { key: '3', box: 'empty', label: 'BLUE', detail: undefined, heading: undefined, isMarked: true },
    { key: '0', box: 'empty', label: 'None of these', detail: undefined, heading: undefined, isMarked: false },
  ]);
});
