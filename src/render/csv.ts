/** Comma-separated values (RFC 4180, lines ending in LF) that stay text when a spreadsheet opens them. */

/** A cell: what this program says of a call, or free text that anybody may have said. */
export type Cell = string | { readonly free: string };

/**
 * What a spreadsheet takes for the start of a formula, half or full width, also behind what it skips or does not show:
 * spaces, control characters and characters without width.
 */
const FORMULA = /^[\p{White_Space}\p{Cc}\p{Cf}]*[=+\-@|\uff1d\uff0b\uff0d\uff20]|^[\t\r]/u;

/** The same behind what some spreadsheets take for the end of a cell, quoted or not. */
const FORMULA_WITHIN = /([;\t\r\n][\p{White_Space}\p{Cc}\p{Cf}]*)(?=[=+\-@|\uff1d\uff0b\uff0d\uff20])/gu;

const NEEDS_QUOTES = /[",\r\n]|^\s|\s$/;

/** Rows of cells as text, the header first; every row has as many cells as the header. */
export function csv(rows: readonly (readonly Cell[])[]): string {
  return rows.map((row) => `${row.map(quoted).join(',')}\n`).join('');
}

function quoted(cell: Cell): string {
  const text = typeof cell === 'string' ? cell : harmless(cell.free);
  return NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** An apostrophe in front says that text follows (OWASP, CSV injection). */
function harmless(text: string): string {
  const within = text.replace(FORMULA_WITHIN, "$1'");
  return FORMULA.test(text) ? `'${within}` : within;
}
