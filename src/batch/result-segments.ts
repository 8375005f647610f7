/**
 * The parts of a result: what is told of the row itself, its rules, and what is missing. Each has few distinct values where whole
 * results have many, so each is numbered and written once by itself: the 18,131 results of 200,000 generated intakes under
 * intake-line are put together from 698, 28 and 3,666 parts.
 */

import type { ResultColumn } from './row-result.ts';

export const TOLD = 0;
export const RULES = 1;
export const MISSING = 2;
export type ResultPart = typeof TOLD | typeof RULES | typeof MISSING;

/** The parts in their order, so that a part is its own place. */
export const RESULT_PARTS = [TOLD, RULES, MISSING] as const;

/** Numbers of the parts of one result, by part. */
export type PartNumbers = Int32Array;

/** Result columns that stand beside each other and show the same part. */
export interface Segment {
  readonly part: ResultPart;
  readonly columns: readonly ResultColumn[];
}

/** Columns of a part that is not `TOLD`. */
const PARTS: Readonly<Partial<Record<ResultColumn, ResultPart>>> = {
  rules: RULES,
  missing: MISSING,
  missing_count: MISSING,
};

/** Result columns, in their order, as few segments as can be. */
export function resultSegments(columns: readonly ResultColumn[]): readonly Segment[] {
  const segments: { readonly part: ResultPart; readonly columns: ResultColumn[] }[] = [];
  for (const column of columns) {
    const part = PARTS[column] ?? TOLD;
    const last = segments.at(-1);
    if (last?.part === part) last.columns.push(column);
    else segments.push({ part, columns: [column] });
  }
  return segments;
}
