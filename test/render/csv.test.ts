import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csv } from '../../src/render/csv.ts';
import { readCsv } from '../fixtures/read-csv.ts';

test('a cell is quoted where it has to be, and only there', () => {
  expect(csv([['a', 'b,c', 'd"e', 'f\ng', '', ' h', 'i;j?']])).toBe('a,"b,c","d""e","f\ng",," h",i;j?\n');
});

test.each([
  '=1+1',
  '+1 213 555 0100',
  '-2',
  '@SUM(A1)',
  '  =1',
  '\u0000=1',
  '\u200b=1',
  '\ufeff=1',
  '\u00a0@x',
  '|calc',
  '＝1',
  '＋1',
  '－1',
  '＠x',
  '\tplain',
])('free text %j does not run as a formula', (text) => {
  expect(readCsv(csv([[{ free: text }]]))).toEqual([[`'${text}`]]);
});

test.each([
  ['ok;=1', "ok;'=1"],
  ['ok; =1;;-2', "ok; '=1;;'-2"],
  ['ok\n=1', "ok\n'=1"],
  ['ok\r\n@SUM(A1)', "ok\r\n'@SUM(A1)"],
  ['ok\t|calc', "ok\t'|calc"],
  ['\t=1', "'\t'=1"],
  ['\r=1', "'\r'=1"],
])('free text %j does not run where another separator ends its cell', (text, safe) => {
  expect(readCsv(csv([[{ free: text }]]))).toEqual([[safe]]);
});

test.each(['plain', "o'clock", '1-2', 'a=b', '12 Example Street', ''])('free text %j stays as it is', (text) => {
  expect(readCsv(csv([[{ free: text }, '']]))).toEqual([[text, '']]);
});

test('what the program says itself is never changed', () => {
  expect(csv([['-1', '=x', '@y']])).toBe('-1,=x,@y\n');
});

test('any cells read back', () => {
  const rows = fc.array(fc.array(fc.string({ unit: 'grapheme' }), { minLength: 2, maxLength: 2 }), { minLength: 1 });
  fc.assert(
    fc.property(rows, (cells) => {
      expect(readCsv(csv(cells))).toEqual(cells);
    }),
  );
});
