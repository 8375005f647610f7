/** The reasons for choosing another level than the rules', each a clause that also reads well after "because". */

import type { OverrideCode } from './model.ts';
import { callWordsIn } from './words/words.ts';

/** The reasons in a language. */
export function overrideLabelsIn(language: string): Readonly<Record<OverrideCode, string>> {
  return callWordsIn(language).override.labels;
}

/** The reasons as the manual and the editors name them. */
export const OVERRIDE_LABELS: Readonly<Record<OverrideCode, string>> = overrideLabelsIn('en');
