/** The headings and sentences with which a summary is laid out, by language. A language lacking one does not compile. */

import type { SpokenLanguage } from '../../questionnaire/spoken-languages.ts';
import { ENGLISH } from './english.ts';
import { SPANISH } from './spanish.ts';

/** The words of one language: plain texts, and functions of what stands in them. */
export type Words = typeof ENGLISH;

const WORDS = { en: ENGLISH, es: SPANISH } satisfies Readonly<Record<SpokenLanguage, Words>>;

/** The words of a language; English where there are none of it. */
export function layoutWordsIn(language: string): Words {
  const words: Readonly<Partial<Record<string, Words>>> = WORDS;
  return words[language] ?? ENGLISH;
}
