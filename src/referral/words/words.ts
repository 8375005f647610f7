/** The sentences of a summary that are no content of the questionnaire, by language. A language lacking one does not compile. */

import { ENGLISH } from './english.ts';
import { SPANISH } from './spanish.ts';

/** The sentences of one language: plain texts, and functions of what stands in them. */
export type Words = typeof ENGLISH;

/** The languages in which a summary can be written. */
export const WORDS: Readonly<Record<'en' | 'es', Words>> = { en: ENGLISH, es: SPANISH };

/** Whether there are sentences of a language. */
export function hasWords(language: string): boolean {
  return Object.hasOwn(WORDS, language);
}

/** The sentences of a language; English where there are none of it. */
export function wordsIn(language: string): Words {
  return language === 'es' ? WORDS.es : WORDS.en;
}
