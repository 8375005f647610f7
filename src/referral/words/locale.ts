/** Lists and days as a language writes them. A language without sentences here is written as English is. */

import { dayNumber } from '../../directory/days.ts';
import { localeOf, type SpokenLanguage, spokenIn } from '../../questionnaire/spoken-languages.ts';

/** British English has no comma before the last `or`. */
const LISTS = { en: 'en-GB', es: 'es' } as const satisfies Readonly<Record<SpokenLanguage, string>>;

/** Joins names for reading aloud: `a, b or c`; `a, b o c`. */
export function listedIn(language: string, names: readonly string[], word: 'or' | 'and'): string {
  const type = word === 'or' ? 'disjunction' : 'conjunction';
  return new Intl.ListFormat(spokenIn<string>(LISTS, language), { type }).format(names);
}

const DAY = 86_400_000; // milliseconds

/** A day, given as YYYY-MM-DD, as people read it: `November 22, 2026`; `22 de noviembre de 2026`. */
export function dayIn(language: string, date: string): string {
  const form = new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'long', timeZone: 'UTC' });
  return form.format((dayNumber(date) - dayNumber('1970-01-01')) * DAY);
}
