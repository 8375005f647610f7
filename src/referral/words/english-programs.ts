/** What is said of a program, in English. */

export const ENGLISH_PROGRAMS = {
  licensedUntil: (date: string) => `licensed until ${date}`,
  licenseRanOut: (date: string) => `licence ran out on ${date}`,
};
