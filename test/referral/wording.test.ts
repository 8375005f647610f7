import { expect, test } from 'vitest';
import { answerInWords, inLanguage } from '../../src/questionnaire/in-words.ts';
import { silence } from '../../src/referral/silence.ts';
import { counted, inSentence } from '../../src/referral/wording.ts';
import { listedIn } from '../../src/referral/words/locale.ts';
import { anOption, aQuestion } from './given.ts';

test('takes the chosen language, and the first one where it is missing', () => {
  expect(inLanguage({ en: 'yes', es: 'sí' }, 'es')).toBe('sí');
  expect(inLanguage({ en: 'yes', es: 'sí' }, 'fr')).toBe('yes');
  expect(inLanguage('yes', 'es')).toBe('yes');
});

test.each([
  [[], ''],
  [['a'], 'a'],
  [['a', 'b'], 'a or b'],
  [['a', 'b', 'c'], 'a, b or c'],
])('lists %j for reading aloud', (names, expected) => {
  expect(listedIn('en', names, 'or')).toBe(expected);
});

test.each([
  ['Residential treatment', 'residential treatment'],
  ['A safety plan', 'a safety plan'],
  ['IOP', 'IOP'],
])('writes %s inside a sentence as %s', (name, expected) => {
  expect(inSentence(name)).toBe(expected);
});

test.each([
  [0, '0 programas'],
  [1, '1 programa'],
  [2, '2 programas'],
])('counts %i as %s', (count, expected) => {
  expect(counted(count, 'programa')).toBe(expected);
});

test('a plural that is not the noun with an s is given', () => {
  expect([1, 3].map((count) => counted(count, 'cama libre', 'camas libres'))).toEqual([
    '1 cama libre',
    '3 camas libres',
  ]);
});

test('says answers in the words of their options', () => {
  const choice = aQuestion({
    id: 'q',
    type: 'choices',
    none: 'None of these',
    options: [anOption('a', 'Alpha'), anOption('b', 'Beta')],
  });
  expect(answerInWords(choice, ['a', 'b'], 'en')).toBe('Alpha; Beta');
  expect(answerInWords(choice, [], 'en')).toBe('None of these');
  expect(answerInWords(aQuestion({ id: 'n', type: 'number' }), 7, 'en')).toBe('7');
});

test('a page that is silent is called a page, rules of our own are not', () => {
  const otherwise = { level: 'information', silent: true, because: 'b' } as const;
  expect(silence({ ...otherwise, cites: ['pride-institute#P6'] })).toBe('this page does not say');
  expect(silence({ ...otherwise, cites: ['practice#J', 'practice#K1'] })).toBe('these rules do not say');
});
