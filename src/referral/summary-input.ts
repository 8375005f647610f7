/** What a summary is made from. */

import type { Decision } from '../decision/model.ts';
import type { Directory } from '../directory/model.ts';
import type { Override } from '../interview/model.ts';
import type { CallRecord } from '../interview/record.ts';
import type { Policy } from '../policy/model.ts';
import type { CareTexts, Emergency, Sources } from '../policy/texts.ts';
import type { Answers, Questionnaire } from '../questionnaire/model.ts';
import type { PlaceOfCode } from './postal-places.ts';

/** A point on which the sources differ and which matters, or may matter, for this caller. */
export interface CallerDisagreement {
  readonly id: string;
  readonly says: string;
  readonly certainty: 'certain' | 'possible';
  /** Citations. */
  readonly for: readonly string[];
  readonly against: readonly string[];
  /** Ids of sources. */
  readonly silent: readonly string[];
}

/** A call, with how its times are written. */
export interface SummedCall {
  readonly record: CallRecord;
  /** Milliseconds since 1970 → local time as HH:MM. */
  readonly clock: (at: number) => string;
  /** The same → the local day as YYYY-MM-DD. */
  readonly day: (at: number) => string;
}

export interface SummaryInput {
  readonly questionnaire: Questionnaire;
  readonly policy: Policy;
  readonly care: CareTexts;
  readonly sources: Sources;
  readonly emergency: Emergency;
  readonly directory: Directory;
  readonly answers: Answers;
  /** The level that the counselor chose instead of the rules'. */
  readonly override?: Override | undefined;
  /** The call in which the answers were given, where there was one. */
  readonly call?: SummedCall | undefined;
  readonly decision: Decision;
  readonly disagreements: readonly CallerDisagreement[];
  /** YYYY-MM-DD. */
  readonly today: string;
  readonly language: string;
  /** Where ZIP codes lie; asked only where a caller gave one. Without it no distance is told. */
  readonly placeOfCode?: PlaceOfCode | undefined;
}
