/** What a scanner says of a whole block, in words that do not depend on how it says it. */

import { countLineEnds } from '../../src/batch/line-end.ts';
import type { RawRecord } from '../../src/batch/records.ts';
import { fieldBytes, hasTextAfterQuote, splitFields, splitRecords } from '../../src/batch/records.ts';
import { NO_SYMBOL, type Scanner, type ScanPlan } from '../../src/batch/scanner.ts';
import { lettersOf } from './random-csv.ts';

export interface ScannedRow {
  readonly start: number;
  readonly end: number;
  readonly fields: number;
  /** Line ends in the block before it. */
  readonly lines: number;
  /** The text of each slot; undefined where the record will be rejected as it stands. */
  readonly texts: readonly string[] | undefined;
}

export interface ScannedBlock {
  readonly rows: readonly ScannedRow[];
  readonly lines: number;
  readonly blank: number;
}

/** The texts that symbols stand for, by slot. */
type Learned = Map<string, string>;

/** A scanner with what it has learned. */
export interface Scribe {
  readonly plan: ScanPlan;
  readonly scanner: Scanner;
  readonly learned: Learned;
  /** How many fields were looked up in vain, and how many of those could not be learned. */
  readonly counts: { unlearned: number; refused: number; scans: number };
}

export function scribe(plan: ScanPlan, scanner: Scanner): Scribe {
  return { plan, scanner, learned: new Map(), counts: { unlearned: 0, refused: 0, scans: 0 } };
}

/** Puts a block into the scanner's memory, line ends and quotes behind it, and scans it in as many goes as that takes. */
export function scanWhole(from: Scribe, block: Uint8Array): ScannedBlock {
  const { bytes, input } = from.scanner;
  bytes.fill(0x0a, input.at, input.at + input.size);
  bytes.set(block, input.at);
  const rows: ScannedRow[] = [];
  let lines = 0;
  let blank = 0;
  for (let at = input.at; at < input.at + block.length; ) {
    const found = scanOnce(from, at, input.at + block.length);
    rows.push(...found.rows.map((row) => ({ ...row, lines: row.lines + lines })));
    lines += found.lines;
    blank += found.blank;
    if (found.next <= at) throw new Error('a scan leads nowhere');
    at = found.next;
  }
  return { rows, lines, blank };
}

function scanOnce(from: Scribe, at: number, end: number): ScannedBlock & { readonly next: number } {
  const { scanner, plan, counts } = from;
  const { input } = scanner;
  const result = scanner.scan(at, end);
  counts.scans += 1;
  const rows = Array.from({ length: result.records }, (_, record) => ({
    start: (scanner.starts[record] ?? 0) - input.at,
    end: (scanner.ends[record] ?? 0) - input.at,
    fields: scanner.fields[record] ?? 0,
    lines: scanner.lines[record] ?? 0,
    texts: scanner.fields[record] === plan.slots.length ? textsOf(from, record, result.unlearned) : undefined,
  }));
  learnAll(from, result.unlearned);
  return { ...result, rows };
}

function textsOf({ scanner, plan, learned }: Scribe, record: number, unlearned: number): readonly string[] {
  return Array.from({ length: plan.slotCount }, (_, slot) => {
    const symbol = scanner.symbols[record * plan.slotCount + slot] ?? NO_SYMBOL;
    if (symbol !== NO_SYMBOL) return learned.get(`${slot} ${symbol}`) ?? 'a symbol that was never given';
    for (let entry = 0; entry < unlearned; entry++) {
      const [inRecord, inSlot, start = 0, end = 0] = scanner.unlearned.subarray(entry * 4, entry * 4 + 4);
      if (inRecord === record && inSlot === slot)
        return lettersOf(fieldBytes(scanner.bytes, { start, end }, plan.dialect));
    }
    return 'neither a symbol nor unlearned';
  });
}

/** Gives every text without a symbol one; the number of a symbol says nothing about the text. */
function learnAll({ scanner, plan, learned, counts }: Scribe, unlearned: number): void {
  for (let entry = 0; entry < unlearned; entry++) {
    const [record = 0, slot = 0, start = 0, end = 0] = scanner.unlearned.subarray(entry * 4, entry * 4 + 4);
    if (Math.abs(scanner.fields[record] ?? 0) !== plan.slots.length)
      throw new Error('a field of a ragged record is asked for');
    const text = lettersOf(fieldBytes(scanner.bytes, { start, end }, plan.dialect));
    const symbol = counts.unlearned;
    counts.unlearned += 1;
    if (scanner.learn(slot, start, end, symbol)) learned.set(`${slot} ${symbol}`, text);
    else counts.refused += 1;
  }
}

/** What a scanner must say of a block, by the definition. */
export function expectedOf(block: Uint8Array, { dialect, slots, slotCount }: ScanPlan): ScannedBlock {
  const records = splitRecords(block, dialect);
  const rowOf = (record: RawRecord): ScannedRow => {
    const fields = splitFields(block, record, dialect);
    const isBad = fields.some(hasTextAfterQuote);
    const texts = Array.from({ length: slotCount }, (_, slot) => {
      const field = fields[slots.indexOf(slot)];
      return field === undefined ? '' : lettersOf(fieldBytes(block, field, dialect));
    });
    return {
      start: record.start,
      end: record.end,
      fields: isBad ? -fields.length : fields.length,
      lines: countLineEnds(block, 0, record.start, dialect.lineEnd),
      texts: isBad || fields.length !== slots.length ? undefined : texts,
    };
  };
  return {
    rows: records.filter(({ kind }) => kind === 'record').map(rowOf),
    lines: countLineEnds(block, 0, block.length, dialect.lineEnd),
    blank: records.filter(({ kind }) => kind === 'blank').length,
  };
}
