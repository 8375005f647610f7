/** Hand-offs of a call: which program is to be tried next, and what may be recorded. */

import type { HandOff, HandOffOutcome } from '../questionnaire/hand-off.ts';

/** A hand-off and when it was recorded, in milliseconds since 1970. */
export interface RecordedHandOff extends HandOff {
  readonly at: number;
}

/** A program that the referral names. */
export interface OfferedProgram {
  readonly id: string;
  readonly name: string;
  readonly phone: string | undefined;
  readonly chosenAs: 'primary' | 'alternative' | 'fallback';
}

/** The longest name or role, in UTF-16 units. */
export const LONGEST_NAME = 200;

/** What a program says that will take the caller, now or when a place is free. */
const TAKES: ReadonlySet<HandOffOutcome> = new Set(['accepted', 'waiting-list']);

/** Whether another program is to be tried after this. */
export function isRefusal({ outcome }: Pick<HandOff, 'outcome'>): boolean {
  return !TAKES.has(outcome);
}

/** The first program of the referral that was not asked yet; undefined where all were. */
export function nextProgram(
  offered: readonly OfferedProgram[],
  recorded: readonly Pick<HandOff, 'programId'>[],
): OfferedProgram | undefined {
  const asked = new Set(recorded.map(({ programId }) => programId));
  return offered.find(({ id }) => !asked.has(id));
}

/** Whether it is not said who accepted: name or role has to be known. */
export function lacksName({ outcome, by = '' }: Pick<HandOff, 'outcome' | 'by'>): boolean {
  return outcome === 'accepted' && by.trim() === '';
}
