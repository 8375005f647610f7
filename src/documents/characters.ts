/** Characters that no file may hold: they hide text, or change what a terminal shows. */

import type { TextFault } from './syntax.ts';

// C0 without tab and line ends, DEL, C1, line separators, direction controls, zero-width and tag characters, lone surrogates.
const FORBIDDEN =
  /[\0-\x08\x0B\x0C\x0E-\x1F\x7F-\x9F\u061C\u200B\u200E\u200F\u2028-\u202E\u2060-\u2069\uFEFF\uFFF9-\uFFFB\uFFFE\uFFFF\u{E0000}-\u{E007F}]|\p{Cs}/gu;

/** Finds the characters that the text may not hold, the first of each line. */
export function forbiddenCharacters(text: string): readonly TextFault[] {
  const faults: TextFault[] = [];
  let lineEnd = -1;
  for (const found of text.matchAll(FORBIDDEN)) {
    if (found.index < lineEnd) continue;
    const end = text.indexOf('\n', found.index);
    lineEnd = end === -1 ? text.length : end;
    faults.push({
      code: 'control-character',
      offset: found.index,
      length: 1,
      message: `the invisible character ${codePoint(found[0])} is not allowed`,
      remedy: 'delete it',
    });
  }
  return faults;
}

/** Whether a value (of which escapes may have made more than its source shows) holds a forbidden character. */
export function hasForbiddenCharacter(value: string): boolean {
  return value.search(FORBIDDEN) !== -1;
}

/** The text with a mark in the place of each character that no file may hold. */
export function withoutForbiddenCharacters(text: string): string {
  return text.replace(FORBIDDEN, '\u{FFFD}');
}

/** The text without them, for what somebody types or pastes. */
export function onlyAllowedCharacters(text: string): string {
  return text.replace(FORBIDDEN, '');
}

function codePoint(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
