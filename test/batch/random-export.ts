/** Random exports: rows of texts written in a random dialect, with faults. */

import type { Dialect, ScannedEncoding } from '../../src/batch/dialect.ts';
import { pick, type Random } from '../questionnaires/random-callers.ts';
import type { Column } from './random-mapping.ts';

/** Everything that a file may be written in. */
export const DIALECTS: readonly Dialect[] = [',', ';', '\t', '|'].flatMap((delimiter) =>
  ['"', "'", undefined].flatMap((quote) =>
    (['lf', 'crlf', 'cr', 'mixed'] as const).map((lineEnd) => ({
      delimiter: delimiter.charCodeAt(0),
      quote: quote?.charCodeAt(0),
      lineEnd,
    })),
  ),
);

/** Texts of a column that nothing reads, as bytes: what people write, what programs break, what spreadsheets run. */
const FREE = [
  '',
  'plain',
  '=1+1',
  ' x ',
  'a"b',
  'caf\u00c3\u00a9',
  '\u009b31m',
  '\u0081',
  'nul\u0000',
  '\u00e2\u0080\u00ae',
];
/** The same for fields in quotes. */
const QUOTED = ['a,b;c|d', 'two\nlines', 'two\r\nlines', 'tab\there'];
/** Bytes that are no text in UTF-8, and one that no character of Windows-1252 has. */
const BROKEN: Readonly<Record<ScannedEncoding, string>> = { 'utf-8': '\u00ff', 'windows-1252': '\u0081' };

export interface ExportShape {
  readonly dialect: Dialect;
  readonly encoding: ScannedEncoding;
  readonly columns: readonly Column[];
}

/** Draws records with their line ends, as bytes; the last one sometimes wants its own. */
export function randomRecords(shape: ExportShape, rows: number, random: Random): readonly Uint8Array[] {
  const ends = { lf: ['\n', '\r\n'], crlf: ['\r\n'], cr: ['\r'], mixed: ['\n', '\r\n', '\r'] }[shape.dialect.lineEnd];
  const records = Array.from({ length: rows }, (_, row) => {
    const isLast = row === rows - 1;
    const blank = !isLast && random() < 0.05 ? pick(random, ends) : '';
    const end = isLast && random() < 0.5 ? '' : pick(random, ends);
    return Buffer.from(
      randomRecord(shape, random) + end + (end === '\r' ? blank.replace('\n', '\r') : blank),
      'latin1',
    );
  });
  return records;
}

function randomRecord({ dialect, encoding, columns }: ExportShape, random: Random): string {
  const fields = columns.map(({ texts }) => {
    if (random() < 0.003) return BROKEN[encoding];
    return texts.length > 0
      ? pick(random, texts)
      : pick(random, random() < 0.2 && dialect.quote !== undefined ? QUOTED : FREE);
  });
  const delimiter = String.fromCharCode(dialect.delimiter);
  const written = fields.map((field) => writtenField(field, dialect, random));
  const fault = random();
  if (fault < 0.02) written.pop();
  else if (fault < 0.04) written.push('more');
  else if (fault < 0.05 && dialect.quote !== undefined) {
    const quote = String.fromCharCode(dialect.quote);
    return [`${quote}x${quote}y`, ...written.slice(1).map(() => '')].join(delimiter);
  }
  const record = written.join(delimiter);
  const other = { lf: '\r', crlf: pick(random, ['\n', '\r']), cr: '\n', mixed: undefined }[dialect.lineEnd];
  if (fault > 0.98 && other !== undefined) return `${record}${other}x${delimiter}x`;
  return record === '' ? ' ' : record;
}

function writtenField(text: string, { delimiter, quote, lineEnd }: Dialect, random: Random): string {
  const mark = String.fromCharCode(delimiter);
  if (quote === undefined) return text.replaceAll(mark, '_').replace(/[\r\n]/g, '_');
  const around = String.fromCharCode(quote);
  const mustQuote = text.includes(mark) || /[\r\n]/.test(text) || text.startsWith(around);
  // Under some line ends a quoted line end would be read as one of two: keep those of the file.
  const inside = lineEnd === 'crlf' ? text.replace(/\r?\n/g, '\r\n') : text;
  return mustQuote || random() < 0.15 ? around + inside.replaceAll(around, around + around) + around : text;
}
