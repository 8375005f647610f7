/** What scoring found, as one JSON value from which the summary and the report are rendered. Every count in it is exact. */

import type { FirstStep, Level } from '../policy/care-lists.ts';
import type { RejectCode } from './reject-codes.ts';
import type { RowResult, RowStatus } from './row-result.ts';

/** An id, and what people call it. */
export interface Named<Id extends string = string> {
  readonly id: Id;
  readonly name: string;
}

/** A question by its id and the sentence that asks it. */
export interface AskedName {
  readonly id: string;
  readonly says: string;
}

export interface ScoreReport {
  readonly format: 'intakeline/score-report/1';
  /** Version of this program. */
  readonly version: string;
  /** Day of the run, ISO 8601. */
  readonly date: string;
  readonly language: string;
  /** The files by their names alone, without the folders that they lie in, each with what was found out about it. */
  readonly inputs: readonly { readonly name: string; readonly notes: readonly string[] }[];
  readonly questionnaire: { readonly id: string; readonly version: string; readonly title: string };
  readonly policy: {
    readonly id: string;
    readonly version: string;
    readonly date: string;
    readonly title: string;
    readonly reviewedBy: string | null;
  };
  readonly mapping: { readonly id: string; readonly title: string };
  /** Whether the input was read to its end. */
  readonly complete: boolean;
  /** `read` is `scored` and `rejected` together; blank lines are no records. */
  readonly records: Readonly<Record<'read' | 'scored' | 'rejected' | 'blank', number>>;
  /**
   * Scored rows that are an emergency for certain; that may be one, depending on open answers; that need an assumption about a
   * safety question and are in neither of these; and, whether or not they
   * are in one of these but the first, that have a safety question without an answer.
   */
  readonly emergency: Readonly<Record<'certain' | 'possible' | 'assumed' | 'safetyOpen', number>>;
  /** Rejected records that name an answer which stops a call, and those that may, because a cell which could cannot be read. */
  readonly rejectUrgency: Readonly<Record<'yes' | 'possible', number>>;
  /** Every status, in its order. */
  readonly statuses: readonly { readonly status: RowStatus; readonly rows: number }[];
  /** Every level, least intensive first, with the rows of which it is the least intensive possible one. */
  readonly levels: readonly LevelRows[];
  /** Rows for which levels are possible and none is the lowest for certain, because they may get none. */
  readonly withoutLowest: Omit<LevelRows, 'level'>;
  /** Rows for which no level is possible. */
  readonly withoutLevel: number;
  /** The spans of possible levels that occur, least intensive first; together the rows of `levels` and `withoutLowest`. */
  readonly bounds: readonly BoundsRows[];
  /** How calls ended without a level, most frequent first. */
  readonly dispositions: readonly (Named & { readonly rows: number })[];
  /** Every first step, in its order. */
  readonly firstSteps: readonly (Named<FirstStep> & { readonly certain: number; readonly possible: number })[];
  readonly fallback: Readonly<Record<RowResult['fallback'], number>>;
  /** Questions whose answers are missing, most frequent first; `alone`: rows in which no other one is. */
  readonly missing: readonly (AskedName & { readonly rows: number; readonly alone: number })[];
  /** Why rows were rejected, most frequent first; a row with two reasons counts under both. */
  readonly rejects: readonly RejectedRows[];
  /** Every assumption of the mapping, in its order. */
  readonly assumptions: readonly AssumedRows[];
  /** Questions that have their answer only because a column implies it, most frequent first. */
  readonly implied: readonly (AskedName & { readonly rows: number })[];
  /** Answers left out of account because their questions certainly do not apply, most frequent first. */
  readonly ignored: readonly (AskedName & { readonly rows: number })[];
  /** Questions that the mapping could answer and the input lacks columns for, in script order. */
  readonly unread: readonly AskedName[];
  /** Settled rows that one other answer would give another level, most frequent first; null where they were not looked for. */
  readonly nearMisses: readonly NearMissRows[] | null;
}

/** Rows by what became of them. */
export interface KindRows {
  readonly settled: number;
  readonly assumed: number;
  readonly open: number;
}

export interface LevelRows extends KindRows {
  readonly level: Named<Level>;
  /** Those of all these rows that may be an emergency and need not. */
  readonly maybeEmergency: number;
}

export interface BoundsRows extends KindRows {
  /** Null where no level is the lowest for certain. */
  readonly atLeast: Level | null;
  readonly atMost: Level;
}

export interface RejectedRows {
  readonly code: RejectCode;
  readonly message: string;
  readonly remedy: string;
  readonly rows: number;
  /** Reasons by column, most frequent first; empty where the records as a whole are meant. */
  readonly columns: readonly { readonly name: string; readonly rows: number }[];
}

export interface AssumedRows {
  readonly question: AskedName;
  /** The assumed answer in words. */
  readonly answer: string;
  readonly because: string;
  readonly rows: number;
}

export interface NearMissRows {
  readonly question: AskedName;
  /** The other answer in words. */
  readonly answer: string;
  readonly from: Named;
  readonly to: Named;
  readonly rows: number;
}
