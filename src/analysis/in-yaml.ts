/** A part of a file on one line, as its author would write it. */

/** Maps and lists in braces and brackets, words and numbers as they are. */
export function inYaml(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(inYaml).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return String(value);
  const entries = Object.entries(value).map(([key, part]) => `${key}: ${inYaml(part)}`);
  return `{ ${entries.join(', ')} }`;
}
