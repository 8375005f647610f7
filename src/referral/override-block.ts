/** The level that the counselor chose, beside what the rules say: neither takes the place of the other. */

import { OVERRIDE_LABELS } from '../interview/override-labels.ts';
import { levelByRules } from './level-block.ts';
import type { Outcome } from './outcome.ts';
import type { OverrideBlock } from './summary.ts';
import type { SummaryInput } from './summary-input.ts';

/** Both levels and the reason; null where the level of the rules stands. */
export function overrideBlock(input: SummaryInput, outcome: Outcome): OverrideBlock | null {
  const { chosen } = outcome;
  if (chosen === undefined) return null;
  const byRules = levelByRules(input, outcome);
  const { name } = input.care.levels[chosen.level];
  const choice = `Chosen by the counselor: ${name}, because ${OVERRIDE_LABELS[chosen.code]}.`;
  return {
    level: chosen.level,
    name,
    code: chosen.code,
    says: `By the rules: ${byRules.headline}. ${choice}`,
    note: chosen.note ?? null,
    byRules,
  };
}
