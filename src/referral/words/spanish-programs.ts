/** What is said of a program, in Spanish. */

import type { ENGLISH_PROGRAMS } from './english-programs.ts';

export const SPANISH_PROGRAMS: typeof ENGLISH_PROGRAMS = {
  licensedUntil: (date) => `con licencia hasta el ${date}`,
  licenseRanOut: (date) => `su licencia venció el ${date}`,
};
