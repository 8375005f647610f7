/** Fields that JSON cannot hold, because their bytes are no text. A table copies them as they are. */

import type { BlockPlan } from './block-plan.ts';
import { fieldBytes, splitFields } from './records.ts';
import type { RowProblem } from './reject-codes.ts';

/** What stands against writing the record between two places, which has as many fields as the header. */
export type UnshownFields = (bytes: Uint8Array, start: number, end: number) => readonly RowProblem[];

const NONE: readonly RowProblem[] = [];

/**
 * Prepares the look at records: each column that is not text, but for those that are read, since whoever reads them finds out.
 * `decode` gives undefined for bytes that are no text.
 */
export function unshownFields(
  { form, onlyNew, bound, dialect }: BlockPlan,
  decode: (bytes: Uint8Array) => string | undefined,
): UnshownFields {
  if (form !== 'jsonl' || onlyNew) return () => NONE;
  const isRead = new Set(bound.columns);
  return (bytes, start, end) => {
    // What separates fields is ASCII, so that a record is text exactly where all of its fields are.
    if (decode(bytes.subarray(start, end)) !== undefined) return NONE;
    return splitFields(bytes, { start, end, next: end, kind: 'record' }, dialect).flatMap((field, column) =>
      isRead.has(column) || decode(fieldBytes(bytes, field, dialect)) !== undefined
        ? []
        : [{ code: 'invalid-encoding' as const, column }],
    );
  };
}
