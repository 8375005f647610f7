/** What the screens of a call say that is no content of the questionnaire, by language. A language lacking a sentence does not compile. */

import { type SpokenLanguage, spokenIn } from '../../questionnaire/spoken-languages.ts';
import { ENGLISH } from './english.ts';
import { SPANISH } from './spanish.ts';

/** The sentences of one language: plain texts, and functions of what stands in them. */
export type Words = typeof ENGLISH;

/** The languages in which a call's screens can be shown. */
export const CALL_WORDS = { en: ENGLISH, es: SPANISH } satisfies Readonly<Record<SpokenLanguage, Words>>;

/** The sentences of a language; English where there are none of it. */
export function callWordsIn(language: string): Words {
  return spokenIn(CALL_WORDS, language);
}

/** What a language is called in another one: its code where that one has no name for it. */
export function languageName({ languages }: Words, language: string): string {
  const names: Readonly<Partial<Record<string, string>>> = languages;
  return Object.hasOwn(names, language) ? (names[language] ?? language) : language;
}
