/** How much a sample looks like a table when it is read in one way. */

import type { Sample } from './read-sample.ts';
import type { RawField } from './records.ts';

const BLANK = 0x20;
const COMMA = 0x2c;
/** `,` `;` tab `|`: what is looked for, the first one among equals. */
export const DELIMITERS: readonly number[] = [COMMA, 0x3b, 0x09, 0x7c];

/**
 * Zero where the first record is one field. Else it grows with the number of fields, with the share of records that have as many as
 * the first, and with the share of fields that neither begin nor end with a blank nor hold another delimiter. A comma between
 * digits, or with a blank behind it, is no other delimiter: numbers and sentences are written so.
 */
export function rateSample(sample: Sample): number {
  const width = sample.fields[0]?.length ?? 0;
  const alike = sample.fields.filter((fields) => fields.length === width).length / Math.max(sample.records.length, 1);
  const fields = sample.fields.flat();
  const plain = fields.filter((field) => isPlain(sample, field)).length / Math.max(fields.length, 1);
  return Math.log2(Math.max(width, 1)) * alike ** 2 * plain ** 2;
}

function isPlain({ bytes, delimiter }: Sample, { start, end, quoted }: RawField): boolean {
  if (quoted) return true;
  if (bytes[start] === BLANK || bytes[end - 1] === BLANK) return false;
  for (let at = start; at < end; at++) {
    const byte = bytes[at] ?? 0;
    if (byte !== delimiter && DELIMITERS.includes(byte) && !isWrittenComma(bytes, at)) return false;
  }
  return true;
}

function isWrittenComma(bytes: Uint8Array, at: number): boolean {
  if (bytes[at] !== COMMA) return false;
  return bytes[at + 1] === BLANK || (isDigit(bytes[at - 1]) && isDigit(bytes[at + 1]));
}

function isDigit(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 0x30 && byte <= 0x39;
}
