import fc from 'fast-check';
import { expect, test } from 'vitest';
import { KEYS } from '../../src/interview/keys.ts';
import { LINE_WORDS } from '../../src/interview/line-commands.ts';
import { lineInput } from '../../src/interview/line-input.ts';
import type { Command, Field, Screen } from '../../src/interview/screen.ts';
import { lineOf, option, screenWith, some, YES_NO } from '../render/given-screens.ts';

const COMPLAINS = { complaint: expect.any(String) };

const on = (field: Field, more: Partial<Screen> = {}): Screen => screenWith({ field, ...more });

const HOUSING: Field = {
  kind: 'one',
  options: [
    option('own', 'A place of their own', { synonyms: ['flat', 'house'] }),
    option('friends', 'With friends'),
    option('family', 'With family'),
    option('none', 'No home', { synonyms: ['homeless'] }),
  ],
  kept: undefined,
};

const SUBSTANCES = some(
  option('alcohol', 'Alcohol', { synonyms: ['beer'] }),
  option('cannabis', 'Cannabis'),
  option('opioids', 'Opioids, from a doctor or not'),
  option('other', 'Something else?'),
);

test.each([
  ['1', 'own'],
  ['4', 'none'],
  ['own', 'own'],
  ['OWN', 'own'],
  ['  with friends ', 'friends'],
  ['House', 'own'],
  ['none', 'none'],
  ['home', 'none'],
  ['with fr', 'friends'],
  ['a pl', 'own'],
])('one of several: `%s`', (line, id) => {
  expect(lineInput(on(HOUSING), line)).toEqual({ kind: 'chose', id });
});

test.each(['0', '5', '12', 'with', 'f', 'fa mily', 'castle', '-1', '1.', '1 2', ''])(
  'one of several: `%s` is none or more than one of them',
  (line) => {
    expect(lineInput(on(HOUSING), line)).toEqual(COMPLAINS);
  },
);

test('a beginning that fits several names them, and never what was typed', () => {
  expect(lineInput(on(HOUSING), 'with')).toEqual({
    complaint: 'that could be `With friends`, `With family`; type the number of one',
  });
  const secret = 'xyzzy';
  expect(JSON.stringify(lineInput(on(HOUSING), secret))).not.toContain(secret);
});

test.each([
  ['y', 'yes'],
  ['N', 'no'],
  ['Yes', 'yes'],
  ['2', 'no'],
])('yes or no: `%s`, on a safety question too', (line, id) => {
  expect(lineInput(on(YES_NO), line)).toEqual({ kind: 'chose', id });
  expect(lineInput(on(YES_NO, { isFresh: true }), line)).toEqual({ kind: 'chose', id });
});

test('where a slip could cost most, the beginning of a word is not enough', () => {
  for (const more of [{ isFresh: true }, { isAlarm: true }]) {
    expect(lineInput(on(YES_NO, more), 'ye')).toEqual(COMPLAINS);
    expect(lineInput(on(HOUSING, more), 'with fr')).toEqual(COMPLAINS);
    expect(lineInput(on(SUBSTANCES, more), 'alc')).toEqual(COMPLAINS);
    expect(lineInput(on(HOUSING, more), 'With friends')).toEqual({ kind: 'chose', id: 'friends' });
  }
});

test('`y` is no answer where yes and no are not all there is', () => {
  const field: Field = { kind: 'one', options: [option('yes'), option('no'), option('perhaps')], kept: undefined };
  expect(lineInput(on(field, { isFresh: true }), 'y')).toEqual(COMPLAINS);
});

test('a number that is the word of another option is not guessed at', () => {
  const field: Field = { kind: 'one', options: [option('2', 'Twice'), option('1', 'Once')], kept: undefined };
  expect(lineInput(on(field), '1')).toEqual({ complaint: 'that could be `Twice`, `Once`; type the number of one' });
  expect(lineInput(on(field), 'once')).toEqual({ kind: 'chose', id: '1' });
});

test('a number beyond the last option is not taken for the beginning of one', () => {
  const field: Field = {
    kind: 'one',
    options: [option('week', '7 days'), option('month', '30 days')],
    kept: undefined,
  };
  expect(lineInput(on(field), '30')).toEqual(COMPLAINS);
  expect(lineInput(on(field), '30 d')).toEqual({ kind: 'chose', id: 'month' });
});

test.each([
  ['1', ['alcohol'], []],
  ['1, 3', ['alcohol', 'opioids'], []],
  ['3 1', ['alcohol', 'opioids'], []],
  ['1,1', ['alcohol'], []],
  ['3?', [], ['opioids']],
  ['1 3?', ['alcohol'], ['opioids']],
  ['1,3?;2', ['alcohol', 'cannabis'], ['opioids']],
  ['alcohol, cannabis', ['alcohol', 'cannabis'], []],
  ['Beer; cannabis?', ['alcohol'], ['cannabis']],
  ['can', ['cannabis'], []],
  ['opioids, from a doctor or not', ['opioids'], []],
  ['something else?', ['other'], []],
  ['something else??', [], ['other']],
  ['other?', [], ['other']],
])('several: `%s`', (line, ids, unsure) => {
  expect(lineInput(on(SUBSTANCES), line)).toEqual({ kind: 'ticked', ids, unsure });
});

test.each(['0', 'none', 'NONE', 'none of these', ' None of these '])('none of them: `%s`', (line) => {
  const ticked = { kind: 'ticked', ids: [], unsure: [] };
  expect(lineInput(on(SUBSTANCES), line)).toEqual(ticked);
  expect(lineInput(on(SUBSTANCES, { isFresh: true }), line)).toEqual(ticked);
});

test.each(['', '0, 1', '1 0', '1, none', '5', '1, 5', '3 3?', 'no alcohol', 'alcohol cannabis', ',', '?', '1??'])(
  'several: `%s` is refused as a whole',
  (line) => {
    expect(lineInput(on(SUBSTANCES), line)).toEqual(COMPLAINS);
  },
);

test('an option whose id is `none` keeps that word', () => {
  const field = some(option('none', 'Nobody'), option('some', 'Somebody'));
  expect(lineInput(on(field), 'none')).toEqual({ kind: 'ticked', ids: ['none'], unsure: [] });
});

test('typed text is passed on; two slashes begin one that starts with a slash', () => {
  const typed = (line: string): unknown => lineInput(on(lineOf('text')), line);
  expect(typed(' Behind the station ')).toEqual({ kind: 'typed', text: 'Behind the station' });
  expect(typed('//unsure')).toEqual({ kind: 'typed', text: '/unsure' });
  expect(typed('///')).toEqual({ kind: 'typed', text: '//' });
  expect(typed('1, 2')).toEqual({ kind: 'typed', text: '1, 2' });
});

test('an empty line keeps what stands, and is otherwise no answer; an empty note is one', () => {
  const kept = { kind: 'kept' };
  expect(lineInput(on({ ...HOUSING, kept: 'own' } as Field), '  ')).toEqual(kept);
  expect(lineInput(on({ ...SUBSTANCES, kept: { ids: [], unsure: [] } }), '')).toEqual(kept);
  for (const of of ['number', 'text', 'date', 'phone', 'note'] as const) {
    expect(lineInput(on(lineOf(of, 'before')), '')).toEqual(kept);
    expect(lineInput(on(lineOf(of)), '')).toEqual(of === 'note' ? { kind: 'typed', text: '' } : COMPLAINS);
  }
});

const COMMANDS: readonly (readonly [Command, string, string])[] = [
  ['emergency', '/emergency', '/e'],
  ['back', '/back', '/b'],
  ['unsure', '/unsure', '/u'],
  ['declined', '/declined', '/d'],
  ['reword', '/reword', '/r'],
  ['jump', '/go', '/g'],
  ['note', '/note', '/n'],
  ['menu', '/menu', '/m'],
  ['close', '/close', '/c'],
  ['language', '/language', '/l'],
  ['pause', '/pause', '/p'],
];

test('every command of the keys has a word of its own', () => {
  expect(COMMANDS.map(([command]) => command).sort()).toEqual(Object.keys(KEYS).sort());
  expect(COMMANDS.map(([command, word]) => [command, word])).toEqual(Object.entries(LINE_WORDS));
  expect(new Set(COMMANDS.map(([, , short]) => short)).size).toBe(COMMANDS.length);
});

test.each(COMMANDS)('%s is typed as `%s` or `%s`, in any case, at every field', (command, word, short) => {
  for (const field of [YES_NO, HOUSING, SUBSTANCES, lineOf('text'), lineOf('note')]) {
    const screen = on(field, { commands: [command], isFresh: true });
    for (const line of [word, short, word.toUpperCase(), ` ${word} `]) {
      expect(lineInput(screen, line)).toEqual({ kind: 'command', command });
    }
  }
});

test.each(COMMANDS)('%s complains where a screen does not offer it, but for the emergency', (command, word) => {
  const wanted = command === 'emergency' ? { kind: 'command', command } : COMPLAINS;
  expect(lineInput(on(YES_NO, { commands: [] }), word)).toEqual(wanted);
});

test('a note and a question to go to follow their command; nothing follows the others', () => {
  const screen = on(YES_NO);
  expect(lineInput(screen, '/note said  twice')).toEqual({ kind: 'command', command: 'note', text: 'said twice' });
  expect(lineInput(screen, '/g age')).toEqual({ kind: 'command', command: 'jump', text: 'age' });
  expect(lineInput(screen, '/unsure 3')).toEqual(COMPLAINS);
  expect(lineInput(screen, '/back 2')).toEqual(COMPLAINS);
});

test('nothing stands in the way of the emergency panel', () => {
  const emergency = { kind: 'command', command: 'emergency' };
  for (const field of [YES_NO, HOUSING, SUBSTANCES, lineOf('text'), lineOf('note')]) {
    for (const line of ['!', ' ! ', '/emergency', '/e', '/EMERGENCY now please']) {
      expect(lineInput(on(field, { commands: [] }), line)).toEqual(emergency);
    }
  }
});

test('help is asked for by its word; an unknown command gets the word that was meant', () => {
  expect(lineInput(on(YES_NO), '/help')).toEqual({ kind: 'help' });
  expect(lineInput(on(YES_NO), '/H')).toEqual({ kind: 'help' });
  expect(lineInput(on(YES_NO), '/bakc')).toEqual({ complaint: 'there is no such command: did you mean `/back`?' });
  expect(lineInput(on(lineOf('text')), '/quux')).toEqual({
    complaint: expect.stringContaining('a text that begins with a slash needs a second one'),
  });
});

test('any line at any field does something or complains, and only with ids that are there', () => {
  const fields = [YES_NO, HOUSING, SUBSTANCES, lineOf('text'), lineOf('note')];
  const line = fc.oneof(
    fc.string(),
    fc.constantFrom('constructor', '__proto__', '/__proto__', '1?,?', '0?', '99999999999999999999'),
  );
  fc.assert(
    fc.property(fc.constantFrom<Field>(...fields), line, fc.boolean(), (field, text, isFresh) => {
      const result = lineInput(on(field, { isFresh }), text);
      const ids = field.kind === 'line' ? [] : field.options.map(({ id }) => id);
      if ('complaint' in result) expect(result.complaint).not.toBe('');
      else if (result.kind === 'chose') expect(ids).toContain(result.id);
      else if (result.kind === 'ticked') expect(ids).toEqual(expect.arrayContaining([...result.ids, ...result.unsure]));
      else expect(['typed', 'command', 'help']).toContain(result.kind);
    }),
    { numRuns: 300 },
  );
});
