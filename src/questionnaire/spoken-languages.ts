/** The languages in which this program has sentences of its own; what a questionnaire says may be in any. */

/** Every table of sentences has an entry for each: a language that is added here does not compile until they do. */
export const SPOKEN_LANGUAGES = ['en', 'es'] as const;
export type SpokenLanguage = (typeof SPOKEN_LANGUAGES)[number];

/** How the United States, where the callers live, writes the numbers and days of each. */
const LOCALES = { en: 'en-US', es: 'es-US' } as const satisfies Readonly<Record<SpokenLanguage, string>>;

/** Whether this program has sentences in a language. */
export function isSpoken(language: string): language is SpokenLanguage {
  return SPOKEN_LANGUAGES.some((one) => one === language);
}

/** What a table has for a language; what it has for English where this program does not speak the language. */
export function spokenIn<Words>(table: Readonly<Record<SpokenLanguage, Words>>, language: string): Words {
  return table[isSpoken(language) ? language : 'en'];
}

/** The locale by which numbers and days are written in a language. */
export function localeOf(language: string): string {
  return spokenIn<string>(LOCALES, language);
}

/** A number as people read it: `1,234`. With `plainYears` only five digits and more are grouped, so that a year stays as it is. */
export function numberIn(language: string, value: number, { plainYears = false } = {}): string {
  return new Intl.NumberFormat(localeOf(language), { useGrouping: plainYears ? 'min2' : 'always' }).format(value);
}
