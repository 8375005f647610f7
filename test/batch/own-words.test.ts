import { expect, test } from 'vitest';
import { bindMapping, columnsRead } from '../../src/batch/bind-mapping.ts';
import type { Mapping } from '../../src/batch/mapping.ts';
import {
  adviceFor,
  advised,
  betterMapping,
  checkOwnWords,
  type FittingMapping,
  fittingMapping,
  nearNames,
} from '../../src/batch/own-words.ts';
import { questionnaireMapping } from '../../src/batch/questionnaire-mapping.ts';
import { mappingOf, questionnaire } from './given-mapping.ts';

const OWN = questionnaireMapping(questionnaire);

test('without a mapping a column is known by its exact name, outer blanks aside', () => {
  expect(columnsRead(OWN, [' role ', 'DRINKS', 'Has_home', 'has_home'])).toEqual([0, 3]);
  expect(columnsRead(OWN, ['Drinks', 'ROLE'])).toEqual([]);
});

function named(id: string, ...columns: readonly string[]): Mapping {
  const cases = columns.map((column) => `{ when: { ${column}: ["1"] }, answer: self }`);
  return { ...mappingOf(`answers: { role: { cases: [${cases.join(', ')}] } }\n`), id };
}

const { exactNames: _, ...anyCase } = OWN;
const MAPPINGS: readonly Mapping[] = [
  { ...anyCase, id: 'capitals' },
  named('state', 'AGE', 'SUB'),
  named('county', 'AGE', 'SUB', 'FREQ'),
];

test.each([
  // The questionnaire's own words, whatever else there is.
  [['role', 'drinks'], undefined],
  [['role', 'drinks', 'has_home', 'AGE', 'SUB'], undefined],
  // As many columns of another mapping, and more.
  [['role', 'drinks', 'AGE', 'SUB'], { id: 'state', columns: 2 }],
  [['role', 'AGE', 'SUB', 'FREQ'], { id: 'county', columns: 3 }],
  // The same columns in capitals.
  [['Role', 'DRINKS', 'x'], { id: 'capitals', columns: 2 }],
  [['role', 'DRINKS', 'x'], { id: 'capitals', columns: 2 }],
  [['x', 'y'], undefined],
  // So few of so many may be namesakes, as a `State` is that the questionnaire asks for, too.
  [['AGE', ...'abcdefghijklm'], undefined],
  [['AGE', 'SUB', 'a', 'b', 'c'], undefined],
  [['AGE', 'SUB', 'FREQ', ...'abcdefghij'], { id: 'county', columns: 3 }],
])('what fits %j best, but for no mapping at all, is %o', (header, fitting) => {
  expect(fittingMapping(header, MAPPINGS, OWN)).toEqual(fitting);
});

test.each([
  // The county's reads three of ten, and the state's none that it does not.
  [['AGE', 'SUB', 'FREQ', ...'abcdefg'], 'state', undefined],
  [['AGE', 'FREQ', 'A', 'B', 'C', ...'defgh'], 'federal', { id: 'city', columns: 4 }],
  // What was named reads a third, or nearly as much.
  [['AGE', 'SUB', 'FREQ', 'A', 'B', 'C', ...'def'], 'county', undefined],
  [['AGE', 'SUB', 'A', 'B', 'C', ...'defghijkl'], 'state', undefined],
])('under the mapping that was named, far better for %j than %s is %o', (header, id, fitting) => {
  const all = [...MAPPINGS, named('city', 'AGE', 'A', 'B', 'C'), named('federal', 'X')];
  const own = all.find((one) => one.id === id) ?? OWN;
  expect(betterMapping(header, all, own)).toEqual(fitting);
});

function codes(header: readonly string[], areGiven = false, fitting?: FittingMapping) {
  const place = { file: 'export.csv', header, today: 0, bandStarts: new Map() };
  const bound = advised(bindMapping(OWN, place), fitting);
  const checked = checkOwnWords(bound, { file: 'export.csv', areGiven, fitting });
  return checked.problems.map(({ code, remedy }) => `${code}: ${remedy}`);
}

test('one or two namesakes among many columns are refused, unless the names were given', () => {
  expect(codes(['role', 'a', 'b'])).toEqual([expect.stringContaining('few-known-columns: say with `--mapping ')]);
  expect(codes(['role', 'drinks', 'a', 'b', 'c'])).toHaveLength(1);
  expect(codes(['role', 'drinks', 'a', 'b', 'c'], true)).toEqual([]);
  expect(codes(['role', 'a'])).toEqual([]);
  expect(codes(['role', 'drinks', 'a', 'b'])).toEqual([]);
  expect(codes(['role', 'drinks', 'has_home', ...'abcdefghij'])).toEqual([]);
});

test('a mapping that fits is named as what to do', () => {
  const fitting = { id: 'teds-a', columns: 31 };
  const advice = '`teds-a` reads 31 of its columns: name it with `--mapping teds-a`';
  expect(adviceFor(fitting)).toBe(advice);
  expect(codes(['AGE', 'SUB1'], false, fitting)).toEqual([`no-known-column: ${advice}`]);
  expect(codes(['role', 'a', 'b'], false, fitting)).toEqual([`few-known-columns: ${advice}`]);
  expect(codes(['role', 'role'], false, fitting)).toEqual([expect.stringContaining('column-twice: rename')]);
});

test('names that differ from ids by capitals alone are told, and none of what is read', () => {
  const near = (mapping: Mapping, header: readonly string[]) => {
    const bound = bindMapping(mapping, { file: 'export.csv', header, today: 0, bandStarts: new Map() });
    return bound.ok ? nearNames(bound.value).map(({ name, id }) => `${name} ${id}`) : undefined;
  };
  expect(near(OWN, ['role', 'Has_Home ', 'DRINKS', 'Home use', 'Call.Disposition'])).toEqual([
    'Has_Home has_home',
    'DRINKS drinks',
    'Call.Disposition call.disposition',
  ]);
  expect(near(OWN, ['role', 'has_home', 'HAS_HOME'])).toEqual([]); // the right one is there, too
  expect(near(anyCase, ['role', 'Has_Home'])).toEqual([]); // read
});
