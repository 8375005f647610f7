/** The sentences of a summary in English. */

import { ENGLISH_BARRIERS } from './english-barriers.ts';
import { ENGLISH_CALL } from './english-call.ts';
import { ENGLISH_LEVEL } from './english-level.ts';
import { ENGLISH_NOTICES } from './english-notices.ts';
import { ENGLISH_NOW } from './english-now.ts';
import { ENGLISH_OFFERS } from './english-offers.ts';
import { ENGLISH_OPEN } from './english-open.ts';
import { ENGLISH_PROGRAMS } from './english-programs.ts';
import { ENGLISH_REASONS } from './english-reasons.ts';

export const ENGLISH = {
  call: ENGLISH_CALL,
  level: ENGLISH_LEVEL,
  notices: ENGLISH_NOTICES,
  now: ENGLISH_NOW,
  open: ENGLISH_OPEN,
  barriers: ENGLISH_BARRIERS,
  offers: ENGLISH_OFFERS,
  programs: ENGLISH_PROGRAMS,
  reasons: ENGLISH_REASONS,
};
