import { expect, test } from 'vitest';
import { compileCases } from '../../src/analysis/compile-cases.ts';
import {
  compileText,
  faultFixtures,
  shortly,
  smallDocument,
  smallPolicies,
  smallQuestionnaire,
  valueIn,
} from '../fixtures/read-fixture.ts';

const questionnaire = smallQuestionnaire();
const policies = smallPolicies();

test.each(faultFixtures('cases'))('finds $name', ({ text, expected }) => {
  const outcome = compileText('cases', text, (document) => compileCases(document, questionnaire, policies));
  expect(outcome.ok).toBe(false);
  expect(shortly(outcome.problems)).toEqual(expected);
});

function answersOf(id: string) {
  const cases = valueIn(compileCases(smallDocument('cases', 'cases.yaml'), questionnaire, policies));
  const found = cases.find((one) => one.id === id);
  if (found === undefined) throw new Error(id);
  return found.answers;
}

test('the baseline is given only to questions that apply', () => {
  // Without a home home_use does not apply; without alcohol drinks does not.
  expect(answersOf('homeless').values).toEqual(
    new Map<string, unknown>([
      ['has_home', 'no'],
      ['role', 'self'],
      ['substances', []],
    ]),
  );
});

test('a case that is like another keeps its answers and its baseline', () => {
  const { values, unknownOptions } = answersOf('drinking');
  expect(values).toEqual(
    new Map<string, unknown>([
      ['has_home', 'no'],
      ['substances', ['alcohol']],
      ['role', 'self'],
      ['drinks', 0],
    ]),
  );
  expect(unknownOptions).toEqual(new Map([['substances', new Map([['opioids', 'unsure']])]]));
});

test('what is taken out or declined has no earlier answer left', () => {
  const { values, unknown, unknownOptions } = answersOf('housed');
  expect(values).toEqual(
    new Map<string, unknown>([
      ['has_home', 'yes'],
      ['role', 'self'],
      ['substances', []],
    ]),
  );
  expect(unknown).toEqual(new Map([['home_use', 'declined']]));
  expect(unknownOptions.size).toBe(0);
});

test('all stands for every policy', () => {
  const cases = valueIn(compileCases(smallDocument('cases', 'cases.yaml'), questionnaire, policies));
  expect(cases[1]?.expect[0]?.policies).toEqual(['base', 'strict', 'back']);
});
