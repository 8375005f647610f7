import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LINE_LETTERS } from '../../src/interview/line-commands.ts';
import type { Field, Screen } from '../../src/interview/screen.ts';
import { callWordsIn } from '../../src/interview/words/words.ts';
import { callHelp } from '../../src/render/call-help.ts';
import { callLines } from '../../src/render/call-lines.ts';
import { cells } from '../../src/render/cells.ts';
import { anyScreen, HEADER, lineOf, option, screenWith, some } from './given-screens.ts';

const WORDS = callWordsIn('en');

/** A screen that follows another question of the same section. */
function after(screen: Screen): string {
  return callLines({
    screen,
    before: screenWith({ blocks: [{ kind: 'say', text: 'The question before.' }] }),
    words: WORDS,
  });
}

test('the first screen: how to answer, where the call stands, the script, numbered options, and a prompt', () => {
  expect(callLines({ screen: screenWith(), before: undefined, words: WORDS })).toBe(
    [
      'Type an answer and Enter. `!` opens the emergency panel, `/help` lists what else',
      'can be typed.',
      '',
      'Safety. 12 asked, up to 31 to come. Possible: IOP to Residential.',
      '',
      'Say: Is anyone hurt?',
      '',
      '1  Yes',
      '2  No',
      '> ',
    ].join('\n'),
  );
});

test('where the call stands is said again where the section or the levels change, and not otherwise', () => {
  expect(after(screenWith())).toBe('\nSay: Is anyone hurt?\n\n1  Yes\n2  No\n> ');
  const moved = (header: Partial<Screen['header']>): string => after(screenWith({ header: { ...HEADER, ...header } }));
  expect(moved({ section: 'Mind', possible: '' })).toContain('\nMind. 12 asked, up to 31 to come.\n');
  expect(moved({ section: 'Review', toCome: 0, possible: '' })).toContain('\nReview. 12 asked.\n');
  expect(moved({ possible: 'Residential' })).toContain(
    '\nSafety. 12 asked, up to 31 to come. Possible: Residential.\n',
  );
  expect(moved({ asked: 13, toCome: 4, elapsed: 900 })).not.toContain('asked');
  expect(moved({ mark: 'example: nothing is saved' })).toContain('\nexample: nothing is saved\n');
});

test('what has to happen first is said when it appears, and not again while it stays', () => {
  const first = 'a crisis assessment today (988)';
  const header = { ...HEADER, first };
  expect(after(screenWith({ header }))).toContain('\nFirst: a crisis assessment today (988).\n\nSay: ');
  const before = screenWith({ header, blocks: [{ kind: 'say', text: 'The question before.' }] });
  expect(
    callLines({ screen: screenWith({ header: { ...header, section: 'Mind' } }), before, words: WORDS }),
  ).not.toContain('First:');
  expect(callLines({ screen: screenWith({ header }), before: undefined, words: WORDS })).toContain('First:');
  expect(callLines({ screen: screenWith(), before, words: WORDS })).not.toContain('First:');
});

test('after a wrong input only what was wrong and the options are said', () => {
  const screen = screenWith({ blocks: [{ kind: 'say', text: 'The question before.' }], notices: ['up to 120'] });
  expect(after(screen)).toBe('\nNotice: up to 120\n\n1  Yes\n2  No\n> ');
});

test('several answers have a number each, 0 for none of them, and a line on how to say them', () => {
  const field = { ...some(option('a', 'Alcohol'), option('b', 'Pills')), kept: { ids: ['a'], unsure: ['b'] } };
  expect(after(screenWith({ blocks: [], field }))).toBe(
    [
      '',
      '1  Alcohol',
      '2  Pills',
      '0  None of these',
      'Several: `1, 3`; not sure about one: `3?`',
      'Enter keeps: Alcohol, Pills (not sure)',
      '> ',
    ].join('\n'),
  );
  expect(after(screenWith({ field: { ...field, kept: { ids: [], unsure: [] } } }))).toContain(
    'Enter keeps: None of these',
  );
});

test('a typed line says what is expected and what stands', () => {
  expect(after(screenWith({ blocks: [], field: lineOf('number', '34') }))).toBe(
    '\nwhole number from 0 to 120\nEnter keeps: 34\n> ',
  );
});

test('details and headings stand with their options', () => {
  const options = [option('a', 'How old are you?', { detail: '34', heading: 'Who is calling' }), option('b', 'Where?')];
  const field: Field = { kind: 'one', options, kept: undefined };
  expect(after(screenWith({ blocks: [], field }))).toBe('\nWho is calling\n1  How old are you? (34)\n2  Where?\n> ');
});

test('a list of more than twenty is set in running lines', () => {
  const options = Array.from({ length: 21 }, (_, index) => option(`s${index + 1}`, `State ${index + 1}`));
  const text = after(screenWith({ blocks: [], field: { kind: 'one', options, kept: undefined } }));
  expect(text.replaceAll('\n', ' ')).toContain('1 State 1, 2 State 2, 3 State 3,');
  expect(text.split('\n').length).toBeLessThan(10);
  const twenty: Field = { kind: 'one', options: options.slice(1), kept: undefined };
  expect(after(screenWith({ blocks: [], field: twenty })).split('\n')).toContain('20  State 21');
});

test('an emergency begins with that word, and its steps come before what explains them', () => {
  const screen = screenWith({
    isAlarm: true,
    blocks: [
      { kind: 'alarm', text: 'Help is needed now' },
      { kind: 'list', items: ['988: call or text'] },
      { kind: 'help', text: 'The questions can wait.' },
    ],
    field: { kind: 'one', options: [option('stay', 'Stay on the line')], kept: undefined },
  });
  expect(after(screen)).toBe(
    [
      '',
      'EMERGENCY',
      '',
      'Help is needed now',
      '',
      '- 988: call or text',
      '',
      '1  Stay on the line',
      '',
      'Help: The questions can wait.',
      '> ',
    ].join('\n'),
  );
});

test('help lists the commands that work here under the words by which they are typed, and how to answer', () => {
  const field = some(option('a'));
  expect(
    callHelp(screenWith({ field, commands: ['back', 'note', 'close'] }), { words: WORDS, letters: LINE_LETTERS }),
  ).toBe(
    [
      '',
      'Type the numbers or the words of the options, with commas between them.',
      '`0` is none of these; a `?` behind an option: the caller is not sure about it.',
      '/emergency  the emergency panel; `!` does the same',
      '/back       the question before',
      '/note       writes something down; the text may follow',
      '/close      leaves this list or note',
      '',
      '> ',
    ].join('\n'),
  );
});

test('no line is wider than 80 cells, nothing moves the cursor, and every screen ends with a prompt', () => {
  fc.assert(
    fc.property(anyScreen, fc.option(anyScreen, { nil: undefined }), (screen, before) => {
      const text = callLines({ screen, before, words: WORDS });
      expect(text.split('\n').filter((line) => cells(line) > 80)).toEqual([]);
      expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f─-╿]/);
      expect(text.endsWith('\n> ')).toBe(true);
    }),
    { numRuns: 60 },
  );
});
