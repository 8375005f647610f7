/** The sentences of a summary in Spanish. */

import { SPANISH_BARRIERS } from './spanish-barriers.ts';
import { SPANISH_OFFERS } from './spanish-offers.ts';
import { SPANISH_PROGRAMS } from './spanish-programs.ts';
import type { Words } from './words.ts';

export const SPANISH: Words = {
  barriers: SPANISH_BARRIERS,
  offers: SPANISH_OFFERS,
  programs: SPANISH_PROGRAMS,
};
