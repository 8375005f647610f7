import { expect, test } from 'vitest';
import { isSpoken, numberIn, SPOKEN_LANGUAGES, spokenIn } from '../../src/questionnaire/spoken-languages.ts';

test('a table is read in a language that is spoken, and in English else', () => {
  const table = { en: 'yes', es: 'sí' };
  expect(['en', 'es', 'fr', 'ES', '', 'constructor'].map((language) => spokenIn(table, language))).toEqual([
    'yes',
    'sí',
    'yes',
    'yes',
    'yes',
    'yes',
  ]);
  expect(SPOKEN_LANGUAGES.every((language) => isSpoken(language))).toBe(true);
  expect(isSpoken('fr')).toBe(false);
});

test.each([
  ['en', 999, '999', '999'],
  ['en', 1987, '1,987', '1987'],
  ['es', 1987, '1,987', '1987'],
  ['es', 12_345, '12,345', '12,345'],
  ['fr', 12_345, '12,345', '12,345'],
  ['es', 0.5, '0.5', '0.5'],
])('in %s %d is written %s, and where years may stand %s', (language, value, expected, plain) => {
  expect(numberIn(language, value)).toBe(expected);
  expect(numberIn(language, value, { plainYears: true })).toBe(plain);
});
