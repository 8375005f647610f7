import { expect, test } from 'vitest';
import { answerInWords, inLanguage } from '../../src/questionnaire/in-words.ts';
import { silence } from '../../src/referral/silence.ts';
import { inSentence, listed } from '../../src/referral/wording.ts';
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
  expect(listed(names, 'or')).toBe(expected);
});

test.each([
  ['Residential treatment', 'residential treatment'],
  ['A safety plan', 'a safety plan'],
  ['IOP', 'IOP'],
])('writes %s inside a sentence as %s', (name, expected) => {
  expect(inSentence(name)).toBe(expected);
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
