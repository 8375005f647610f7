/** What stands around the sentences about programs, in English. */

import { grouped } from '../grouped.ts';

/** Labels of findings, and what is said of programs that are not shown. */
export const ENGLISH_OFFERS = {
  morePlaces: (name: string, address: string) => `More places: ${name}, ${address}`,
  moreFit: (count: number) => `${grouped(count)} more in the directory.`,
  ruledOut: (names: string, reason: string) => `Ruled out: ${names} (${reason})`,
  leftOut: (reasons: readonly string[]) => `Left out, each counted once: ${reasons.join('; ')}.`,
  needed: (says: string) => `Fits what is needed: ${says}.`,
  wished: (says: string) => `Fits what is wished for: ${says}.`,
  ask: (what: string) => `Ask ${what}.`,
  askForWishes: (what: string) => `Ask too (wishes, not needs): ${what}.`,
  note: (what: string) => `Note: ${what}.`,
  behind: (why: string) => `Not first: ${why}.`,
  ownHours: (week: string) => `Its own hours: ${week}.`,
  notKnown: (what: string) => `Not known: ${what}.`,
};
