/** Ids of saved calls: month and day, then four characters, short enough to be said on the phone: `1122-7f3k`. */

import { randomInt } from 'node:crypto';
import { today } from './clock.ts';

/** Without 0, 1, i, l and o, which look alike, and without vowels, so that no id spells a word. */
const ALPHABET = '23456789bcdfghjkmnpqrstvwxyz';
const ID = new RegExp(`^\\d{4}-[${ALPHABET}]{4}$`);

/** An id for a call that begins today; one of 614,656, so that whoever uses it looks whether it is taken. */
export function newSessionId(): string {
  const [, month, day] = today().split('-');
  return `${month}${day}-${Array.from({ length: 4 }, () => ALPHABET[randomInt(ALPHABET.length)]).join('')}`;
}

/** Whether a text is such an id, and so can be part of a path without leading anywhere else. */
export function isSessionId(text: string): boolean {
  return ID.test(text);
}
