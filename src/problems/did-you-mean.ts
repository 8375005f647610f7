/** Guesses which of the known words somebody meant. */

const LIST_LIMIT = 12;

/** The known word nearest to a misspelt one; undefined where none is near enough to be a likely slip. */
export function nearest(word: string, known: Iterable<string>): string | undefined {
  let best: string | undefined;
  let bestDistance = Math.min(3, Math.max(1, Math.floor(word.length / 3))) + 1;
  for (const candidate of known) {
    if (Math.abs(candidate.length - word.length) >= bestDistance) continue;
    const distance = editDistance(word.toLowerCase(), candidate.toLowerCase());
    if (distance === Math.max(word.length, candidate.length)) continue; // no letter is where it was: `s` is no slip of `a`
    if (distance < bestDistance) [best, bestDistance] = [candidate, distance];
  }
  return best;
}

/** The remedy for an unknown word: the nearest known one, or else the list of them where it is short. */
export function suggest(word: string, known: Iterable<string>): string | undefined {
  const words = [...known];
  const near = nearest(word, words);
  return near === undefined ? oneOf(words) : `did you mean \`${near}\`?`;
}

/** Lists the possible words; undefined where there are none or too many to be read. */
export function oneOf(words: readonly string[]): string | undefined {
  if (words.length === 0 || words.length > LIST_LIMIT) return undefined;
  return words.length === 1
    ? `only \`${words[0]}\` is possible`
    : `one of ${words.map((word) => `\`${word}\``).join(', ')}`;
}

/** Number of letters to insert, remove, replace or swap with their neighbour (optimal string alignment). */
function editDistance(a: string, b: string): number {
  let [before, row]: [number[], number[]] = [[], Array.from({ length: b.length + 1 }, (_, column) => column)];
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const replaced = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swapped = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? (before[j - 2] ?? 0) + 1 : replaced;
      next.push(Math.min(replaced, swapped, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    [before, row] = [row, next];
  }
  return row[b.length] ?? 0;
}
