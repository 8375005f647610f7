/** Finds options by what is typed: each typed word begins a word of the id, the label or a synonym. */

import { folded } from './folded.ts';
import type { FieldOption } from './screen.ts';

export interface Found {
  /** In their order, but an exact match first. */
  readonly options: readonly FieldOption[];
  /** The one that is meant beyond doubt: a single match, or an exact one. */
  readonly sure: FieldOption | undefined;
}

/** Searches options; nothing typed finds all of them and none for sure. */
export function searchOptions(options: readonly FieldOption[], typed: string): Found {
  const words = wordsOf(typed);
  if (words.length === 0) return { options: typed.trim() === '' ? options : [], sure: undefined };
  const found = options.filter((option) => words.every((word) => hasWord(option, word)));
  const exact = exactMatch(found, words.join(' '));
  if (exact === undefined) return { options: found, sure: found.length === 1 ? found[0] : undefined };
  return { options: [exact, ...found.filter((option) => option !== exact)], sure: exact };
}

/** An id counts before a name: `CA` is California, whatever else begins with it. */
function exactMatch(options: readonly FieldOption[], typed: string): FieldOption | undefined {
  const byId = options.find(({ id }) => wordsOf(id).join(' ') === typed);
  if (byId !== undefined) return byId;
  const named = options.filter(({ label, synonyms }) =>
    [label, ...synonyms].some((name) => wordsOf(name).join(' ') === typed),
  );
  return named.length === 1 ? named[0] : undefined;
}

function hasWord({ id, label, synonyms }: FieldOption, start: string): boolean {
  return [id, label, ...synonyms].some((name) => wordsOf(name).some((word) => word.startsWith(start)));
}

/** Words without capitals and accents. */
function wordsOf(text: string): readonly string[] {
  return folded(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}
