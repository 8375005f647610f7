/** The sentences of a summary in English. */

import { ENGLISH_PROGRAMS } from './english-programs.ts';

export const ENGLISH = {
  programs: ENGLISH_PROGRAMS,
};
