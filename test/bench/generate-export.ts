/** Exports of any size, made from a seed: the same rows on every run, fast enough to measure what reads them. */

import { type Random, randomFrom } from '../questionnaires/random-callers.ts';

/** What an export looks like; its first column numbers the rows. */
export interface ExportShape {
  /** Names of the columns, as they stand in the first line. */
  readonly header: string;
  /** What stands before and behind the eight digits of a row's number in its first column. */
  readonly number: { readonly before: string; readonly behind: string };
  /** Draws the other columns of a row, as they stand in the file, without its line end. */
  readonly drawRest: (random: Random) => string;
}

export interface ExportSize {
  readonly rows: number;
  readonly seed: number;
}

const DIGITS = 8;

/** How many rows are drawn; further ones repeat them in random order under new numbers. They fill several caches of a processor. */
const ROWS_DRAWN = 1 << 16;

/** How many bytes are given at a time, about. */
const BLOCK = 1 << 20;

/** The bytes of an export, block by block; a longer one of the same seed begins with a shorter one. */
export function* generateExport(shape: ExportShape, { rows, seed }: ExportSize): Generator<Buffer> {
  const random = randomFrom(seed);
  const drawn: Buffer[] = [];
  const number = Buffer.alloc(DIGITS, '0');
  const { before, behind } = shape.number;
  const digitsAt = Buffer.byteLength(before);
  let block = Buffer.allocUnsafe(BLOCK);
  let end = block.write(`${shape.header}\n`);
  for (let row = 0; row < rows; row++) {
    if (row < ROWS_DRAWN)
      drawn.push(Buffer.from(`${before}${'0'.repeat(DIGITS)}${behind},${shape.drawRest(random)}\n`));
    const bytes = drawn[row < ROWS_DRAWN ? row : Math.floor(random() * ROWS_DRAWN)]!;
    if (end + bytes.length > BLOCK) {
      yield block.subarray(0, end);
      block = Buffer.allocUnsafe(BLOCK);
      end = 0;
    }
    block.set(bytes, end);
    countUp(number);
    block.set(number, end + digitsAt);
    end += bytes.length;
  }
  yield block.subarray(0, end);
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
  const upTo = new Float64Array(choices.length);
  let total = 0;
  for (const [place, [, weight]] of choices.entries()) {
    total += weight;
    upTo[place] = total;
  }
  return (random) => choices[placeOf(upTo, random() * total)]![0];
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
