/** A value without the texts of languages that a site does not take calls in. */

/** Conditions hold no texts, and their keys are ids, which may look like languages. */
const CONDITIONS: readonly string[] = ['when', 'ask_if', 'count'];

/** Leaves out of every text per language what is for one of the languages that are dropped; all else stays as it is. */
export function withoutLanguages<T>(value: T, dropped: readonly string[]): T;
export function withoutLanguages(value: unknown, dropped: readonly string[]): unknown {
  if (dropped.length === 0 || typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((part: unknown) => withoutLanguages(part, dropped));
  const entries = Object.entries(value);
  const isText = entries.every(([key, text]) => LANGUAGE.test(key) && typeof text === 'string');
  if (isText) {
    const kept = entries.filter(([key]) => !dropped.includes(key));
    return kept.length === 0 ? value : Object.fromEntries(kept);
  }
  return Object.fromEntries(
    entries.map(([key, part]) => [key, CONDITIONS.includes(key) ? part : withoutLanguages(part, dropped)]),
  );
}

const LANGUAGE = /^[a-z]{2,3}(-[A-Za-z]{2,4})?$/;
