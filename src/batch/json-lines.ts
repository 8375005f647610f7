/** A result row as one line of JSON: the cells of the input as they read, then the results with lists as arrays. */

import type { BlockPlan } from './block-plan.ts';
import { fieldBytes, type RawRecord, splitFields } from './records.ts';
import { RESULT_CELLS } from './result-cells.ts';
import { type ResultPart, resultSegments } from './result-segments.ts';
import type { ResultColumn, RowResult } from './row-result.ts';

/** What turns bytes into text and JSON into bytes. */
export interface JsonTools {
  /** The text of a field, with U+FFFD for what is no text. */
  readonly decodeLoosely: (bytes: Uint8Array) => string;
  /** Spells out, as `\uXXXX`, characters that a terminal would obey or not show. */
  readonly visibleJson: (json: string) => string;
  readonly encode: (text: string) => Uint8Array;
}

export interface JsonLines {
  /** The members that the parts of a result add, in their order. */
  readonly results: readonly { readonly part: ResultPart; readonly write: (result: RowResult) => string }[];
  /** The whole line of a record, with all that its result adds. */
  readonly line: (bytes: Uint8Array, record: RawRecord, results: string, line: number) => Uint8Array;
}

/** Prepares JSON lines under a plan: a key for each of its names. A word that is missing is null, an empty list `[]`. */
export function jsonLines({ dialect, names, columns, onlyNew }: BlockPlan, tools: JsonTools): JsonLines {
  const keys = names.map((name) => `${JSON.stringify(name)}:`);
  const inputs = names.length - columns.length;
  const fieldsOf = (bytes: Uint8Array, record: RawRecord): readonly string[] =>
    splitFields(bytes, record, dialect).map((field) => tools.decodeLoosely(fieldBytes(bytes, field, dialect)));
  const member = (column: ResultColumn, result: RowResult): string =>
    `,${keys[inputs + columns.indexOf(column)] ?? ''}${JSON.stringify(RESULT_CELLS[column](result) ?? null)}`;
  return {
    results: resultSegments(columns).map(({ part, columns: own }) => ({
      part,
      write: (result) => own.map((column) => member(column, result)).join(''),
    })),
    line: (bytes, record, results, line) => {
      const cells = onlyNew ? [line] : fieldsOf(bytes, record);
      const own = cells.map((cell, index) => `${keys[index] ?? ''}${JSON.stringify(cell)}`).join(',');
      return tools.encode(tools.visibleJson(`{${own}${results}}\n`));
    },
  };
}
