/** How answers and lists are put into words. */

import type { Otherwise } from '../policy/model.ts';
import { listedIn } from './words/locale.ts';
import { wordsIn } from './words/words.ts';

/** Joins names for reading aloud, in English: `a, b or c`. */
export function listed(names: readonly string[], word: 'or' | 'and'): string {
  return listedIn('en', names, word);
}

/** Begins a sentence with a capital letter. */
export function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Begins a name with a small letter inside a sentence, unless it is written in capitals (`IOP`). */
export function inSentence(name: string): string {
  return /^\p{Lu}[\p{Ll} ]/u.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name;
}

/** Puts a count before its noun. */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** How a policy says that it says nothing of a caller: a page for its readers, rules of our own for whoever runs them. */
export function silence({ cites }: Otherwise, language = 'en'): string {
  const { pageIsSilent, rulesAreSilent } = wordsIn(language).level;
  return cites.every((cite) => cite.startsWith('practice#')) ? rulesAreSilent : pageIsSilent;
}
