import { expect, test } from 'vitest';
import type { LineEnd } from '../../src/batch/dialect.ts';
import { holdsOtherLineEnd } from '../../src/batch/other-line-end.ts';
import { bytesOf, dialectOf } from './random-csv.ts';

test.each<[LineEnd, string, boolean]>([
  ['crlf', 'a,b\nc,d', true],
  ['crlf', 'a,b\rc,d', true],
  ['crlf', '"a","b"\n"c","d"', true],
  ['crlf', 'a,"b\nc\rd",e', false],
  ['lf', 'a,b\rc,d', true],
  ['lf', '"a\rb""\r"', false],
  ['cr', '\na,b', true],
  ['cr', 'a,b,c', false],
])('under %s the record %j holds another line end: %s', (lineEnd, text, expected) => {
  const bytes = bytesOf(`\r\n${text}\r\n`); // what lies around the record is not looked at
  expect(holdsOtherLineEnd(bytes, 2, bytes.length - 2, dialectOf(',', '"', lineEnd))).toBe(expected);
});

test('where nothing is quoted, a quote keeps no line end in', () => {
  const bytes = bytesOf('a,"b\nc",d');
  expect(holdsOtherLineEnd(bytes, 0, bytes.length, dialectOf(',', undefined, 'crlf'))).toBe(true);
});
