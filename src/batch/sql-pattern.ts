/** A text as a pattern that every engine reads alike: what is no letter, digit or blank stands for itself behind a backslash. */
export function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
}
