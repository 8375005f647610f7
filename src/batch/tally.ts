/** What was counted while scoring. Tallies of blocks are added up. */

import type { FirstStep, Level } from '../policy/care-lists.ts';
import type { RejectCode } from './reject-codes.ts';
import type { Urgency } from './reject-urgency.ts';
import type { RowResult, RowStatus } from './row-result.ts';

/** A count by key; a key that is absent was never counted. */
export type Counts<K> = ReadonlyMap<K, number>;

export interface Tally {
  /** Records read: scored and rejected. */
  readonly scored: number;
  readonly rejected: number;
  /** Blank lines, which are no records. */
  readonly blank: number;
  readonly statuses: Counts<RowStatus>;
  /**
   * Rows by the two ends of their levels, as `iop..residential`, with nothing before the dots where no level is the lowest for
   * certain; under `out-of-scope` nothing. Kept apart by status: `settled iop..iop`.
   */
  readonly bounds: Counts<`${RowStatus} ${Level | ''}..${Level}`>;
  readonly dispositions: Counts<string>;
  readonly firstSteps: Counts<FirstStep>;
  readonly firstStepsPossible: Counts<FirstStep>;
  readonly fallback: Counts<RowResult['fallback']>;
  /** Rows in which some safety question that may apply has no answer; those that are an emergency for certain are left out. */
  readonly safetyOpen: number;
  /** Rows in which a question is missing, and those in which it alone is: answering it settles them. */
  readonly missing: Counts<string>;
  readonly missingAlone: Counts<string>;
  /** Reasons for rejects: a row with two counts under both. */
  readonly rejectCodes: Counts<RejectCode>;
  /** The same by code and place of the column, as `unknown-value 4`. */
  readonly rejectColumns: Counts<string>;
  /** Rejected records by whether they name an answer that stops a call. */
  readonly rejectUrgencies: Counts<Urgency>;
  /** Rows for which something was assumed about a question that may apply to them. */
  readonly assumed: Counts<string>;
  /** Rows in which a question has its answer only because a column implies it. */
  readonly implied: Counts<string>;
  /** Answers that were left out of account because their question certainly does not apply and they say nothing remarkable. */
  readonly ignored: Counts<string>;
  /** Settled rows that one other answer to a changeable question would give another level: `question value from to`. Counted for a report only. */
  readonly nearMisses: Counts<string>;
}
