/** The level that the counselor chose, beside what the rules say: neither takes the place of the other. */

import { levelByRules } from './level-block.ts';
import type { Outcome } from './outcome.ts';
import type { OverrideBlock } from './summary.ts';
import type { SummaryInput } from './summary-input.ts';
import { wordsIn } from './words/words.ts';

/** Both levels and the reason; null where the level of the rules stands. */
export function overrideBlock(input: SummaryInput, outcome: Outcome): OverrideBlock | null {
  const { chosen } = outcome;
  if (chosen === undefined) return null;
  const byRules = levelByRules(input, outcome);
  const { name } = input.care.levels[chosen.level];
  const words = wordsIn(input.language).level;
  return {
    level: chosen.level,
    name,
    code: chosen.code,
    says: words.chosen(byRules.headline, name, words.reasons[chosen.code]),
    note: chosen.note ?? null,
    byRules,
  };
}
