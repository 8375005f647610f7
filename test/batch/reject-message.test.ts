import { expect, test } from 'vitest';
import { rejectMessages } from '../../src/batch/reject-message.ts';
import { boundTo, questionnaire } from './given-mapping.ts';

const GENERAL = 'the question does not apply, given the other answers';

test('a contradiction names the questions from which the column hangs, and no value', () => {
  const bound = boundTo('answers: { has_home: { column: H }, home_use: { column: U } }\n', ['H', 'U']);
  const messageOf = rejectMessages(bound, questionnaire);
  expect(messageOf({ code: 'contradiction', column: 1 })).toBe(
    'the question does not apply, given the answers to `has_home`',
  );
  expect(messageOf({ code: 'contradiction', column: 0 })).toBe(GENERAL);
  expect(messageOf({ code: 'unknown-value', column: 1 })).toBe('the mapping does not know the value');
});

test('a column behind which several questions stand names none of their gates', () => {
  const when = '{ when: { A: ["1"] }, answer: some }';
  const body = `answers: { home_use: { cases: [${when}] }, drinks: { column: A, number: true } }\n`;
  expect(rejectMessages(boundTo(body, ['A']), questionnaire)({ code: 'contradiction', column: 0 })).toBe(GENERAL);
});
