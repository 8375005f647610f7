import { expect, test } from 'vitest';
import { unreadProblems } from '../../src/policy/unread-questions.ts';
import { shortly, smallDocument, smallPolicies, smallQuestionnaire, smallSources } from '../fixtures/read-fixture.ts';

const document = smallDocument('questionnaire', 'questionnaire.yaml');
const questionnaire = smallQuestionnaire();
const sources = smallSources();

test('every question of the small questionnaire serves something', () => {
  expect(unreadProblems(document, questionnaire, { policies: smallPolicies(), sources })).toEqual([]);
});

test('a question that only an unread fact reads burdens the caller for nothing', () => {
  const policies = smallPolicies().filter((policy) => policy.id === 'base'); // reads `risk` only
  // home_use (line 23) is read by the fact burden only; burden (line 55) by the policy `back` only.
  expect(shortly(unreadProblems(document, questionnaire, { policies, sources }))).toEqual([
    'unread-question 23:9',
    'unread-fact 55:9',
  ]);
});
