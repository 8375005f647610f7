import { expect, test } from 'vitest';
import { absentColumns } from '../../src/batch/absent-columns.ts';
import { boundTo } from './given-mapping.ts';

const HOME = 'has_home: { column: [HOUSED, home_now], values: { "yes": ["1"] } }';

test('a column that a mapping names and the header lacks is named, with one that may be meant', () => {
  const body = `answers: { role: { column: role }, drinks: { column: DRINKDAYS, number: true }, ${HOME} }\n`;
  expect(absentColumns(boundTo(body, ['role', 'DRINKDAY', 'x']))).toEqual({
    plain: [],
    named: ['`DRINKDAYS` for `drinks` (did you mean `DRINKDAY`?)', '`HOUSED` or `home_now` for `has_home`'],
  });
  expect(absentColumns(boundTo(body, ['DRINKDAYS', 'HOUSED']))).toEqual({ plain: ['role'], named: [] });
});

test('nothing is guessed that is read already, or that may be a text of a record', () => {
  const body = `answers: { role: { column: DRINKDAY }, drinks: { column: DRINKDAYS, number: true } }\n`;
  expect(absentColumns(boundTo(body, ['DRINKDAY'])).named).toEqual(['`DRINKDAYS` for `drinks`']);
  const phone = `answers: { role: { column: ROLE }, drinks: { column: "555-0100", number: true } }\n`;
  expect(absentColumns(boundTo(phone, ['ROLE', '555-0101'])).named).toEqual(['`555-0100` for `drinks`']);
});

test('of many columns two are named', () => {
  const flag = (column: string) => `{ column: ${column}, yes: ["1"] }`;
  const flags = `flags: { alcohol: ${flag('A')}, opioids: ${flag('B')}, sedatives: ${flag('C')} }`;
  const body = `answers: { role: { column: role }, substances: { ${flags} } }\n`;
  expect(absentColumns(boundTo(body, ['role'])).named).toEqual(['`A` or `B` or 1 more for `substances`']);
});
