/** A text as a part of a pattern: of a regular expression here, and of what those of databases have in common with it. */

/** Puts a backslash before whatever means something in a pattern, so that the text stands for itself. */
export function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}
