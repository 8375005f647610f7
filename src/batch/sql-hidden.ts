/** Characters that mean something to whoever reads a text beside themselves. */

/** A character that cannot be seen, and may be lost or changed on the way to the engine. */
export const HIDDEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;

/** A text as a pattern that every engine reads alike: what is no letter, digit or blank stands for itself behind a backslash. */
export function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
}
