/** How answers and lists are put into words. */

import type { Otherwise } from '../policy/model.ts';

/** Joins names for reading aloud: `a, b or c`. */
export function listed(names: readonly string[], word: 'or' | 'and'): string {
  if (names.length < 2) return names.join('');
  return `${names.slice(0, -1).join(', ')} ${word} ${names.at(-1) ?? ''}`;
}

/** Begins a sentence with a capital letter. */
export function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Begins a name with a small letter inside a sentence, unless it is written in capitals (`IOP`). */
export function inSentence(name: string): string {
  return /^[A-Z][a-z ]/.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name;
}

/** Puts a count before its noun. */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** How a policy says that it says nothing of a caller: a page for its readers, rules of our own for whoever runs them. */
export function silence({ cites }: Otherwise): string {
  return cites.every((cite) => cite.startsWith('practice#')) ? 'these rules do not say' : 'this page does not say';
}
