/** What stands around a screen in English: header, counts, marks. */

import type { Level } from '../../policy/care-lists.ts';

export const ENGLISH_FRAME = {
  /** Names of levels short enough for a header. */
  levels: {
    information: 'Information',
    outpatient: 'Outpatient',
    iop: 'IOP',
    php: 'Day program',
    residential: 'Residential',
    inpatient: 'Hospital',
    emergency: 'Emergency',
  } satisfies Readonly<Record<Level, string>>,
  or: (names: readonly string[]) => names.join(' or '),
  to: (first: string, last: string) => `${first} to ${last}`,
  possible: (levels: string) => `possible: ${levels}`,
  asked: (asked: number) => `${asked} asked`,
  askedToCome: (asked: number, toCome: number) => `${asked} asked, ${toCome} to come`,
  askedUpTo: (asked: number, toCome: number) => `${asked} asked, up to ${toCome} to come`,
  askedOf: (asked: number, all: number) => `${asked} of ${all}`,
  first: (what: string) => `First: ${what}`,
  alarm: 'EMERGENCY',
  /** Stands before words that may be said instead, and before help for the counselor. */
  otherWords: 'or: ',
  help: 'Help: ',
  search: 'search: ',
  keeps: (what: string) => `Enter: keeps \`${what}\``,
  moreLines: (count: number, where: 'above' | 'below') => `${count} more lines ${where}`,
  more: (count: number, where: 'above' | 'below') => `${count} more ${where}`,
  example: (name: string) => `example: ${name}, nothing is saved`,
  resumed: (id: string) => `call ${id}, resumed`,
  unsaved: (why: string) => `the call is not being saved (${why}): go on, and write down what must not be lost`,
  torn: 'the last thing said was being saved when the call broke off: ask it again',
};
