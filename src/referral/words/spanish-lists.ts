/** How lists and counts are put into Spanish words. */

/** Joins names for reading aloud: `a, b o c`; `o` becomes `u` before the sound of o, and `y` becomes `e` before that of i. */
export function listedIn(names: readonly string[], word: 'o' | 'y'): string {
  const last = names.at(-1) ?? '';
  if (names.length < 2) return last;
  return `${names.slice(0, -1).join(', ')} ${joint(word, last)} ${last}`;
}

function joint(word: 'o' | 'y', next: string): string {
  if (word === 'o') return /^h?[oó]/i.test(next) ? 'u' : 'o';
  return /^h?[ií](?![aeo])/i.test(next) ? 'e' : 'y';
}

/** Puts a count before its noun. */
export function countedIn(count: number, one: string, several: string): string {
  return `${count} ${count === 1 ? one : several}`;
}
