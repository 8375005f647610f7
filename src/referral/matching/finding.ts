/** What is held against a program: conditions that can rule it out, and preferences that only make another one better. */

import type { GeoPoint, Program } from '../../directory/model.ts';
import type { Level } from '../../policy/care-lists.ts';
import type { Needs } from '../needs.ts';
import type { ENGLISH_PROGRAMS } from '../words/english-programs.ts';

/** In the order in which a program that is ruled out is counted: under the first condition that it does not meet. */
export const HARD_CONDITIONS = [
  'state',
  'level',
  'license',
  'age',
  'serves',
  'pregnancy',
  'medication',
  'prenatal-care',
  'first-step',
  'co-occurring',
  'mental-health',
  'suicide-risk',
  'payment',
  'language',
] as const;
export type HardCondition = (typeof HARD_CONDITIONS)[number];

/** What is wished for of a program, and never rules it out. */
export type Preference =
  | 'affirming'
  | 'spoken'
  | 'evenings'
  | 'few-hours'
  | 'telehealth'
  | 'children'
  | 'near'
  | 'freshness'
  | 'opening';

/** `unknown` is neither: somebody has to ask. */
export type MatchOutcome = 'met' | 'unknown' | 'not-met';

/** The sentences about programs of one language. */
export type ProgramWords = typeof ENGLISH_PROGRAMS;

/** A sentence, made only for programs that are shown. */
export type Saying = (words: ProgramWords) => string;

export interface HardFinding {
  readonly condition: HardCondition;
  readonly outcome: MatchOutcome;
  readonly says: Saying;
}

export interface PreferenceFinding {
  readonly preference: Preference;
  readonly outcome: MatchOutcome;
  readonly says: Saying;
}

/** What is looked for. */
export interface Wanted {
  readonly level: Level;
  readonly needs: Needs;
  /** YYYY-MM-DD. */
  readonly today: string;
  readonly staleAfterDays: number;
  /** For how many days what a program said of its openings is believed. */
  readonly availabilityHoldsDays: number;
  /** Around the clock: the state and a licence valid on the day must be known, not merely not denied. */
  readonly strict: boolean;
  /** Program whose page the policy reads; named first where it is not ruled out. */
  readonly preferred: string | undefined;
  /** Where the caller's ZIP code lies; undefined where that is not known, or does not fit the state that was said. */
  readonly from: GeoPoint | undefined;
  /** Where a program's ZIP code lies. */
  readonly placeOfCode: (postalCode: string) => GeoPoint | undefined;
}

/** Holds one condition against a program; undefined where the caller does not need it, or there is nothing to say. */
export type HardTest = (program: Program, wanted: Wanted) => HardFinding | undefined;
export type PreferenceTest = (program: Program, wanted: Wanted) => PreferenceFinding | undefined;

/** Whether the caller goes on living at home at this level, and comes by the hour. */
export function isFromHome(level: Level): boolean {
  return level !== 'residential' && level !== 'inpatient';
}
