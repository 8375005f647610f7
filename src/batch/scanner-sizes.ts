/** How much a scanner has room for. */

export interface ScannerSizes {
  /** Bytes of a block: the longest record with its line end, or more. */
  readonly input: number;
  /** Bytes for whoever writes results. */
  readonly output: number;
  /** Records of one scan. */
  readonly records: number;
  /** Fields without a symbol of one scan; at least one record's. */
  readonly unlearned: number;
  /** Places for texts in the table of all slots, a power of two from 4 to 65,536. */
  readonly table: number;
}

/** Under 10 MiB for 25 slots. A block of 1 MiB has 32,768 records of 32 bytes; more are scanned in another go. */
export const SCANNER_SIZES: ScannerSizes = {
  input: (1 << 20) + 64,
  output: 1 << 22,
  records: 1 << 15,
  unlearned: 1 << 16,
  table: 1 << 14, // 1 MiB
};

/** A text of more bytes has no symbol: it does not fit the two words of 16 bytes that the table compares. */
export const LONGEST_TEXT = 32;
