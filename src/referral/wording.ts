/** How answers and lists are put into words. */

import { listedIn } from './words/locale.ts';

/** Joins names for reading aloud, in English: `a, b or c`. */
export function listed(names: readonly string[], word: 'or' | 'and'): string {
  return listedIn('en', names, word);
}

/** Begins a sentence with a capital letter. */
export function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Begins a name with a small letter inside a sentence, unless it is written in capitals (`IOP`). */
export function inSentence(name: string): string {
  return /^\p{Lu}[\p{Ll} ]/u.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name;
}

/** Puts a count before its noun. */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
