/** The level that the counselor chose, beside what the rules say: neither takes the place of the other. */

import type { OverrideCode } from '../interview/model.ts';
import { levelByRules } from './level-block.ts';
import type { Outcome } from './outcome.ts';
import type { OverrideBlock } from './summary.ts';
import type { SummaryInput } from './summary-input.ts';

/** Why another level was chosen, as it follows a `because`. */
export const OVERRIDE_REASONS = {
  'caller-preference': 'the caller prefers it',
  'not-available-in-area': 'nothing else is offered in the area',
  'no-opening': 'there is no opening nearby',
  'program-declined': 'the program declined',
  'payer-declined': 'the payer declined',
  'no-coverage': 'nothing else is covered',
  transport: 'of the way there',
  'work-or-family': 'of work or family',
  'language-or-culture': 'of language or culture',
  'court-or-probation': 'a court or probation asks for it',
  'clinical-judgement': 'of clinical judgement',
  other: 'of another reason',
} as const satisfies Readonly<Record<OverrideCode, string>>;

/** Both levels and the reason; null where the level of the rules stands. */
export function overrideBlock(input: SummaryInput, outcome: Outcome): OverrideBlock | null {
  const { chosen } = outcome;
  if (chosen === undefined) return null;
  const byRules = levelByRules(input, outcome);
  const { name } = input.care.levels[chosen.level];
  const choice = `Chosen by the counselor: ${name}, because ${OVERRIDE_REASONS[chosen.code]}.`;
  return {
    level: chosen.level,
    name,
    code: chosen.code,
    says: `By the rules: ${byRules.headline}. ${choice}`,
    note: chosen.note ?? null,
    byRules,
  };
}
