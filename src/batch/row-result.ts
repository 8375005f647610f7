/** What a row gets beside its own columns. */

import type { FirstStep, Level } from '../policy/care-lists.ts';

/**
 * `settled`: one result. `open`: several are possible, or a disposition shows the level as open. `assumed`: an assumption about a
 * safety question was needed, that is, without it the row would not be settled the same. `out-of-scope`: no level, but a disposition
 * or a policy that does not say.
 */
export const STATUSES = ['settled', 'open', 'assumed', 'out-of-scope'] as const;
export type RowStatus = (typeof STATUSES)[number];

export interface RowResult {
  readonly status: RowStatus;
  /** The ends of the levels still possible. Without a lowest one none can be promised (interview/shown-result.ts). */
  readonly lowest: Level | undefined;
  readonly highest: Level | undefined;
  /** How the call ended or ends for certain, unless in an emergency. */
  readonly disposition: string | undefined;
  readonly firstSteps: readonly FirstStep[];
  readonly firstStepsPossible: readonly FirstStep[];
  readonly fallback: 'yes' | 'possible' | 'no';
  /** Deciding rules; `oneOf` where no single one is certain and these together cover every completion. */
  readonly rules: readonly string[];
  readonly oneOf: boolean;
  /** Unknown questions on which the result still depends, in script order (`--rank-missing`: best first). */
  readonly missing: readonly string[];
  /** Safety questions that apply or may apply and have no value, or not a whole one. The lowest level takes no account of them. */
  readonly safetyOpen: number;
}

/** The columns that can be added, in their order. */
export const RESULT_COLUMNS = [
  'level', // empty unless the status is `settled`
  'level_at_least',
  'level_at_most',
  'status',
  'disposition',
  'first_step',
  'first_step_possible',
  'fallback',
  'rules',
  'missing', // the first three
  'missing_count',
  'safety_open',
] as const;
export type ResultColumn = (typeof RESULT_COLUMNS)[number];

/** How many missing questions a row names. */
export const MISSING_NAMED = 3;
