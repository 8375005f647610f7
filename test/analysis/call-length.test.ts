import { expect, test } from 'vitest';
import { callLength, isReadOut } from '../../src/analysis/call-length.ts';
import { compileQuestionnaire } from '../../src/questionnaire/compile.ts';
import type { Answers, Questionnaire } from '../../src/questionnaire/model.ts';
import { compileText, valueIn } from '../fixtures/read-fixture.ts';

const TEXT = `format: intakeline/questionnaire/1
id: tiny
version: "1"
title: Tiny
languages: [en]
sections: [{ id: all, title: All }]
questions:
  - id: role
    section: all
    type: choice
    say: Who is it for?
    options: [{ id: self, label: Me }, { id: other, label: A friend of mine }]
    unordered: neither is worse
    baseline: self
    use: [third_party]
  - { id: number, section: all, type: phone, say: Your number?, say_for_other: "And, please, their number?", use: [callback] }
  - id: named
    section: all
    type: choices
    say: "Tea, or coffee - or juice?"
    options: [{ id: tea, label: Black or green tea }, { id: coffee, label: Coffee }]
    none: None of these
    unordered: all are fine
    baseline: []
    use: [barrier]
  - id: read
    section: all
    type: choices
    say: Which of these?
    help: Take your time. Read each line.
    options: [{ id: one, label: One and two }, { id: three, label: Three }, { id: four, label: "Four, five" }]
    none: None of these
    unordered: all are fine
    baseline: []
    use: [barrier]
`;
const tiny = valueIn(compileText('questionnaire', TEXT, (document) => compileQuestionnaire(document)));

function lengthOf(said: Readonly<Record<string, string | readonly string[]>>, ...ids: readonly string[]): unknown {
  const answers: Answers = {
    questionnaire: 'tiny',
    values: new Map(Object.entries(said)),
    unknown: new Map(),
    unknownOptions: new Map(),
  };
  return callLength(
    tiny,
    tiny.questions.filter(({ id }) => ids.includes(id)),
    answers,
    'en',
  );
}

/** Words at 150 a minute, then the answers. */
function taking(questions: number, words: number, answering: number): unknown {
  return { questions, words, seconds: expect.closeTo(words * 0.4 + answering, 9) };
}

test('options are read out where the help says so, and nowhere else', () => {
  const readOut = ({ questions }: Questionnaire) => questions.filter((one) => isReadOut(one, 'en')).map(({ id }) => id);
  expect(readOut(tiny)).toEqual(['read']);
});

test('the words of the script are counted, and a dash is none', () => {
  expect(lengthOf({}, 'number')).toEqual(taking(1, 2, 12));
  expect(lengthOf({}, 'named')).toEqual(taking(1, 5, 3));
});

test('whoever calls about someone else is read the other script', () => {
  expect(lengthOf({ role: 'other' }, 'number')).toEqual(taking(1, 4, 12));
  expect(lengthOf({ role: 'self' }, 'number')).toEqual(taking(1, 2, 12));
});

test('each option that is named takes time', () => {
  expect(lengthOf({ named: ['coffee', 'tea'] }, 'named')).toEqual(taking(1, 5, 3 + 2 * 2));
});

test('lines that are read out are words, and each takes a yes or no', () => {
  expect(lengthOf({ read: ['four'] }, 'read')).toEqual(taking(1, 3 + 3 + 1 + 2, 3 * 1 + 2));
});

test('a call is as long as its questions together', () => {
  expect(lengthOf({ role: 'self' }, 'role', 'number', 'named', 'read')).toEqual(
    taking(4, 4 + 2 + 5 + 9, 4 + 12 + 3 + 3),
  );
  expect(lengthOf({})).toEqual(taking(0, 0, 0));
});
