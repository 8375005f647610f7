/** The sentences of a summary in English. */

import { ENGLISH_BARRIERS } from './english-barriers.ts';
import { ENGLISH_OFFERS } from './english-offers.ts';
import { ENGLISH_PROGRAMS } from './english-programs.ts';

export const ENGLISH = {
  barriers: ENGLISH_BARRIERS,
  offers: ENGLISH_OFFERS,
  programs: ENGLISH_PROGRAMS,
};
