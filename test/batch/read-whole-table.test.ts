import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readWholeTable } from '../../src/batch/read-whole-table.ts';
import { fieldDecoder, utf8Bytes } from '../../src/io/encodings.ts';

const FORM = {
  dialect: { delimiter: 0x2c, quote: 0x22, lineEnd: 'lf' as const },
  columns: 3,
  firstLine: 2,
  decode: fieldDecoder('utf-8').decode,
};

const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;

test('random tables are read as csv-parse reads them, line ends in cells included', () => {
  const cell = fc.string({ maxLength: 6, unit: fc.constantFrom('a', 'ß', ',', '"', '\n', ' ', '1') });
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell, cell), { maxLength: 8 }), (rows) => {
      const text = rows.map((row) => `${row.map(quoted).join(',')}\n`).join('');
      const read = readWholeTable(utf8Bytes(text), FORM);
      expect(read.map((row) => row.ok && row.cells)).toEqual(parse(text));
    }),
    { numRuns: 1000 },
  );
});

test('each row knows its line, and one that cannot be read is kept with the reason', () => {
  const text = 'a,b,c\n\n"d\ne",f,g\nh,i\nj,k,l,m\n"n"o,p,q\nr,s,t\n';
  expect(readWholeTable(utf8Bytes(text), FORM).map(({ line, ok }) => [line, ok])).toEqual([
    [2, true],
    [4, true],
    [6, false],
    [7, false],
    [8, false],
    [9, true],
  ]);
});
