import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { fieldBytes, splitFields, splitRecords } from '../../src/batch/records.ts';
import { sniffDialect } from '../../src/batch/sniff-dialect.ts';

const folder = 'test/fixtures/csv-spectrum';
const names = readdirSync(`${folder}/csvs`).map((name) => name.replace('.csv', ''));

test('there are twelve files of csv-spectrum', () => {
  expect(names.length).toBe(12);
});

test.each(names)('%s reads as its JSON says', (name) => {
  const bytes = readFileSync(`${folder}/csvs/${name}.csv`);
  const { dialect } = sniffDialect(bytes, {}, true);
  expect(dialect).toEqual({ delimiter: 0x2c, quote: 0x22, lineEnd: name.endsWith('_crlf') ? 'crlf' : 'lf' });
  const records = splitRecords(bytes, dialect);
  const [header = [], ...rows] = records.map((record) =>
    splitFields(bytes, record, dialect).map((field) => Buffer.from(fieldBytes(bytes, field, dialect)).toString('utf8')),
  );
  const read = rows.map((row) => Object.fromEntries(row.map((text, place) => [header[place], text])));
  expect(read).toEqual(JSON.parse(readFileSync(`${folder}/json/${name}.json`, 'utf8')));
});
