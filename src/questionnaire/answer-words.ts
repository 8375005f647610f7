/** What is said of an answer beside the words of its options, by language. A language lacking a sentence does not compile. */

import { type SpokenLanguage, spokenIn } from './spoken-languages.ts';

const ENGLISH = {
  none: 'none',
  noneOfTheOthers: 'none of the others',
  notKnown: (options: readonly string[]) => `not known: ${options.join('; ')}`,
};

const SPANISH: typeof ENGLISH = {
  none: 'nada de esto',
  noneOfTheOthers: 'nada de lo demás',
  notKnown: (options) => `no se sabe: ${options.join('; ')}`,
};

const ANSWER_WORDS = { en: ENGLISH, es: SPANISH } satisfies Readonly<Record<SpokenLanguage, typeof ENGLISH>>;

/** The words of a language; English where there are none of it. */
export function answerWordsIn(language: string): typeof ENGLISH {
  return spokenIn(ANSWER_WORDS, language);
}
