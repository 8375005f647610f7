/** A query makes letters small as scoring does, or says that it would not. */

import { DuckDBInstance } from '@duckdb/node-api';
import { expect, test } from 'vitest';
import { foldText } from '../../src/batch/fold-text.ts';
import { SQL_DIALECT } from '../../src/batch/sql-dialect.ts';
import { isUneven, trimmedSmall } from '../../src/batch/sql-fold.ts';
import { plain } from '../../src/batch/sql-text.ts';

const LAST_LETTER = 0x1ffff;

test('every letter that a mapping may know becomes small as scoring has it', async () => {
  const capitals = Array.from({ length: LAST_LETTER + 1 }, (_, code) => code)
    .filter((code) => code < 0xd800 || code > 0xdfff)
    .map((code) => String.fromCodePoint(code))
    .filter((letter) => letter.toLowerCase() !== letter);
  const known = capitals.filter((capital) => !isUneven(foldText(capital)));
  expect(known.length).toBeGreaterThan(1000);
  // As they stand alone and at the end of a word, which makes a difference for some.
  const texts = known.flatMap((capital) => [capital, `\u00a0x${capital} `]);
  const dialect = SQL_DIALECT.duckdb;
  const small = trimmedSmall(plain('cell'), known.map(foldText), dialect).text;
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  const list = texts.map((text) => dialect.text(text).text).join();
  const reader = await connection.runAndReadAll(
    `select ${small} from (select unnest(range(${texts.length})) as place, unnest([${list}]) as cell) order by place`,
  );
  const folded = reader.getRows().map(([text]) => text);
  connection.closeSync();
  instance.closeSync();
  expect(folded).toEqual(texts.map((text) => foldText(text)));
});

test.each(['ΟΔΟΣ', 'οδος', 'οδοσ', 'İzmir', '\u{10400}'])('%s is known not to', (text) => {
  expect(isUneven(foldText(text))).toBe(true);
});

test.each(['iop', 'straße', 'é', '\u{1f600}', 'ΑΒΓ'])('%s is none of those', (text) => {
  expect(isUneven(foldText(text))).toBe(false);
});
