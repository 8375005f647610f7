/** The headings and sentences with which a summary is laid out, by language. A language lacking one does not compile. */

import { ENGLISH } from './english.ts';
import { SPANISH } from './spanish.ts';

type Wide<T> = {
  readonly [K in keyof T]: T[K] extends string ? string : T[K] extends (...parts: never) => unknown ? T[K] : Wide<T[K]>;
};

/** The words of one language: plain texts, and functions of what stands in them. */
export type Words = Wide<typeof ENGLISH>;

/** The words of a language; English where there are none of it. */
export function layoutWordsIn(language: string): Words {
  return language === 'es' ? SPANISH : ENGLISH;
}
