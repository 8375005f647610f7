import { expect, test } from 'vitest';
import { BLOCK, type Cut, type Cutter, createCutter, LONGEST_LOOK } from '../../src/batch/cut.ts';
import type { Dialect } from '../../src/batch/dialect.ts';
import { countLineEnds } from '../../src/batch/line-end.ts';
import { LIMITS, type Limits, type RawRecord, splitRecords } from '../../src/batch/records.ts';
import { bytesOf, dialectOf, FILES, wildFile } from './random-csv.ts';

type Found = Pick<RawRecord, 'start' | 'next' | 'kind'>;

const COMMAS = dialectOf(',', '"', 'lf');

/** How the bytes between two places are split, where that is not to be done anew each time. */
interface CutFile {
  readonly dialect: Dialect;
  readonly split?: (start: number, end: number) => readonly Found[];
}

/**
 * The records that a cutter finds in a stream of which first `sizes[0]` bytes are at hand, then `sizes[1]`, and so on up to
 * all of them. More is given only when it asks for more.
 */
function cutAll(
  bytes: Uint8Array,
  sizes: readonly number[],
  { dialect, split = (start, end) => shifted(splitRecords(bytes.subarray(start, end), dialect), start) }: CutFile,
  cutter: Cutter,
): readonly Found[] {
  const found: Found[] = [];
  const ends = [...sizes, bytes.length];
  let opened: number | undefined;
  let lines = 0;
  for (let start = 0, step = 0; start < bytes.length; ) {
    const end = ends[step] ?? bytes.length;
    const cut: Cut = start < end ? cutter.cut(bytes, start, end, end === bytes.length) : { kind: 'more' };
    if (cut.kind === 'more') {
      if (end === bytes.length) throw new Error('more is asked for at the end');
      step += 1;
      continue;
    }
    if (cut.end <= start || cut.end > end) throw new Error('a cut leads nowhere');
    if (cut.kind === 'records') found.push(...split(start, cut.end));
    else {
      opened ??= start;
      lines += cut.lines;
      if (cut.isLast) {
        found.push({ start: opened, next: cut.end, kind: cut.code });
        const counted = countLineEnds(bytes, opened, cut.end, dialect.lineEnd);
        if (lines !== counted) expect(lines).toBe(counted);
        opened = undefined;
        lines = 0;
      } else if (cut.code !== 'record-too-long') throw new Error('only what is too long comes in pieces');
    }
    start = cut.end;
  }
  if (opened !== undefined) throw new Error('the last piece is missing');
  return found;
}

function shifted(records: readonly RawRecord[], by: number): readonly Found[] {
  return records.map(({ start, next, kind }) => ({ start: start + by, next: next + by, kind }));
}

function whole(bytes: Uint8Array, dialect: Dialect, limits: Limits): readonly Found[] {
  return shifted(splitRecords(bytes, dialect, limits), 0);
}

test.each([
  ['with the limits of the program', LIMITS, BLOCK, FILES],
  ['with limits that many records pass', { record: 40, quote: 25 }, BLOCK, 480],
  ['with small blocks', LIMITS, 16, 480],
])(
  '%s, a file split at any place is cut into the same records',
  (_, limits, block, files) => {
    const kinds = new Set<string>();
    for (let seed = 0; seed < files; seed++) {
      const { bytes, dialect } = wildFile(seed);
      const expected = whole(bytes, dialect, limits);
      for (const { kind } of expected) kinds.add(kind);
      const file = { dialect, split: remembered(bytes, dialect) };
      for (let split = 0; split <= bytes.length; split++) {
        const found = cutAll(bytes, [split], file, createCutter(dialect, block, limits));
        if (!areAlike(found, expected)) expect({ seed, split, found }).toEqual({ seed, split, found: expected });
      }
    }
    expect(kinds.size).toBe(limits === LIMITS ? 3 : 4);
  },
  60_000,
);

/** Splits a file between two places; most of the many splits of a file lead to the same ones. */
function remembered(bytes: Uint8Array, dialect: Dialect): (start: number, end: number) => readonly Found[] {
  const known = new Map<number, readonly Found[]>();
  return (start, end) => {
    const key = start * (bytes.length + 1) + end;
    const found = known.get(key) ?? shifted(splitRecords(bytes.subarray(start, end), dialect), start);
    known.set(key, found);
    return found;
  };
}

function areAlike(found: readonly Found[], expected: readonly Found[]): boolean {
  return found.length === expected.length && found.every((one, place) => isSame(one, expected[place]));
}

function isSame({ start, next, kind }: Found, other: Found | undefined): boolean {
  return start === other?.start && next === other.next && kind === other.kind;
}

test('a file that comes byte by byte is cut into the same records', () => {
  for (let seed = 0; seed < 480; seed++) {
    const { bytes, dialect } = wildFile(seed);
    const limits = seed % 2 === 0 ? LIMITS : { record: 30, quote: 20 };
    const sizes = Array.from(bytes, (_, place) => place);
    const found = cutAll(bytes, sizes, { dialect }, createCutter(dialect, BLOCK, limits));
    expect({ seed, found }).toEqual({ seed, found: whole(bytes, dialect, limits) });
  }
});

test('a block ends with a record and holds as many as fit', () => {
  const bytes = bytesOf('1234\n5678\n9\n');
  const cutter = createCutter(COMMAS, 11);
  expect(cutter.cut(bytes, 0, bytes.length, true)).toEqual({ kind: 'records', end: 10 });
  expect(cutter.cut(bytes, 10, bytes.length, true)).toEqual({ kind: 'records', end: 12 });
});

test('a record that is longer than a block is a block', () => {
  const bytes = bytesOf('123456789\n1\n');
  expect(createCutter(COMMAS, 4).cut(bytes, 0, bytes.length, true)).toEqual({ kind: 'records', end: 10 });
});

test('a record without a line end is whole only at the end of the file', () => {
  const bytes = bytesOf('1\n23');
  expect(createCutter(COMMAS).cut(bytes, 0, 4, false)).toEqual({ kind: 'records', end: 2 });
  expect(createCutter(COMMAS).cut(bytes, 2, 4, false)).toEqual({ kind: 'more' });
  expect(createCutter(COMMAS).cut(bytes, 0, 4, true)).toEqual({ kind: 'records', end: 4 });
});

test('a CR may belong to the LF that follows, also where only an LF ends lines', () => {
  expect(createCutter(COMMAS).cut(bytesOf('a\r'), 0, 2, false)).toEqual({ kind: 'more' });
  expect(createCutter(COMMAS).cut(bytesOf('a\r\n'), 0, 3, false)).toEqual({ kind: 'records', end: 3 });
  expect(createCutter(COMMAS).cut(bytesOf('a\rb\n'), 0, 4, false)).toEqual({ kind: 'records', end: 4 });
  expect(createCutter(COMMAS).cut(bytesOf('a\r'), 0, 2, true)).toEqual({ kind: 'records', end: 2 });
});

test('a CR may be half a line end until the next byte is known', () => {
  const dialect = dialectOf(',', '"', 'mixed');
  expect(createCutter(dialect).cut(bytesOf('a\r'), 0, 2, false)).toEqual({ kind: 'more' });
  expect(createCutter(dialect).cut(bytesOf('a\r\n'), 0, 3, false)).toEqual({ kind: 'records', end: 3 });
  expect(createCutter(dialect).cut(bytesOf('a\rb'), 0, 3, false)).toEqual({ kind: 'records', end: 2 });
  expect(createCutter(dialect).cut(bytesOf('a\r'), 0, 2, true)).toEqual({ kind: 'records', end: 2 });
});

test('a line of 15 MiB is passed on in pieces from a buffer of 3 MiB, and then reading goes on', () => {
  const buffer = new Uint8Array(3 << 20).fill(0x61);
  const cutter = createCutter(COMMAS);
  let passed = 0;
  for (let piece = 0; piece < 5; piece++) {
    const cut = cutter.cut(buffer, 0, buffer.length, false);
    expect(cut).toMatchObject({ kind: 'unreadable', code: 'record-too-long', isLast: false, lines: 0 });
    if (cut.kind === 'unreadable') passed += cut.end;
  }
  expect(passed).toBe(5 * buffer.length);
  const rest = bytesOf('a\nb,c\n');
  expect(cutter.cut(rest, 0, rest.length, false)).toMatchObject({ kind: 'unreadable', end: 2, isLast: true, lines: 1 });
  expect(cutter.cut(rest, 2, rest.length, false)).toEqual({ kind: 'records', end: 6 });
});

test('with the longest look at hand more is never asked for', () => {
  const { record, quote } = LIMITS;
  const bytes = new Uint8Array(LONGEST_LOOK).fill(0x61);
  bytes.set(bytesOf(',"'), record - 2); // the latest place at which it is still open whether the record is too long
  expect(createCutter(COMMAS).cut(bytes, 0, record + quote - 2, false)).toEqual({ kind: 'more' });
  expect(createCutter(COMMAS).cut(bytes, 0, LONGEST_LOOK, false)).toMatchObject({ kind: 'unreadable', isLast: false });
});

test('a quote that is open for 1 MiB costs the line on which it stands', () => {
  const bytes = new Uint8Array(LONGEST_LOOK).fill(0x0a);
  bytes.set(bytesOf('a,"b\nc,d\n'));
  const cutter = createCutter(COMMAS);
  expect(cutter.cut(bytes, 0, bytes.length, false)).toEqual({
    kind: 'unreadable',
    code: 'quote-not-closed',
    end: 5,
    isLast: true,
    lines: 1,
  });
  expect(cutter.cut(bytes, 5, bytes.length, false)).toEqual({ kind: 'records', end: 5 + BLOCK });
});
