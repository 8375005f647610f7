import { DuckDBInstance } from '@duckdb/node-api';
import { expect, test } from 'vitest';
import { SQL_DIALECT, SQL_DIALECTS } from '../../src/batch/sql-dialect.ts';
import { plain } from '../../src/batch/sql-text.ts';

const TEXT = "it's\u200bso";

test.each(SQL_DIALECTS)('%s: what cannot be seen is written by its number, in texts, lists and patterns', (name) => {
  const dialect = SQL_DIALECT[name];
  const written = [
    dialect.text(TEXT),
    dialect.hasOnly(plain('cell'), '\u200b', [TEXT]),
    dialect.matches(plain('cell'), TEXT),
    dialect.replace(plain('cell'), TEXT, '\u200b'),
    dialect.replaceBehind(plain('cell'), `(${TEXT})x`, '\u200b'),
  ];
  expect(written.filter(({ text }) => /\p{Cf}/u.test(text))).toEqual([]);
});

test('and it means itself', async () => {
  const { text, hasOnly, matches, replace } = SQL_DIALECT.duckdb;
  const cell = text(TEXT);
  const values = [hasOnly(cell, '\u200b', ["it's", 'so']), matches(cell, TEXT), replace(cell, '\u200b', '-')];
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  const reader = await connection.runAndReadAll(`select ${values.map((one) => one.text).join()}`);
  expect(reader.getRows()).toEqual([[true, true, "it's-so"]]);
  connection.closeSync();
  instance.closeSync();
});
