/** Finds the option that somebody typed: by its number, its id, its label or another word for it. */

import { folded } from './folded.ts';
import type { FieldOption } from './screen.ts';

/** An option, or the labels of the first few that it could be: none or several. */
export type Found = { readonly id: string } | { readonly several: readonly string[] };

/** More than these nobody reads in a complaint. */
const MOST_NAMED = 4;

/** Takes whole words in any case, with or without their accents, and the beginning of one only where it is not `isExact` and fits a single option. */
export function findOption(options: readonly FieldOption[], text: string, isExact: boolean): Found {
  const typed = folded(text);
  if (typed === '') return { several: [] };
  const numbered = /^[1-9]\d*$/.test(typed) ? options[Number(typed) - 1] : undefined;
  const named = options.filter((option) => namesOf(option).includes(typed));
  // A number that is a word for another option too is not guessed at.
  const exact = new Set(numbered === undefined ? named : [numbered, ...named]);
  if (exact.size > 0) return only([...exact]);
  const letter = letterOf(options, typed);
  if (letter !== undefined) return { id: letter.id };
  if (isExact || numberLike(typed)) return { several: [] };
  return only(options.filter((option) => namesOf(option).some((name) => name.startsWith(typed))));
}

function only(found: readonly FieldOption[]): Found {
  const [first, ...others] = found;
  if (first !== undefined && others.length === 0) return { id: first.id };
  return { several: found.slice(0, MOST_NAMED).map(({ label }) => label) };
}

function namesOf({ id, label, synonyms }: FieldOption): readonly string[] {
  return [id, label, ...synonyms].map(folded);
}

/** `y`, `s`, `si` and `n` answer a question of yes or no, a safety question too: they are keys of their own in a terminal. */
function letterOf(options: readonly FieldOption[], typed: string): FieldOption | undefined {
  const id = YES.has(typed) ? 'yes' : typed === 'n' ? 'no' : undefined;
  const isYesNo = options.length === 2 && ['yes', 'no'].every((one) => options.some((option) => option.id === one));
  return isYesNo ? options.find((option) => option.id === id) : undefined;
}

const YES: ReadonlySet<string> = new Set(['y', 's', 'si']);

/** A number beyond the last option is a slip, and never the beginning of a label. */
function numberLike(typed: string): boolean {
  return /^\d+$/.test(typed);
}
