/** Line ends of another kind than the file's, which make several records look like one. */

import type { Dialect } from './dialect.ts';
import { CR, LF } from './line-end.ts';
import { type RawField, splitFields } from './records.ts';

/** Whether a CR or an LF that ends no line of the file stands in a record outside quotes; behind a closing quote counts as outside. */
export function holdsOtherLineEnd(bytes: Uint8Array, start: number, end: number, dialect: Dialect): boolean {
  const fields = splitFields(bytes, { start, end, next: end, kind: 'record' }, dialect);
  return fields.some((field) => {
    const outside = bytes.subarray(outsideFrom(field), field.end);
    return outside.includes(CR) || outside.includes(LF);
  });
}

function outsideFrom({ start, closed, quoted }: RawField): number {
  return quoted ? closed : start;
}
