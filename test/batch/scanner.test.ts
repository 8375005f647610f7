import { describe, expect, test } from 'vitest';
import { createScanner } from '../../src/batch/create-scanner.ts';
import { createCutter } from '../../src/batch/cut.ts';
import { createKernelScanner } from '../../src/batch/kernel-scanner.ts';
import { createPlainScanner } from '../../src/batch/plain-scanner.ts';
import type { Scanner, ScanPlan } from '../../src/batch/scanner.ts';
import { layOutScanner } from '../../src/batch/scanner-memory.ts';
import { LONGEST_TEXT, SCANNER_SIZES, type ScannerSizes } from '../../src/batch/scanner-sizes.ts';
import { loadScanKernel } from '../../src/io/scan-kernel.ts';
import { pick, randomFrom } from '../questionnaires/random-callers.ts';
import { bytesOf, dialectOf, wildFile } from './random-csv.ts';
import { expectedOf, scanWhole, scribe } from './scan-whole.ts';

const SMALL: ScannerSizes = { input: 4096, output: 64, records: 64, unlearned: 64, table: 256 };
const COMMAS = dialectOf(',', '"', 'lf');

function kernel(plan: ScanPlan, sizes: ScannerSizes = SCANNER_SIZES): Scanner {
  const made = createKernelScanner(plan, loadScanKernel, sizes);
  if (made === undefined) throw new Error('this machine has no SIMD');
  return made;
}

/** A plan that reads every column. */
function allColumns(count: number, dialect = COMMAS): ScanPlan {
  return { dialect, slots: Array.from({ length: count }, (_, slot) => slot), slotCount: count };
}

/** Blocks of whole, readable records, as the cutter makes them. */
function blocksOf(seed: number): readonly Uint8Array[] {
  const { bytes, dialect } = wildFile(seed);
  const cutter = createCutter(dialect);
  const blocks: Uint8Array[] = [];
  for (let start = 0; start < bytes.length; ) {
    const cut = cutter.cut(bytes, start, bytes.length, true);
    if (cut.kind === 'more') throw new Error('more is asked for at the end');
    if (cut.kind === 'records') blocks.push(bytes.subarray(start, cut.end));
    start = cut.end;
  }
  return blocks;
}

describe.each([
  ['the plain scanner', createPlainScanner],
  ['the kernel', kernel],
])('%s', (_, create) => {
  const once = (text: string, plan: ScanPlan, sizes = SMALL) =>
    scanWhole(scribe(plan, create(plan, sizes)), bytesOf(text));

  test('says of random blocks what the definition says, whatever its arrays and tables hold', () => {
    const met = { rows: 0, ragged: 0, texts: 0, refused: 0, again: 0 };
    for (let seed = 0; seed < 1500; seed++) {
      const random = randomFrom(seed);
      const columns = 1 + Math.floor(random() * 4);
      let slotCount = 0;
      const slots = Array.from({ length: columns }, () => (random() < 0.75 ? slotCount++ : -1));
      const plan = { dialect: wildFile(seed).dialect, slots, slotCount };
      const sizes = {
        ...SMALL,
        records: pick(random, [1, 2, 3, 64]),
        unlearned: pick(random, [1, 5, 64]),
        table: pick(random, [4, 256]),
      };
      const reader = scribe(plan, create(plan, sizes));
      for (const block of blocksOf(seed)) {
        const expected = expectedOf(block, plan);
        // The second time most texts have a symbol.
        for (const round of [1, 2]) {
          const found = scanWhole(reader, block);
          expect({ seed, round, found }).toEqual({ seed, round, found: expected });
        }
        met.rows += expected.rows.length;
        met.ragged += expected.rows.filter(({ texts }) => texts === undefined).length;
        met.texts += expected.rows.flatMap(({ texts = [] }) => texts).length;
      }
      met.refused += reader.counts.refused;
      if (reader.counts.scans > 2 * blocksOf(seed).length) met.again += 1;
    }
    expect(met.ragged).toBeGreaterThan(1000);
    expect(met.rows - met.ragged).toBeGreaterThan(500);
    expect(met.texts).toBeGreaterThan(500);
    expect(met.refused).toBeGreaterThan(250);
    expect(met.again).toBeGreaterThan(250);
  });

  test('fields of every length are found at every place of the 64 bytes that are taken at a time', () => {
    const plan = allColumns(3);
    const reader = scribe(plan, create(plan, SMALL));
    for (const quote of ['', '"']) {
      for (let length = 0; length <= 70; length++) {
        const text = 'x'.repeat(length);
        for (let before = 0; before < 64; before++) {
          const block = bytesOf(`${'b'.repeat(before)},${quote}${text}${quote},${quote}${text}y${quote}\n`);
          expect(scanWhole(reader, block).rows).toEqual([
            { start: 0, end: block.length - 1, fields: 3, lines: 0, texts: ['b'.repeat(before), text, `${text}y`] },
          ]);
        }
      }
    }
    // 33 lengths fit the table, and nothing longer is learned.
    expect(reader.learned.size).toBe(33 + 33 + 32);
  });

  test('a symbol stands for one text: length, every byte and the column count', () => {
    const plan = allColumns(2);
    const scanner = create(plan, SMALL);
    const reader = scribe(plan, scanner);
    const texts = [
      '',
      '\0',
      '\0\0',
      'a',
      'a\0',
      'abcdefgh',
      'abcdefghi',
      'abcdefghijklmnop',
      'abcdefghijklmnoq',
      'bbcdefghijklmnop',
      'abcdefghijklmnop\0',
      'abcdefghijklmnopq',
      'abcdefghijklmnoqq',
      'abcdefghijklmnopqr',
      'abcdefghijklmnopqrstuvwxyz012345',
      'abcdefghijklmnopqrstuvwxyz012346',
      'abcdefghijklmnopbrstuvwxyz012345',
    ];
    const block = bytesOf(texts.map((text) => `${text},${text}\n`).join(''));
    scanWhole(reader, block);
    expect(scanWhole(reader, block).rows.map((row) => row.texts)).toEqual(texts.map((text) => [text, text]));
    expect(reader.counts.unlearned).toBe(texts.length * 2);
    expect(reader.counts.refused).toBe(0);
  });

  test('quotes around a text change nothing, a doubled quote inside keeps it from being learned', () => {
    const plan = allColumns(1);
    const reader = scribe(plan, create(plan, SMALL));
    scanWhole(reader, bytesOf('a\n'));
    scanWhole(reader, bytesOf('"a"\n'));
    expect(reader.counts).toMatchObject({ unlearned: 1, refused: 0 });
    expect(scanWhole(reader, bytesOf('"a""b"\n')).rows[0]?.texts).toEqual(['a"b']);
    expect(reader.counts).toMatchObject({ unlearned: 2, refused: 1 });
  });

  test('where nothing is quoted, a quote is part of the text', () => {
    const plan = allColumns(2, dialectOf(',', undefined, 'lf'));
    const reader = scribe(plan, create(plan, SMALL));
    for (const round of [1, 2]) {
      expect({ round, texts: scanWhole(reader, bytesOf('"a","b"c\n')).rows[0]?.texts }).toEqual({
        round,
        texts: ['"a"', '"b"c'],
      });
    }
    expect(reader.counts).toMatchObject({ unlearned: 2, refused: 0 });
  });

  test('texts of every length, the same ones in every slot, have a symbol for each slot', () => {
    const plan = allColumns(4);
    const reader = scribe(plan, create(plan, { ...SMALL, unlearned: 256, table: 1024 }));
    for (const shift of [0, 1]) {
      const row = (length: number) =>
        Array.from({ length: 4 }, (_, slot) => String(slot === 3 ? 3 : shift).repeat(length));
      const rows = Array.from({ length: 41 }, (_, length) => row(length));
      const block = bytesOf(rows.map((texts) => `${texts.join()}\n`).join(''));
      for (const round of [1, 2])
        expect({ round, texts: scanWhole(reader, block).rows.map(({ texts }) => texts) }).toEqual({
          round,
          texts: rows,
        });
    }
    const lengths = LONGEST_TEXT + 1;
    // Three slots have each length of two texts, and nothing twice; the fourth has one text. Eight lengths are never learned.
    expect(reader.learned.size).toBe(3 * (2 * lengths - 1) + lengths);
    expect(reader.counts.refused).toBe(2 * 2 * 4 * 8);
  });

  test('a slot takes a quarter of the places, all of them three quarters, and what is there stays', () => {
    const plan = allColumns(4);
    const reader = scribe(plan, create(plan, { ...SMALL, unlearned: 1024 }));
    const rowsOf = (texts: readonly string[]) =>
      Array.from({ length: 64 }, (_, number) => texts.map((text) => `${text} ${number}`));
    /** What is asked, and what of it is refused, when so many rows are scanned. */
    const asked = (rows: readonly (readonly string[])[]): readonly number[] => {
      const before = { ...reader.counts };
      const found = scanWhole(reader, bytesOf(rows.map((texts) => `${texts.join()}\n`).join('')));
      expect(found.rows.map(({ texts }) => texts)).toEqual(rows);
      return [reader.counts.unlearned - before.unlearned, reader.counts.refused - before.refused];
    };
    // Of 256 places 192 are taken: by 48 rows of four texts, of which two are the same in two slots.
    const [first, second] = [
      rowsOf(['same', 'same', 'a date', 'the last of the columns']),
      rowsOf(['new', 'same', 'b', 'c']),
    ];
    expect(asked(first)).toEqual([256, 64]);
    expect(asked(first)).toEqual([64, 64]);
    expect(asked(second)).toEqual([3 * 64 + 16, 3 * 64 + 16]);
  });

  test('a full slot leaves room to the others', () => {
    const plan = allColumns(2);
    const reader = scribe(plan, create(plan, { ...SMALL, table: 64 }));
    const block = bytesOf(Array.from({ length: 64 }, (_, number) => `${number},${number % 8}\n`).join(''));
    for (const round of [1, 2]) {
      const texts = Array.from({ length: 64 }, (_, number) => [String(number), String(number % 8)]);
      expect({ round, texts: scanWhole(reader, block).rows.map((row) => row.texts) }).toEqual({ round, texts });
    }
    expect(reader.counts.refused).toBe(48 + 48);
  });

  test('a text that is learned again has its new symbol', () => {
    const plan = allColumns(1);
    const scanner = create(plan, SMALL);
    const { at } = scanner.input;
    scanner.bytes.set(bytesOf('a\n'), at);
    expect(scanner.learn(0, at, at + 1, 3)).toBe(true);
    expect(scanner.learn(0, at, at + 1, 0xfffe)).toBe(true);
    expect(scanner.scan(at, at + 2)).toEqual({ records: 1, unlearned: 0, next: at + 2, lines: 1, blank: 0 });
    expect(scanner.symbols[0]).toBe(0xfffe);
  });

  test('nothing is asked of a record that will be rejected as it stands', () => {
    const found = once('a\na,b,c\n"a"b,c\na,b\n', allColumns(2));
    expect(found.rows.map(({ fields }) => fields)).toEqual([1, 3, -2, 2]);
    const plan = allColumns(2);
    const scanner = create(plan, SMALL);
    const block = bytesOf('a\na,b,c\n"a"b,c\n');
    scanner.bytes.set(block, scanner.input.at);
    expect(scanner.scan(scanner.input.at, scanner.input.at + block.length)).toMatchObject({ records: 3, unlearned: 0 });
  });

  test('what lies behind a block is not part of it', () => {
    const plan = allColumns(1, dialectOf(',', '"', 'crlf'));
    const scanner = create(plan, SMALL);
    scanner.bytes.set(bytesOf('a\r\n"'), scanner.input.at);
    // The last record has no line end: its CR is data, whatever follows.
    expect(scanner.scan(scanner.input.at, scanner.input.at + 2)).toMatchObject({ records: 1, lines: 0 });
    expect(scanner.ends[0]).toBe(scanner.input.at + 2);
  });

  test('a quote that is open at the end of a block is not taken for a closed one', () => {
    expect(once('a,"b\n', allColumns(2)).rows).toMatchObject([{ start: 0, end: 5, fields: -2 }]);
  });

  test('no columns need be read, and a record may have thousands of them', () => {
    const none = { dialect: COMMAS, slots: [-1, -1], slotCount: 0 };
    expect(once('a,b\nc\n', none).rows.map(({ fields, texts }) => ({ fields, texts }))).toEqual([
      { fields: 2, texts: [] },
      { fields: 1, texts: undefined },
    ]);
    const many = allColumns(1200);
    const row = Array.from({ length: 1200 }, (_, place) => String(place % 7));
    const sizes = { ...SMALL, input: 8192, records: 3, table: 8 };
    expect(once(`${row.join()}\n`.repeat(2), many, sizes).rows.map(({ texts }) => texts)).toEqual([row, row]);
  });

  test('a block of the longest record fits', () => {
    const plan = allColumns(2);
    const long = 'x'.repeat((1 << 20) - 2);
    const reader = scribe(plan, create(plan));
    expect(scanWhole(reader, bytesOf(`${long},a\r\n`)).rows).toMatchObject([{ fields: 2, end: 1 << 20 }]);
  });

  test('a block of a MiB of the shortest records takes several scans', () => {
    const plan = allColumns(1);
    const scanner = create(plan);
    const { at } = scanner.input;
    scanner.bytes.set(bytesOf('1\n'.repeat(1 << 19)), at);
    for (let scan = 0; scan < 16; scan++) {
      const from = at + scan * (1 << 16);
      const expected = { records: 1 << 15, unlearned: 1 << 15, next: from + (1 << 16), lines: 1 << 15, blank: 0 };
      expect(scanner.scan(from, at + (1 << 20))).toEqual(expected);
    }
  });
});

test('both give the same symbols in the same order', () => {
  for (let seed = 0; seed < 500; seed++) {
    const plan = allColumns(1 + (seed % 3), wildFile(seed).dialect);
    const sizes = { ...SMALL, table: 8, unlearned: 4 };
    const [plain, compiled] = [scribe(plan, createPlainScanner(plan, sizes)), scribe(plan, kernel(plan, sizes))];
    for (const block of blocksOf(seed)) {
      scanWhole(plain, block);
      scanWhole(compiled, block);
    }
    expect({ seed, ...compiled.counts, learned: compiled.learned }).toEqual({
      seed,
      ...plain.counts,
      learned: plain.learned,
    });
  }
});

test('where no kernel can be loaded, plain code stands in', () => {
  const plan = allColumns(2);
  const scanner = createScanner(plan, () => undefined, SMALL);
  expect(scanWhole(scribe(plan, scanner), bytesOf('a,b\n')).rows).toMatchObject([{ texts: ['a', 'b'] }]);
});

test('a scanner of 25 slots takes less than 12 MiB', () => {
  expect(layOutScanner(allColumns(25), SCANNER_SIZES, SCANNER_SIZES.table).size).toBeLessThan(12 << 20);
});
