/** The sentences of a summary in Spanish. */

import { SPANISH_PROGRAMS } from './spanish-programs.ts';
import { SPANISH_SCREENS } from './spanish-screens.ts';
import type { Words } from './words.ts';

export const SPANISH: Words = {
  programs: SPANISH_PROGRAMS,
  screens: SPANISH_SCREENS,
};
