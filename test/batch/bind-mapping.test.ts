import { expect, test } from 'vitest';
import { bandStartsOf, bindMapping } from '../../src/batch/bind-mapping.ts';
import { compilePolicy } from '../../src/decision/compile.ts';
import { smallPolicies } from '../fixtures/read-fixture.ts';
import { boundTo, mappingOf, questionnaire } from './given-mapping.ts';

const TWO = 'answers: { has_home: { column: [HOME, housing] }, drinks: { column: DRINKS } }\n';

function codes(body: string, header: readonly string[]): readonly string[] {
  const bound = bindMapping(mappingOf(body), { file: 'export.csv', header, today: 0, bandStarts: new Map() });
  return bound.problems.map(({ code, file }) => `${code} ${file}`);
}

test('columns are found without outer blanks, exactly or else without regard to capitals', () => {
  expect(boundTo(TWO, ['x', ' HOME ', 'drinks']).columns).toEqual([1, 2]);
  expect(boundTo(TWO, ['Home', 'HOME', 'DRINKS']).columns).toEqual([1, 2]); // the exact one
});

test('the first of several names that the header has is meant', () => {
  expect(boundTo(TWO, ['housing', 'HOME']).columns).toEqual([1]);
  expect(boundTo(TWO, ['Housing', 'x']).columns).toEqual([0]);
});

test('a column that is read and stands twice is an error; one that is not read may', () => {
  expect(codes(TWO, ['HOME', 'HOME', 'DRINKS'])).toEqual(['column-twice export.csv']);
  expect(codes(TWO, ['HOME', 'HOME ', 'DRINKS'])).toEqual(['column-twice export.csv']);
  expect(codes(TWO, ['Home', 'home', 'DRINKS'])).toEqual(['column-twice export.csv']);
  expect(codes(TWO, ['HOME', 'x', 'x', '', ''])).toEqual([]);
});

test('a header with none of the columns is an error that says how to write a mapping', () => {
  const bound = bindMapping(mappingOf(TWO), { file: 'export.csv', header: ['a', ''], today: 0, bandStarts: new Map() });
  expect(bound.problems.map(({ code }) => code)).toEqual(['no-known-column']);
  expect(bound.problems[0]?.remedy).toContain('score --draft-mapping');
});

test('where only some columns of each reading are there, those that are missing are named, each once', () => {
  const when = (column: string) => `{ when: { A: ["1"], ${column}: ["1"] }, answer: self }`;
  const body = `answers: { role: { cases: [${when('zz')}, ${when('zz')}, ${when('yy')}] } }\n`;
  const place = { file: 'export.csv', header: ['A'], today: 0, bandStarts: new Map() };
  const { problems } = bindMapping(mappingOf(body), place);
  expect(problems.map(({ code, message }) => [code, message])).toEqual([
    ['no-known-column', 'the mapping reads no answer: `role` needs `zz` and `yy`, which the header lacks'],
  ]);
});

test('names that mean something to the language are names like others', () => {
  const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty'];
  const body = 'answers: { has_home: { column: constructor }, role: { column: toString } }\n';
  expect(boundTo(body, names).columns).toEqual([1, 2]);
  expect(codes(TWO, names)).toEqual(['no-known-column export.csv']);
});

test('a question without a column is not read', () => {
  const bound = boundTo(TWO, ['DRINKS']);
  expect(bound.unread).toEqual([{ question: 'has_home', absent: [] }]);
  expect(bound.readingColumns).toEqual([[], [0]]);
});

test('a column with several uses is read once', () => {
  const body = `answers:
  has_home: { column: A }
  role: { cases: [{ when: { A: ["yes"], B: ["1"] }, answer: self }] }
ended: { column: B, values: { for-another: ["9"] } }
implies: [{ column: A, values: ["no"], because: So., answers: { drinks: 0 } }]
`;
  const bound = boundTo(body, ['B', 'A']);
  expect(bound.columns).toEqual([0, 1]);
  expect(bound.uses.map((uses) => uses.map(({ kind }) => kind))).toEqual([
    ['cases', 'ended'],
    ['cases', 'cell', 'implied'], // readings in the order of the script
  ]);
});

test('cases and dates need all their columns, flags only some', () => {
  const cases =
    'answers: { has_home: { column: H }, role: { cases: [{ when: { A: ["1"], B: ["1"] }, answer: self }] } }\n';
  expect(boundTo(cases, ['H', 'A']).unread).toEqual([{ question: 'role', absent: [['B']] }]);
  expect(boundTo(cases, ['H']).unread).toEqual([{ question: 'role', absent: [] }]);
  const date = `answers: { has_home: { column: H }, drinks: { column: A, date: { format: YYYY-MM-DD, until: B, in: days } } }\n`;
  expect(boundTo(date, ['H', 'A']).unread).toEqual([{ question: 'drinks', absent: [['B']] }]);
  const flag = (column: string) => `{ column: ${column}, yes: ["1"], no: ["0"] }`;
  const flags = `answers: { substances: { flags: { alcohol: ${flag('A')}, opioids: [${flag('B')}, ${flag('C')}], sedatives: ${flag('D')} } } }\n`;
  const bound = boundTo(flags, ['A', 'B', 'D']);
  expect(bound.unread).toEqual([]);
  expect(bound.deniable).toEqual([0b101]); // opioids lack a column
});

test('a bound mapping can be sent to a worker', () => {
  const bound = boundTo(TWO, ['HOME', 'DRINKS']);
  expect(structuredClone(bound)).toEqual(bound);
});

test('bands start where a rule of the policy tests the number', () => {
  const policy = smallPolicies()[0];
  if (policy === undefined) throw new Error('no policy');
  const compiled = compilePolicy(questionnaire, policy);
  if (!compiled.ok) throw new Error('over budget');
  const { encoding } = compiled.value.callers;
  expect(bandStartsOf(encoding)).toEqual(new Map([['drinks', [0, 8]]])); // more_than: 7
});
