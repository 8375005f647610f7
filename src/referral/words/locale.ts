/** Lists, numbers and days as a language writes them. A language without sentences here is written as English is. */

import { dayNumber } from '../../directory/days.ts';

interface Locale {
  /** British English has no comma before the last `or`. */
  readonly lists: string;
  /** How the Spanish of the United States writes numbers and days, where these callers live. */
  readonly days: string;
}

const ENGLISH: Locale = { lists: 'en-GB', days: 'en-US' };
const LOCALES: Readonly<Record<string, Locale>> = { en: ENGLISH, es: { lists: 'es', days: 'es-US' } };

function localeOf(language: string): Locale {
  return LOCALES[language] ?? ENGLISH;
}

/** Joins names for reading aloud: `a, b or c`; `a, b o c`. */
export function listedIn(language: string, names: readonly string[], word: 'or' | 'and'): string {
  const type = word === 'or' ? 'disjunction' : 'conjunction';
  return new Intl.ListFormat(localeOf(language).lists, { type }).format(names);
}

const DAY = 86_400_000; // milliseconds

/** A day, given as YYYY-MM-DD, as people read it: `November 22, 2026`; `22 de noviembre de 2026`. */
export function dayIn(language: string, date: string): string {
  const form = new Intl.DateTimeFormat(localeOf(language).days, { dateStyle: 'long', timeZone: 'UTC' });
  return form.format((dayNumber(date) - dayNumber('1970-01-01')) * DAY);
}
