import { expect, test } from 'vitest';
import { compileQuestionnaire } from '../../src/questionnaire/compile.ts';
import { compileText, faultFixtures, shortly, smallQuestionnaire } from '../fixtures/read-fixture.ts';

test.each(faultFixtures('questionnaire'))('finds $name', ({ text, expected }) => {
  const outcome = compileText('questionnaire', text, compileQuestionnaire);
  expect(outcome.ok).toBe(false);
  expect(shortly(outcome.problems)).toEqual(expected);
});

function question(id: string) {
  return smallQuestionnaire().questions.find((one) => one.id === id);
}

test('keeps the order of the script', () => {
  const { questions } = smallQuestionnaire();
  expect(questions.map((one) => one.index)).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
});

test('takes the most harmless answer as baseline', () => {
  expect(question('has_home')?.baseline).toBe('yes'); // worse: no
  expect(question('home_use')?.baseline).toBe('none'); // the first rank
  expect(question('substances')?.baseline).toEqual([]); // worse: more
  expect(question('drinks')?.baseline).toBe(0); // worse: more, from 0
  expect(question('name')?.baseline).toBeUndefined();
});

test('ranks options from harmless to grave', () => {
  expect(question('home_use')?.order).toEqual({
    kind: 'ranks',
    ranks: new Map([
      ['none', 0],
      ['some', 1],
      ['heavy', 2],
    ]),
  });
  expect(question('has_home')?.order).toEqual({
    kind: 'ranks',
    ranks: new Map([
      ['yes', 0],
      ['no', 1],
    ]),
  });
});

test('turns points into sums, the highest band first', () => {
  const burden = smallQuestionnaire().facts.find((fact) => fact.id === 'burden');
  expect(burden?.otherwise).toBe('light');
  expect(burden?.values).toEqual(['heavy', 'middling', 'light']);
  const bounds = burden?.branches.map(({ value, when }) =>
    when.kind === 'sum' ? [value, when.atLeast, when.atMost] : [],
  );
  expect(bounds).toEqual([
    ['heavy', 4, 7], // 5 for all substances and 2 for heavy use at home
    ['middling', 2, 3],
  ]);
});
