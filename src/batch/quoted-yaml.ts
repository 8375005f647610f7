/** Texts of an export in a mapping that is being drafted. */

import { withoutForbiddenCharacters } from '../documents/characters.ts';

/** A text between double quotes, on one line, as YAML and JSON both read it. */
export function quotedYaml(text: string): string {
  return JSON.stringify(withoutForbiddenCharacters(text));
}

/** Texts with commas between them. */
export function quotedList(texts: readonly string[]): string {
  return texts.map(quotedYaml).join(', ');
}
