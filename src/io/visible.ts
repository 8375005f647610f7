/** What may reach a terminal: text whose every character shows, and the colours that this program chose. */

/**
 * Characters that move the cursor, reorder, hide or command: C0 but LF, DEL, C1, the bidirectional and zero-width ones,
 * byte order mark, interlinear annotation and tag characters.
 */
const UNSEEN =
  /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/gu;

/** Spells out every character of block text that would not show as itself, as `\u{1b}`. */
export function visible(text: string): string {
  return text.replace(UNSEEN, (character) => `\\u{${hex(character.codePointAt(0) ?? 0)}}`);
}

/** The same set within JSON, where only `\uXXXX` is an escape; the value that it stands for stays the same. */
export function visibleJson(json: string): string {
  return json.replace(UNSEEN, (character) =>
    Array.from(
      { length: character.length },
      (_, unit) => `\\u${hex(character.charCodeAt(unit)).padStart(4, '0')}`,
    ).join(''),
  );
}

function hex(code: number): string {
  return code.toString(16);
}
