/** A result row as one line of JSON: the cells of the input as they read, then the results with lists as arrays. */

import type { BlockPlan } from './block-plan.ts';
import { fieldBytes, type RawRecord, splitFields } from './records.ts';
import { RESULT_CELLS } from './result-cells.ts';
import type { RowResult } from './row-result.ts';

/** What turns bytes into text and JSON into bytes. */
export interface JsonTools {
  /** The text of a field, with U+FFFD for what is no text. */
  readonly decodeLoosely: (bytes: Uint8Array) => string;
  /** Spells out, as `\uXXXX`, characters that a terminal would obey or not show. */
  readonly visibleJson: (json: string) => string;
  readonly encode: (text: string) => Uint8Array;
}

export interface JsonLines {
  /** The members that a result adds, with the brace that closes the object. */
  readonly results: (result: RowResult) => string;
  /** The whole line of a record. */
  readonly line: (bytes: Uint8Array, record: RawRecord, results: string, line: number) => Uint8Array;
}

/** Prepares JSON lines under a plan: a key for each of its names. A word that is missing is null, an empty list `[]`. */
export function jsonLines({ dialect, names, columns, onlyNew }: BlockPlan, tools: JsonTools): JsonLines {
  const keys = names.map((name) => `${JSON.stringify(name)}:`);
  const inputs = names.length - columns.length;
  const fieldsOf = (bytes: Uint8Array, record: RawRecord): readonly string[] =>
    splitFields(bytes, record, dialect).map((field) => tools.decodeLoosely(fieldBytes(bytes, field, dialect)));
  return {
    results: (result) =>
      columns
        .map((column, index) => `,${keys[inputs + index] ?? ''}${JSON.stringify(RESULT_CELLS[column](result) ?? null)}`)
        .join('')
        .concat('}\n'),
    line: (bytes, record, results, line) => {
      const cells = onlyNew ? [line] : fieldsOf(bytes, record);
      const own = cells.map((cell, index) => `${keys[index] ?? ''}${JSON.stringify(cell)}`).join(',');
      return tools.encode(tools.visibleJson(`{${own}${results}`));
    },
  };
}
