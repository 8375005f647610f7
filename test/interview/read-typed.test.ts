import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readTyped, typedHint } from '../../src/interview/read-typed.ts';
import { callWordsIn } from '../../src/interview/words/words.ts';
import type { Question } from '../../src/questionnaire/model.ts';
import { number, text, yesNo } from '../decision/given.ts';

const date: Question = { ...text('when'), type: 'date' };
const phone: Question = { ...text('number'), type: 'phone' };

/** A Sunday, as the language's own calendar says too. */
const SUNDAY = '2026-11-22';

const WORDS = callWordsIn('en').fields;
const ON_SUNDAY = { today: SUNDAY, words: WORDS };

test.each([
  ['today', '2026-11-22'],
  ['now', '2026-11-22'],
  ['Tomorrow', '2026-11-23'],
  ['+3', '2026-11-25'],
  ['+ 3 days', '2026-11-25'],
  ['+0', '2026-11-22'],
  ['+9', '2026-12-01'],
  ['+40', '2027-01-01'],
  ['monday', '2026-11-23'],
  ['Sat', '2026-11-28'],
  ['sunday', '2026-11-29'],
  [' 2026-12-24 ', '2026-12-24'],
])('on a Sunday `%s` is %s', (typed, day) => {
  expect(readTyped(date, typed, ON_SUNDAY)).toEqual({ value: day });
});

test('a place that is looked for by its ZIP code may be named otherwise', () => {
  expect(typedHint({ ...text('home'), uses: ['postal_code'] }, WORDS)).toBe('a ZIP code, or the nearest town');
  expect(typedHint(text('home'), WORDS)).toBe('some words, 2000 characters at most');
});

test('days are reckoned as the language itself reckons them, over leap days and the ends of years', () => {
  const starts = fc.integer({ min: Date.UTC(1999, 0, 1), max: Date.UTC(2090, 0, 1) });
  const isoDay = (at: number): string => new Date(at).toISOString().slice(0, 10);
  const DAY = 86_400_000;
  const names = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
  fc.assert(
    fc.property(starts, fc.nat(400), fc.nat(6), (start, days, named) => {
      expect(readTyped(date, `+${days}`, { today: isoDay(start), words: WORDS })).toEqual({
        value: isoDay(start + days * DAY),
      });
      const ahead = [1, 2, 3, 4, 5, 6, 7].find((one) => new Date(start + one * DAY).getUTCDay() === named) ?? 0;
      expect(readTyped(date, names[named] ?? '', { today: isoDay(start), words: WORDS })).toEqual({
        value: isoDay(start + ahead * DAY),
      });
    }),
    { numRuns: 300 },
  );
});

test.each([
  ['7', 7],
  [' 7 ', 7],
  ['+7', 7],
  ['07', 7],
])('`%s` is a number', (typed, value) => {
  expect(readTyped(number('n', 0, 30), typed, ON_SUNDAY)).toEqual({ value });
});

test('a decimal comma is one', () => {
  const tenths: Question = { ...number('n', 0, 1), kind: { kind: 'number', min: 0, max: 1, step: 0.1 } };
  expect(readTyped(tenths, '0,3', ON_SUNDAY)).toEqual({ value: 0.3 });
  expect(typedHint(tenths, WORDS)).toBe('a number from 0 to 1 in steps of 0.1');
});

const UNFIT: readonly (readonly [Question, string])[] = [
  [number('n', 0, 30), '31'],
  [number('n', 0, 30), '-1'],
  [number('n', 0, 30), '2.5'],
  [number('n', 0, 30), '1e1'],
  [number('n', 0, 30), '0x10'],
  [number('n', 0, 30), 'NaN'],
  [number('n', 0, 30), 'twelve secrets'],
  [number('n', 0, 30), '1 2'],
  [date, '2026-02-29'],
  [date, '31/31/2026'],
  [date, 'some secret day'],
  [date, 'mon day'],
  [date, '+1000'],
  [phone, '12 34'],
  [phone, 'a secret'],
  [text('words'), ' '],
  [text('words'), 'secret '.repeat(400)],
];

test.each(UNFIT.map(([question, typed]) => [question.type, typed.slice(0, 20), question, typed] as const))(
  'a %s is not `%s`; the notice says what is expected and not what was typed',
  (_type, _short, question, typed) => {
    const read = readTyped(question, typed, ON_SUNDAY);
    expect('notice' in read && read.notice).toContain(typedHint(question, WORDS));
    if (/[a-z]{6}/.test(typed)) expect(JSON.stringify(read)).not.toContain('secret');
  },
);

test.each([
  [phone, '(555) 010-0100', '(555) 010-0100'],
  [text('words'), '  two \t words\n', 'two words'],
])('blanks around a %s are nobody’s answer', (question, typed, value) => {
  expect(readTyped(question, typed, ON_SUNDAY)).toEqual({ value });
});

test('what a question of another kind is given is no answer', () => {
  expect(readTyped(yesNo('q'), 'perhaps', ON_SUNDAY)).toHaveProperty('notice');
});
