import { expect, test } from 'vitest';
import { compileMarginals } from '../../src/analysis/compile-marginals.ts';
import {
  compileText,
  faultFixtures,
  shortly,
  smallDocument,
  smallQuestionnaire,
  valueIn,
} from '../fixtures/read-fixture.ts';

const questionnaire = smallQuestionnaire();

test.each(faultFixtures('marginals'))('finds $name', ({ text, expected }) => {
  const outcome = compileText('marginals', text, (document) => compileMarginals(document, questionnaire));
  expect(outcome.ok).toBe(false);
  expect(shortly(outcome.problems)).toEqual(expected);
});

test('shares become whole numbers that add up', () => {
  const { questions, others } = valueIn(compileMarginals(smallDocument('marginals', 'marginals.yaml'), questionnaire));
  expect(others).toBe('baseline');
  expect(questions.get('home_use')).toEqual({
    source: undefined,
    shares: { kind: 'values', parts: new Map(Object.entries({ none: 333_334, some: 333_333, heavy: 333_333 })) },
  });
  expect(questions.get('has_home')?.source).toBe('count');
  expect(questions.get('drinks')?.shares).toEqual({
    kind: 'number',
    ranges: [
      { from: 0, to: 3, parts: 400_000 },
      { from: 6, to: 20, parts: 600_000 },
    ],
  });
});

test('nobody names an option under none-of-these', () => {
  const text = (shares: string) =>
    `format: intakeline/marginals/1\nquestionnaire: small\ntitle: t\nabout: a\nothers: uniform\nquestions: [{ id: substances, answers: ${shares}, assumed: true }]`;
  const compiled = (shares: string) =>
    valueIn(compileText('marginals', text(shares), (document) => compileMarginals(document, questionnaire)));
  expect(compiled('{ none-of-these: 1 }')).toEqual(compiled('{ alcohol: 0, opioids: 0, sedatives: 0 }'));
});
