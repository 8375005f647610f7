import { expect, test } from 'vitest';
import { createEncoding, decodeQuestion, encodeAnswers } from '../../src/callers/encoding.ts';
import { UNKNOWN } from '../../src/diagram/walk.ts';
import { answers, choice, choices, is, number, questionnaire, text, within, yesNo } from '../decision/given.ts';

const asked = questionnaire([
  yesNo('home'),
  choice('level', ['low', 'middle', 'high']),
  choices('which', ['x', 'y', 'z']),
  number('days', 0, 30),
  number('age', 0, 120),
  text('name'),
]);
const order = asked.questions.map((one) => one.id);

test('there is one variable for each yes-no and choice, one for each option, none for text', () => {
  const encoding = createEncoding(asked, order, [within('days', 14, 30)]);
  expect([...encoding.ofQuestion]).toEqual([
    ['home', [0]],
    ['level', [1]],
    ['which', [2, 3, 4]],
    ['days', [5]],
    ['age', []],
    ['name', []],
  ]);
  expect(encoding.widths).toEqual([2, 3, 2, 2, 2, 2]);
});

test('a number is cut where some test begins to hold or ends', () => {
  const conditions = [
    within('days', 14, 30),
    within('days', 7, 20),
    { kind: 'none', of: [within('days', 0, 6)] } as const,
  ];
  const encoding = createEncoding(asked, order, conditions);
  // 0–6, 7–13, 14–20, 21–30
  const variable = encoding.variables[5];
  expect(variable?.kind === 'band' && variable.starts).toEqual([0, 7, 14, 21]);
  const codes = [0, 6, 7, 13, 14, 20, 21, 30].map((days) => encodeAnswers(encoding, answers({ days }))[5]);
  expect(codes).toEqual([0, 0, 1, 1, 2, 2, 3, 3]);
});

test('a number that no test cuts has no variable', () => {
  const encoding = createEncoding(asked, order, [within('days', 0, 30), within('age', 0, 200), is('home', 'yes')]);
  expect([encoding.ofQuestion.get('days'), encoding.ofQuestion.get('age')]).toEqual([[], []]);
});

test('the variables of the questions stand in the order given', () => {
  const encoding = createEncoding(asked, ['which', 'home'], []);
  expect(encoding.variables.map((variable) => variable.question.id)).toEqual(['which', 'which', 'which', 'home']);
});

test('what was not said is unknown, an option of a list on its own', () => {
  const encoding = createEncoding(asked, ['home', 'level', 'which'], []);
  expect(encodeAnswers(encoding, answers({}))).toEqual([UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN]);
  expect(encodeAnswers(encoding, answers({ home: 'no', level: 'high', which: [] }))).toEqual([1, 2, 0, 0, 0]);
  expect(encodeAnswers(encoding, answers({ which: ['y'] }, { which: ['z'] }))).toEqual([
    UNKNOWN,
    UNKNOWN,
    0,
    1,
    UNKNOWN,
  ]);
});

test('an assignment is read back as an answer, a band as its first number', () => {
  const encoding = createEncoding(asked, order, [within('days', 14, 30)]);
  const known = [1, 0, 1, 0, 1, 1];
  const read = ['home', 'level', 'which', 'days', 'age', 'name'].map((id) => decodeQuestion(encoding, id, known));
  expect(read).toEqual(['no', 'low', ['x', 'z'], 14, undefined, undefined]);
  expect(decodeQuestion(encoding, 'which', [1, 0, 1, UNKNOWN, 1, 1])).toBeUndefined();
});
