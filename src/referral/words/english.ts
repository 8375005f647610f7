/** The sentences of a summary in English. */

import { ENGLISH_PROGRAMS } from './english-programs.ts';
import { ENGLISH_SCREENS } from './english-screens.ts';

export const ENGLISH = {
  programs: ENGLISH_PROGRAMS,
  screens: ENGLISH_SCREENS,
};
