/** The sentences of a summary that are no content of the questionnaire, by language. A language lacking one does not compile. */

import { type SpokenLanguage, spokenIn } from '../../questionnaire/spoken-languages.ts';
import { ENGLISH } from './english.ts';
import { SPANISH } from './spanish.ts';

/** The sentences of one language: plain texts, and functions of what stands in them. */
export type Words = typeof ENGLISH;

const WORDS = { en: ENGLISH, es: SPANISH } satisfies Readonly<Record<SpokenLanguage, Words>>;

/** The sentences of a language; English where there are none of it. */
export function wordsIn(language: string): Words {
  return spokenIn(WORDS, language);
}
