/** A policy that says nothing of a caller, in words. */

import type { Otherwise } from '../policy/model.ts';
import { wordsIn } from './words/words.ts';

/** How a policy says that it says nothing of a caller: a page for its readers, rules of our own for whoever runs them. */
export function silence({ cites }: Otherwise, language = 'en'): string {
  const { pageIsSilent, rulesAreSilent } = wordsIn(language).level;
  return cites.every((cite) => cite.startsWith('practice#')) ? rulesAreSilent : pageIsSilent;
}
