/** Result columns as they stand in a table, behind the columns of the input. */

import type { Dialect } from './dialect.ts';
import { RESULT_CELLS, type ResultCell } from './result-cells.ts';
import type { ResultColumn, RowResult } from './row-result.ts';

const LIST_SEPARATOR = ';';

/** What separates the words of a list where `;` separates fields and nothing can be quoted. */
const OTHER_SEPARATOR = '|';

/** Writes the cells of a result, with a delimiter before each. */
export type TableCells = (result: RowResult) => Uint8Array;

/** Prepares the result columns in a dialect. All of them are ASCII, and none begins with a character that starts a formula. */
export function tableCells(columns: readonly ResultColumn[], dialect: Dialect): TableCells {
  const delimiter = String.fromCharCode(dialect.delimiter);
  return (result) =>
    asciiBytes(columns.map((column) => delimiter + cellIn(dialect, wordsOf(RESULT_CELLS[column](result)))).join(''));
}

function wordsOf(cell: ResultCell): string {
  if (cell === undefined) return '';
  return typeof cell === 'object' ? cell.join(LIST_SEPARATOR) : String(cell);
}

/** Quoted where it holds the delimiter; in a file that quotes nothing another separator takes the delimiter's place. */
function cellIn({ delimiter, quote }: Dialect, text: string): string {
  const mark = String.fromCharCode(delimiter);
  if (!text.includes(mark)) return text;
  if (quote === undefined) return text.replaceAll(mark, OTHER_SEPARATOR);
  const around = String.fromCharCode(quote);
  return around + text + around;
}

function asciiBytes(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at++) bytes[at] = text.charCodeAt(at);
  return bytes;
}
