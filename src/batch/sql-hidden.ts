/** Characters that cannot be seen, and may be lost or changed on the way to an engine. */

const HIDDEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;

/** Whether a text holds such a character. */
export function hasHidden(text: string): boolean {
  return HIDDEN.test(text);
}

/** A text in parts, such characters each one of its own. */
export function apartFromHidden(text: string): readonly string[] {
  return text.split(new RegExp(`(${HIDDEN.source})`, 'u')).filter((part) => part !== '');
}
