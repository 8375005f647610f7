import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { FIXTURES } from '../fixtures/read-fixture.ts';
import { type ExportShape, type ExportSize, generateExport, weightedDraw } from './generate-export.ts';
import { INTAKE_COLUMNS, intakeExport } from './generate-export-intakes.ts';
import { frequenciesOf, tedsExport } from './generate-export-teds.ts';

const CODEBOOK = readFileSync(`${FIXTURES}teds-a/codebook-frequencies.csv`, 'utf8');
const YEARS = ['2017', '2020', '2021'];

function bytesOf(shape: ExportShape, size: ExportSize): Buffer {
  return Buffer.concat([...generateExport(shape, size)]);
}

function rowsOf(shape: ExportShape, size: ExportSize): readonly Record<string, string>[] {
  return parse(bytesOf(shape, size), { columns: true });
}

/** The columns of an export that quotes nothing, each with its cells. */
function columnsOf(shape: ExportShape, size: ExportSize): ReadonlyMap<string, readonly string[]> {
  const [header = '', ...lines] = bytesOf(shape, size).toString('utf8').trimEnd().split('\n');
  const rows = lines.map((line) => line.split(','));
  return new Map(header.split(',').map((name, place) => [name, rows.map((row) => row[place] ?? 'none')]));
}

test.each([
  ['intakes', intakeExport({ lineEndsInNotes: false })],
  ['intakes with line ends', intakeExport({ lineEndsInNotes: true })],
  ['TEDS-A', tedsExport(CODEBOOK, '2017')],
])('%s: the same seed gives the same bytes, another seed others', (_, shape) => {
  const bytes = bytesOf(shape, { rows: 2000, seed: 1 });
  expect(bytesOf(shape, { rows: 2000, seed: 1 }).equals(bytes)).toBe(true);
  expect(bytesOf(shape, { rows: 2000, seed: 2 }).equals(bytes)).toBe(false);
});

test('a longer export begins with the shorter one', () => {
  const shape = intakeExport({ lineEndsInNotes: false });
  const long = bytesOf(shape, { rows: 21_000, seed: 3 });
  for (const rows of [0, 1, 100, 20_000]) {
    const short = bytesOf(shape, { rows, seed: 3 });
    expect(long.subarray(0, short.length).equals(short)).toBe(true);
  }
});

test('every row has its own number, counted from 1', () => {
  const text = bytesOf(intakeExport({ lineEndsInNotes: false }), { rows: 20_000, seed: 4 }).toString('latin1');
  const numbers = [...text.matchAll(/^R(?<number>\d{8}),/gm)].map(({ groups }) => Number(groups?.number));
  expect(numbers).toEqual(Array.from({ length: 20_000 }, (_, row) => row + 1));
});

test('more rows than there are numbers are refused', () => {
  const shape = intakeExport({ lineEndsInNotes: false });
  expect(() => generateExport(shape, { rows: 100_000_000, seed: 4 }).next()).toThrow('8 digits');
  expect(generateExport(shape, { rows: 99_999_999, seed: 4 }).next().done).toBe(false);
});

test('rows hardly repeat themselves in what is read of them', () => {
  const rows = rowsOf(intakeExport({ lineEndsInNotes: false }), { rows: 20_000, seed: 13 });
  const [, , , , ...read] = INTAKE_COLUMNS.slice(0, -1);
  const distinct = new Set(rows.map((row) => read.map((column) => row[column]).join(',')));
  expect(read).toHaveLength(20);
  expect(distinct.size).toBeGreaterThan(0.9 * rows.length);
});

test('blocks are about a mebibyte, so that memory does not grow with the export', () => {
  const sizes = [...generateExport(intakeExport({ lineEndsInNotes: false }), { rows: 30_000, seed: 5 })].map(
    ({ length }) => length,
  );
  expect(sizes.length).toBeGreaterThan(3);
  expect(Math.max(...sizes)).toBeLessThanOrEqual(1 << 20);
  expect(Math.min(...sizes.slice(0, -1))).toBeGreaterThan(0.99 * (1 << 20));
});

test('an intake has 25 columns and about 140 bytes, and some notes are quoted', () => {
  const size = { rows: 20_000, seed: 6 };
  const bytes = bytesOf(intakeExport({ lineEndsInNotes: false }), size);
  const text = bytes.toString('utf8');
  expect(INTAKE_COLUMNS).toHaveLength(25);
  expect(bytes.length / size.rows).toBeGreaterThan(130);
  expect(bytes.length / size.rows).toBeLessThan(150);
  const lines = text.split('\n');
  expect(lines).toHaveLength(size.rows + 2); // with the header, and nothing behind the last line end
  const quoted = lines.filter((line) => line.endsWith('"')).length / size.rows;
  expect(quoted).toBeGreaterThan(0.1);
  expect(quoted).toBeLessThan(0.3);
});

test('notes with line ends are what a reader of lines would split', () => {
  const size = { rows: 6000, seed: 7 };
  const shape = intakeExport({ lineEndsInNotes: true });
  expect(rowsOf(shape, size)).toHaveLength(size.rows);
  expect(bytesOf(shape, size).toString('utf8').split('\n').length).toBeGreaterThan(size.rows * 1.03);
});

test('an intake leaves blank what does not apply, and little of the rest', () => {
  const rows = rowsOf(intakeExport({ lineEndsInNotes: false }), { rows: 6000, seed: 8 });
  const drinks = rows.filter(({ drugs = '' }) => drugs.split(';').includes('alcohol'));
  const others = rows.filter(({ drugs = '' }) => !drugs.split(';').includes('alcohol'));
  expect(drinks.length).toBeGreaterThan(2500);
  expect(others.length).toBeGreaterThan(2500);
  expect(others.every(({ drink_days }) => drink_days === '')).toBe(true);
  const blank = drinks.filter(({ drink_days }) => drink_days === '').length / drinks.length;
  expect(blank).toBeGreaterThan(0.02);
  expect(blank).toBeLessThan(0.06);
});

test('an admission has the columns of the sample, as floats', () => {
  const sample = readFileSync(`${FIXTURES}teds-a/admissions-2017-sample.csv`, 'utf8');
  const text = bytesOf(tedsExport(CODEBOOK, '2017'), { rows: 1000, seed: 9 }).toString('utf8');
  expect(text.split('\n')[0]).toBe(sample.split(/\r?\n/)[0]);
  expect(
    text
      .split('\n')
      .slice(1, -1)
      .every((line) => /^\d{12}\.0(?:,-?\d+\.0){55}$/.test(line)),
  ).toBe(true);
});

/**
 * Columns that the generator works out from others, so that they come near their counts and no more. IDU is left out altogether:
 * the codebook of 2017 counts 65 % without any substance, where ALCDRUG counts 5 %.
 */
const WORKED_OUT: Readonly<Record<string, number>> = { ALCDRUG: 0.03 };
const TOLERANCE = 0.01; // more than three standard deviations of a share of one half in 50,000 rows made of 65,536 texts

test.each(YEARS)('codes are as frequent as the codebook of %s counts them', (year) => {
  const rows = 50_000;
  const frequencies = frequenciesOf(CODEBOOK, year);
  const columns = [...columnsOf(tedsExport(CODEBOOK, year), { rows, seed: 10 })].filter(
    ([column]) => frequencies.has(column) && column !== 'IDU',
  );
  expect(columns).toHaveLength(53); // all but the number, the area and IDU
  const wrong = columns.flatMap(([column, cells]) => {
    const wanted = frequencies.get(column) ?? {};
    const total = Object.values(wanted).reduce((sum, count) => sum + count, 0);
    const counted = countCodes(cells);
    const codes = new Set([...Object.keys(wanted), ...counted.keys()]);
    return [...codes].flatMap((code) => {
      const off = Math.abs((counted.get(code) ?? 0) / rows - (wanted[code] ?? 0) / total);
      return off <= (WORKED_OUT[column] ?? TOLERANCE) ? [] : [`${column} ${code}: ${off.toFixed(4)}`];
    });
  });
  expect(wrong).toEqual([]);
});

function countCodes(cells: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const cell of cells) counts.set(cell, (counts.get(cell) ?? 0) + 1);
  return new Map([...counts].map(([cell, count]) => [String(Number(cell)), count]));
}

test('what an admission says of substances agrees with itself', () => {
  const rows = rowsOf(tedsExport(CODEBOOK, '2020'), { rows: 5000, seed: 11 });
  expect(rows.filter((row) => !agrees(row))).toEqual([]);
});

function agrees(row: Readonly<Record<string, string>>): boolean {
  const slots = [row.SUB1, row.SUB2, row.SUB3];
  const named = slots.filter((code) => !isBlank(code));
  const details = ['1', '2', '3'].filter((slot) => isBlank(row[`SUB${slot}`])).flatMap((slot) => detailsOf(row, slot));
  return (
    new Set(named).size === named.length &&
    slots.slice(0, named.length).every((code) => !isBlank(code)) && // nothing behind a blank
    details.every((code) => code === '-9.0') &&
    row.ALCFLG === flag(named.includes('2.0')) &&
    row.HERFLG === flag(named.includes('5.0')) &&
    row.IDU === (named.length === 0 ? '-9.0' : flag([row.ROUTE1, row.ROUTE2, row.ROUTE3].includes('4.0')))
  );
}

function isBlank(code: string | undefined): boolean {
  return code === '1.0' || code === '-9.0';
}

function detailsOf(row: Readonly<Record<string, string>>, slot: string): readonly (string | undefined)[] {
  return [row[`FREQ${slot}`], row[`ROUTE${slot}`], row[`FRSTUSE${slot}`]];
}

function flag(isSet: boolean): string {
  return isSet ? '1.0' : '0.0';
}

test('a draw without a weight is refused, and one with a single text gives it', () => {
  expect(() => weightedDraw({ a: 0 })).toThrow('no text has a weight');
  expect(weightedDraw({ a: 0, b: 2 })(() => 0.999)).toBe('b');
  expect(weightedDraw({ a: 1, b: 1 })(() => 0)).toBe('a');
  expect(weightedDraw({ a: 1, b: 1 })(() => 0.5)).toBe('b');
});
