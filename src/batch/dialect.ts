/** How a delimited file is written. */

/**
 * What ends a record: LF, CRLF, CR, or any of the three. Under `lf` a CR directly before the LF belongs to the line end, and a lone
 * CR is data; under `crlf` a lone CR and a lone LF are, under `cr` an LF. Under `mixed` CR followed by LF is one end.
 */
export type LineEnd = 'lf' | 'crlf' | 'cr' | 'mixed';

/** Bytes with a meaning. A quote opens a field only as its first byte, and is doubled inside; elsewhere it is data. */
export interface Dialect {
  /** The byte between fields. */
  readonly delimiter: number;
  /** The byte around fields that hold delimiters or line ends; undefined where the file quotes nothing. */
  readonly quote: number | undefined;
  readonly lineEnd: LineEnd;
}

/**
 * Encodings whose bytes below 0x80 are ASCII and nothing else: their records are scanned and copied as they stand. Text in any
 * other encoding is turned into UTF-8 before it is scanned, and back when it is written.
 */
export type ScannedEncoding = 'utf-8' | 'windows-1252';

/** Records longer than this, line end not counted, are rejected, in bytes: no intake has a row of a megabyte (design, section 6). */
export const LONGEST_RECORD = 1 << 20;

/** A quote that is not closed within as many bytes was no quote (design, section 6). */
export const LONGEST_QUOTE = 1 << 20;

/** How much of a file is looked at to tell how it is written, in bytes (design, section 6). */
export const SNIFFED = 1 << 16;
