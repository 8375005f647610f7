/** Which texts of an export may stand in a draft: codes that many rows share, and nothing that says who somebody is. */

import { withoutForbiddenCharacters } from '../documents/characters.ts';
import type { ColumnSample } from './column-sample.ts';

/** A closed list of codes is no longer than this; what is longer may be names. */
const LONGEST_LIST = 24;
/** Texts longer than this, in characters, were written for one person. */
const LONGEST_CODE = 40;
/** A text is listed where at least as many rows have it: one that few rows have may point to a person. */
const FEWEST_ROWS = 3;

/** Numbers, days and addresses by which people are known. */
const PERSONAL = /[0-9]{5}|@|[0-9]{1,4}[-/.][0-9]{1,2}[-/.][0-9]{1,4}|[0-9]{3}[ .-][0-9]{3,4}/;

/** Words in the name of a column whose texts say who somebody is, or where. A rough net: a code that is not shown costs a look at the export. */
const PERSONAL_WORDS = [
  ...['name', 'initial', 'signature', 'login', 'birth', 'dob', 'ssn', 'mrn', 'social', 'record', 'note', 'comment'],
  ...['phone', 'mobile', 'mail', 'contact', 'address', 'street', 'town', 'county', 'zip', 'postal', 'postcode'],
  ...['patient', 'client', 'person', 'participant', 'member', 'guardian', 'employer'],
  ...['counsel', 'therap', 'clinician', 'physician', 'doctor', 'nurse', 'staff', 'worker', 'provider'],
];
const PERSONAL_NAME = new RegExp(`${PERSONAL_WORDS.join('|')}|(?<!ethni|capa|toxi)city`, 'i');

/** Two words that begin with a capital letter, as the names of people and places do. */
const TWO_CAPITALISED = /(?<!\p{L})\p{Lu}.*(?<!\p{L})\p{Lu}/su;

export interface ListedTexts {
  /** The texts that may be shown, as they stand. */
  readonly shown: readonly string[];
  /** How many others there are, where they can be counted. */
  readonly others: number;
  /** The column is none of codes, or says who somebody is. */
  readonly isPrivate: boolean;
}

/** The texts of a column that may be shown. */
export function listedTexts(name: string, { texts, isComplete }: ColumnSample): ListedTexts {
  const all = [...texts.keys()];
  const isPrivate =
    !isComplete || all.length > LONGEST_LIST || PERSONAL_NAME.test(name) || all.some((text) => looksPersonal(text));
  if (isPrivate) return { shown: [], others: all.length, isPrivate };
  const isShown = (text: string) => (texts.get(text) ?? 0) >= FEWEST_ROWS && !TWO_CAPITALISED.test(text);
  const shown = all.filter(isShown).sort(byNumber);
  return { shown, others: all.length - shown.length, isPrivate };
}

function byNumber(left: string, right: string): number {
  return Number(left) - Number(right) || (left < right ? -1 : 1);
}

/** Whether a text may say who somebody is, or could not stand in a file. */
export function looksPersonal(text: string): boolean {
  return text.length > LONGEST_CODE || holdsPersonalNumber(text) || withoutForbiddenCharacters(text) !== text;
}

/** Whether a number, a day or an address stands in a text by which somebody is known. */
export function holdsPersonalNumber(text: string): boolean {
  return PERSONAL.test(text);
}
