/** How names and counts stand in a sentence. */

/** Begins a sentence with a capital letter. */
export function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Begins a name with a small letter inside a sentence, unless it is written in capitals (`IOP`). */
export function inSentence(name: string): string {
  return /^\p{Lu}[\p{Ll} ]/u.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name;
}

/** Puts a count before its noun; the plural is given where it is not the noun with an `s`. */
export function counted(count: number, one: string, several = `${one}s`): string {
  return `${count} ${count === 1 ? one : several}`;
}
