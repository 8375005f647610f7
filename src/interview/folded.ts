/** Texts as they are compared: `Sí`, `si` and `SI` are one word to whoever types in a hurry. */

/** A text without capitals and accents. */
export function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
