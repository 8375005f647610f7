/** What a summary is made from. */

import type { Decision } from '../decision/model.ts';
import type { Policy } from '../policy/model.ts';
import type { CareTexts, Emergency, Sources } from '../policy/texts.ts';
import type { Answers, Questionnaire } from '../questionnaire/model.ts';
import type { Directory } from './model.ts';

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

export interface SummaryInput {
  readonly questionnaire: Questionnaire;
  readonly policy: Policy;
  readonly care: CareTexts;
  readonly sources: Sources;
  readonly emergency: Emergency;
  readonly directory: Directory;
  readonly answers: Answers;
  readonly decision: Decision;
  readonly disagreements: readonly CallerDisagreement[];
  /** YYYY-MM-DD. */
  readonly today: string;
  readonly language: string;
}
