/** What is said of an answer beside the words of its options, by language. A language lacking a sentence does not compile. */

const ENGLISH = {
  none: 'none',
  noneOfTheOthers: 'none of the others',
  notKnown: (options: readonly string[]) => `not known: ${options.join('; ')}`,
  /** Years stay as they are; only from five digits on is a number grouped. */
  number: (value: number) => new Intl.NumberFormat('en-US', { useGrouping: 'min2' }).format(value),
};

const SPANISH: typeof ENGLISH = {
  none: 'nada de esto',
  noneOfTheOthers: 'nada de lo demás',
  notKnown: (options) => `no se sabe: ${options.join('; ')}`,
  number: (value) => new Intl.NumberFormat('es-US', { useGrouping: 'min2' }).format(value),
};

/** The words of a language; English where there are none of it. */
export function answerWordsIn(language: string): typeof ENGLISH {
  return language === 'es' ? SPANISH : ENGLISH;
}
