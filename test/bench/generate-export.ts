/** Exports of any size, made from a seed: the same rows on every run, fast enough to measure what reads them. */

import { type Random, randomFrom } from '../questionnaires/random-callers.ts';

/** Draws some columns of a row that stand side by side, as they stand in the file; ASCII. */
export type Draw = (random: Random) => string;

/** Rows whose parts are drawn one apart from the other. */
export interface RowKind {
  /** The share of the rows that are of this kind. */
  readonly share: number;
  /** Together all columns behind the first, in their order. Kinds may have parts in common: the same functions. */
  readonly parts: readonly Draw[];
}

/** What an export looks like; its first column numbers the rows. */
export interface ExportShape {
  /** Names of the columns, as they stand in the first line. */
  readonly header: string;
  /** What stands before and behind the eight digits of a row's number in its first column. */
  readonly number: { readonly before: string; readonly behind: string };
  readonly kinds: readonly RowKind[];
}

export interface ExportSize {
  readonly rows: number;
  readonly seed: number;
}

const DIGITS = 8;

/** How many bytes are given at a time, about. */
const BLOCK = 1 << 20;

/** More than any row has. */
const LONGEST_ROW = 1 << 12;

/**
 * The bytes of an export, block by block; a longer one of the same seed begins with a shorter one. Every part of a row is one of
 * many texts that were drawn for it, so that rows repeat themselves no more than the cells themselves make them.
 */
export function* generateExport(shape: ExportShape, { rows, seed }: ExportSize): Generator<Buffer> {
  if (rows >= 10 ** DIGITS) throw new Error(`rows are numbered with ${DIGITS} digits: ask for fewer`);
  const random = randomFrom(seed);
  const { before, behind } = shape.number;
  const drawKind = kindDraw(shape.kinds, random);
  const front = Buffer.from(`${before}${'0'.repeat(DIGITS)}${behind}`);
  const number = front.subarray(before.length, before.length + DIGITS);
  let block = Buffer.allocUnsafe(BLOCK);
  let end = block.write(`${shape.header}\n`);
  for (let row = 0; row < rows; row++) {
    if (end + LONGEST_ROW > BLOCK) {
      yield block.subarray(0, end);
      block = Buffer.allocUnsafe(BLOCK);
      end = 0;
    }
    countUp(number);
    block.set(front, end);
    end += front.length;
    for (const pool of drawKind()) end = pool.copyOne(block, end);
    block[end++] = LINE_END;
  }
  yield block.subarray(0, end);
}

const COMMA = 0x2c;
const LINE_END = 0x0a;

/** Draws the kind of a row: the pools of its parts. */
function kindDraw(kinds: readonly RowKind[], random: Random): () => readonly TextPool[] {
  const pools = new Map(
    [...new Set(kinds.flatMap(({ parts }) => parts))].map((draw) => [draw, textPool(draw, random)]),
  );
  const pooled = kinds.map(({ parts }) => parts.map((draw) => pools.get(draw)!));
  const upTo = sumsOf(kinds.map(({ share }) => share));
  return () => pooled[placeOf(upTo, random() * upTo.at(-1)!)]!;
}

/** How many texts are drawn for a part. */
const TEXTS = 1 << 16;

/** Texts that were drawn, each when it was first wanted. */
interface TextPool {
  /** Copies one of the texts, any of them as likely, behind a comma; where it ends. */
  readonly copyOne: (into: Buffer, at: number) => number;
}

function textPool(draw: Draw, random: Random): TextPool {
  const places = new Int32Array(2 * TEXTS).fill(-1); // where each text begins and ends
  const known = new Map<string, number>(); // short texts stand there once, so that they stay in the processor's cache
  let texts = Buffer.alloc(1 << 16);
  let used = 0;
  const add = (text: string): number => {
    if (used + text.length > texts.length) texts = Buffer.concat([texts], 2 * texts.length + text.length);
    const start = used;
    used += texts.write(text, used, 'latin1');
    known.set(text, start);
    return start;
  };
  const fill = (place: number): void => {
    const text = draw(random);
    const start = known.get(text) ?? add(text);
    places[place] = start;
    places[place + 1] = start + text.length;
  };
  return {
    copyOne: (into, at) => {
      const place = 2 * Math.floor(random() * TEXTS);
      if (places[place] === -1) fill(place);
      const source = texts;
      const start = places[place]!;
      const length = places[place + 1]! - start;
      into[at] = COMMA;
      // Byte by byte: a call for some twenty bytes takes several times longer.
      for (let offset = 0; offset < length; offset++) into[at + 1 + offset] = source[start + offset]!;
      return at + 1 + length;
    },
  };
}

/** Adds one to a number of decimal digits. */
function countUp(digits: Buffer): void {
  let at = digits.length - 1;
  while (at >= 0 && digits[at] === 0x39) digits[at--] = 0x30;
  if (at >= 0) digits[at]!++;
}

/** Texts with their weights. */
export type Weighted = Readonly<Record<string, number>>;

/** Makes what draws one of several texts, more often those with more weight. */
export function weightedDraw(weights: Weighted): (random: Random) => string {
  const choices = Object.entries(weights).filter(([, weight]) => weight > 0);
  if (choices.length === 0) throw new Error('no text has a weight');
  const upTo = sumsOf(choices.map(([, weight]) => weight));
  const total = upTo.at(-1)!;
  return (random) => choices[placeOf(upTo, random() * total)]![0];
}

/** What the numbers up to each one add up to. */
function sumsOf(numbers: readonly number[]): Float64Array {
  let sum = 0;
  return Float64Array.from(numbers, (number) => {
    sum += number;
    return sum;
  });
}

/** The first place whose number is greater than a number (the last one if none is), by halving. */
function placeOf(ascending: Float64Array, number: number): number {
  let low = 0;
  let high = ascending.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (number < ascending[middle]!) high = middle;
    else low = middle + 1;
  }
  return low;
}
