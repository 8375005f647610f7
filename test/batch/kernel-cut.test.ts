import { expect, test } from 'vitest';
import { lastRecordEnd } from '../../src/batch/block-end.ts';
import { createCutter } from '../../src/batch/cut.ts';
import type { Dialect } from '../../src/batch/dialect.ts';
import { createCutMemory } from '../../src/batch/kernel-cut.ts';
import { LIMITS, type RawRecord, splitRecords } from '../../src/batch/records.ts';
import { loadScanKernel } from '../../src/io/scan-kernel.ts';
import { bytesOf, dialectOf, type RandomFile, tableFile, wildFile } from './random-csv.ts';

const made = createCutMemory(4096, loadScanKernel);
if (made === undefined) throw new Error('this machine has no SIMD');
const { bytes: memory, regularEnd } = made;

/** Puts bytes into the kernel's memory, with what a record could end or a field begin with behind them. */
function put(bytes: Uint8Array): Uint8Array {
  memory.fill(0x0a);
  memory.set(bytes);
  return memory.subarray(0, bytes.length);
}

/** Four random files of one dialect as one, longer than 64 bytes a few times. */
function longFile(seed: number): RandomFile {
  const parts = [0, 1, 2, 3].map((part) => wildFile(seed + part * 4800).bytes);
  return { dialect: wildFile(seed).dialect, bytes: Buffer.concat(parts) };
}

/** The end of the last record that ends at a place or before; behind a quote that nothing closes nobody looks. */
function lastEnd(records: readonly RawRecord[], start: number, to: number): number {
  const open = records.findIndex((record) => record.start >= start && record.kind === 'quote-not-closed');
  const ends = (open < 0 ? records : records.slice(0, open)).map(({ next }) => next);
  return Math.max(start, ...ends.filter((end) => end <= to));
}

test('what is found in random files is the end of the last record by the definition, from every record to every place', () => {
  const met = { regular: 0, odd: 0, oddBehindRecords: 0, dialects: new Set<string>() };
  for (let seed = 0; seed < 480; seed++) {
    const { dialect, bytes } = longFile(seed);
    if (dialect.quote === undefined || dialect.lineEnd === 'mixed') continue;
    put(bytes);
    const records = splitRecords(bytes, dialect);
    const ends = new Set(records.map(({ next }) => next));
    for (const { start } of records.filter((_, place) => place % 5 === 0)) {
      for (let to = start; to < bytes.length; to++) {
        const found = regularEnd(start, to, dialect);
        if (found >= 0) {
          const expected = lastEnd(records, start, to);
          if (found !== expected) expect({ seed, start, to, found }).toEqual({ seed, start, to, found: expected });
          met.regular += 1;
          met.dialects.add(`${dialect.lineEnd} ${dialect.delimiter} ${dialect.quote}`);
        } else {
          const isEnd = ~found === start || (~found <= to && ends.has(~found));
          if (!isEnd) expect({ seed, start, to, found: ~found }).toBe('the end of a record');
          met.odd += 1;
          if (~found > start) met.oddBehindRecords += 1;
        }
      }
    }
  }
  expect(met.dialects.size).toBe(3 * 4 * 2);
  expect(met.regular).toBeGreaterThan(50_000);
  expect(met.odd).toBeGreaterThan(50_000);
  expect(met.oddBehindRecords).toBeGreaterThan(10_000);
});

/** Wherever the bytes that are at hand end, up to a last place, the kernel finds the end of the last record before. */
function expectEnds(bytes: Uint8Array, dialect: Dialect, last: number, what: string): void {
  put(bytes);
  const records = splitRecords(bytes, dialect);
  for (let to = 0; to <= last; to++)
    expect({ what, to, end: regularEnd(0, to, dialect) }).toEqual({ what, to, end: lastEnd(records, 0, to) });
}

test('quoting as programs write it is regular throughout', () => {
  for (let seed = 0; seed < 240; seed++) {
    const { dialect, bytes } = tableFile(seed);
    expectEnds(bytes, dialect, bytes.length - 1, `seed ${seed}`);
  }
});

test.each<[string, Dialect['lineEnd'], string]>([
  ['a quoted line end', 'lf', '1,"a\nb",2\n3\n'],
  ['doubled quotes', 'lf', '"","""a""","""",""""""\n"b\n""\n"\n'],
  ['text behind a closing quote', 'lf', '"a"b,c\n"d\n"e\n'],
  ['quotes next to line ends', 'crlf', '"\r\n"\r\n"a"\r\n""\r\n"\n","\r"\r\n'],
  ['lone CR and LF', 'crlf', 'a\rb\nc,"d"\r\n\n,"e\r\n"\r\n'],
  ['CRs', 'cr', '"a\r"\r"\r\r",b\r\n,"c"\r'],
  ['CRLF as LF', 'lf', '"a\r\n"\r\n"b"\r\nc,"\r"\r\n'],
])('%s at every place of the 64 bytes that are taken at a time', (_, lineEnd, text) => {
  const dialect = dialectOf(',', '"', lineEnd);
  for (let before = 0; before <= 130; before++) {
    const bytes = bytesOf(`${'x'.repeat(before)},${text}${text}`);
    expectEnds(bytes, dialect, bytes.length, `${before} before`);
  }
});

test.each<[string, Dialect['lineEnd'], string]>([
  ['inside a field', 'lf', 'b"'],
  ['in the text behind a closing quote', 'lf', '"b"c"'],
  ['behind a CR that ends no line', 'lf', 'b\r"'],
  ['behind an LF that ends no line', 'crlf', 'b\n"'],
  ['behind the LF of a CRLF', 'cr', 'b\r\n"'],
])('a quote %s is told, with the end of the record before', (_, lineEnd, odd) => {
  const dialect = dialectOf(',', '"', lineEnd);
  const ending = { lf: '\n', crlf: '\r\n', cr: '\r', mixed: '\n' }[lineEnd];
  for (let before = 0; before <= 130; before++) {
    const head = `"a"${ending}${'x'.repeat(before)}`;
    const last = lineEnd === 'cr' ? before + 7 : 3 + ending.length;
    const bytes = bytesOf(`${head},${odd}c${ending}d${ending}`);
    put(bytes);
    expect({ before, found: ~regularEnd(0, bytes.length, dialect) }).toEqual({ before, found: last });
    // Up to that quote nothing is odd.
    expect(regularEnd(0, head.length + odd.length, dialect)).toBe(last);
  }
});

test('blocks end where they end without the kernel', () => {
  for (let seed = 0; seed < 960; seed++) {
    const { dialect, bytes } = seed % 2 === 0 ? longFile(seed) : wildFile(seed);
    const file = put(bytes);
    for (const to of [bytes.length >> 2, bytes.length >> 1, bytes.length]) {
      for (const isEnd of [false, true]) {
        const stretch = { bytes: file, start: 0, end: bytes.length, isEnd };
        const found = lastRecordEnd(stretch, to, dialect, regularEnd);
        expect({ seed, to, isEnd, found }).toEqual({ seed, to, isEnd, found: lastRecordEnd(stretch, to, dialect) });
      }
    }
    const [slow, fast] = [createCutter(dialect, 80), createCutter(dialect, 80, LIMITS, regularEnd)];
    for (let start = 0; start < bytes.length; ) {
      const cut = fast.cut(file, start, bytes.length, true);
      expect({ seed, start, cut }).toEqual({ seed, start, cut: slow.cut(file, start, bytes.length, true) });
      start = cut.kind === 'more' ? bytes.length : cut.end;
    }
  }
});

test('where no kernel can be loaded, there is no such memory', () => {
  expect(createCutMemory(64, () => undefined)).toBe(undefined);
});
