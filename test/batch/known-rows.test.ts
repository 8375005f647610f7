/** Rows are remembered as long as that finds some, and never taken for one another. */

import { isDeepStrictEqual } from 'node:util';
import { expect, test } from 'vitest';
import { bandStartsOf, bindMapping } from '../../src/batch/bind-mapping.ts';
import { createKnownRows, type KnownRows } from '../../src/batch/known-rows.ts';
import { questionnaireMapping } from '../../src/batch/questionnaire-mapping.ts';
import { createRowState, type RowState } from '../../src/batch/row-state.ts';
import { compiled, policy, questionnaire, yesNo } from '../decision/given.ts';
import { valueIn } from '../fixtures/read-fixture.ts';

const IDS = ['one', 'two', 'three'];
const SUBJECT = compiled(questionnaire(IDS.map((id) => yesNo(id))), policy([]));

function memory(): { readonly rows: KnownRows; readonly state: RowState } {
  const mapping = questionnaireMapping(SUBJECT.callers.questionnaire);
  const bandStarts = bandStartsOf(SUBJECT.callers.encoding);
  const bound = valueIn(bindMapping(mapping, { file: 'export.csv', header: IDS, today: 0, bandStarts }));
  return { rows: createKnownRows(SUBJECT, bound), state: createRowState(SUBJECT, 0) };
}

/** Three codes, which stand for whatever codes a row may have. */
function put(state: RowState, number: number): void {
  state.codes.set([number & 0xff, (number >> 8) & 0xff, number >> 16]);
}

/** Numbers of parts, others for each row. */
function numbersOf(row: number): Int32Array {
  return Int32Array.of(row, row + 1, row + 2);
}

/** A set as large as that of three questions, another one for each row. */
function missingOf(row: number): Int32Array {
  return Int32Array.of(row);
}

/** Looks for so many rows, remembering those that are not known, and gives the numbers that were found wrongly. */
function lookFor(count: number, rowOf: (look: number) => number, { rows, state }: ReturnType<typeof memory>) {
  const wrong: number[] = [];
  for (let look = 0; look < count; look++) {
    const row = rowOf(look);
    put(state, row);
    if (!rows.find(state)) rows.remember(numbersOf(row), missingOf(row));
    else if (!isDeepStrictEqual([rows.numbers, rows.missing], [numbersOf(row), missingOf(row)])) wrong.push(look);
  }
  return wrong;
}

function isKnown({ rows, state }: ReturnType<typeof memory>, row: number): boolean {
  put(state, row);
  return rows.find(state) && isDeepStrictEqual(rows.numbers, numbersOf(row));
}

test('rows that come again are found by everything that they are', () => {
  const known = memory();
  expect(lookFor(50_000, (look) => look % 2000, known)).toEqual([]);
  expect(isKnown(known, 1999)).toBe(true);
  known.state.ended = 0;
  expect(isKnown(known, 1999)).toBe(false);
});

test('where hardly any row comes again nobody looks any longer', () => {
  const known = memory();
  expect(lookFor(1000, (look) => look, known)).toEqual([]);
  expect(isKnown(known, 999)).toBe(true);
  expect(lookFor(10_000, (look) => 1000 + look, known)).toEqual([]);
  expect(isKnown(known, 10_999)).toBe(false);
});

test('what is cleared is not known', () => {
  const known = memory();
  lookFor(1, () => 7, known);
  expect(isKnown(known, 7)).toBe(true);
  known.rows.clear();
  expect(isKnown(known, 7)).toBe(false);
});
