/** Whether a raw record that was rejected names an answer that stops a call. */

import type { Questionnaire } from '../questionnaire/model.ts';
import type { BoundMapping, CellMeaning } from './bound-mapping.ts';
import type { Dialect } from './dialect.ts';
import { splitFields } from './records.ts';
import { rejectUrgency, type Urgency } from './reject-urgency.ts';
import type { Scanner } from './scanner.ts';

export interface RecordUrgencyParts {
  readonly questionnaire: Questionnaire;
  readonly bound: BoundMapping;
  readonly dialect: Dialect;
  readonly scanner: Scanner;
  readonly meaning: (slot: number, start: number, end: number) => CellMeaning;
}

/** Looks at the record between two places of the scanner's bytes; `count` as the scanner counts its fields. */
export type RecordUrgency = (start: number, end: number, count: number) => Urgency;

/**
 * Prepares looking at rejected records. One with too few or too many fields is read from its first field on and again up to its
 * last one, since nobody knows where a field is missing: it is urgent if either way says so, and else may be.
 */
export function recordUrgency(parts: RecordUrgencyParts): RecordUrgency {
  const { questionnaire, bound, dialect, scanner, meaning } = parts;
  const urgencyOf = rejectUrgency(bound, questionnaire);
  const wanted = bound.header.length;
  return (start, end, count) => {
    if (count < 0) return 'possible'; // text follows a closing quote: where its field ends is not known
    const fields = splitFields(scanner.bytes, { start, end, next: end, kind: 'record' }, dialect);
    const shifted = (shift: number): Urgency =>
      urgencyOf(
        bound.columns.map((column, slot) => {
          const field = fields[column + shift];
          return field === undefined ? undefined : meaning(slot, field.start, field.end);
        }),
      );
    if (count === wanted) return shifted(0);
    return shifted(0) === 'yes' || shifted(count - wanted) === 'yes' ? 'yes' : 'possible';
  };
}
