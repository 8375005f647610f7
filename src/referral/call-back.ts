/** What comes before everything else where the caller is gone and danger was told. */

import { inLanguage } from '../questionnaire/in-words.ts';
import { whereIs } from './emergency-block.ts';
import { followUpBlock, messageNotes } from './follow-up.ts';
import type { Outcome } from './outcome.ts';
import type { CallBackBlock } from './summary.ts';
import type { SummaryInput } from './summary-input.ts';

/** The panel's own step for a call that broke off, with the number and the place; null where nobody has to be called back. */
export function callBackBlock(input: SummaryInput, outcome: Outcome): CallBackBlock | null {
  const { emergency, language } = input;
  const isDanger = outcome.emergency || outcome.isDangerUnasked;
  if (!isDanger || !outcome.isCutShort || emergency.ifCutOff === undefined) return null;
  const number = followUpBlock(input)?.callback ?? null;
  return {
    says: inLanguage(emergency.ifCutOff, language),
    number,
    notes: messageNotes(input, number),
    where: whereIs(input),
  };
}
