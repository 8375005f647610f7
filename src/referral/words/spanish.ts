/** The sentences of a summary in Spanish. */

import { SPANISH_BARRIERS } from './spanish-barriers.ts';
import { SPANISH_CALL } from './spanish-call.ts';
import { SPANISH_LEVEL } from './spanish-level.ts';
import { SPANISH_NOTICES } from './spanish-notices.ts';
import { SPANISH_NOW } from './spanish-now.ts';
import { SPANISH_OFFERS } from './spanish-offers.ts';
import { SPANISH_OPEN } from './spanish-open.ts';
import { SPANISH_PROGRAMS } from './spanish-programs.ts';
import { SPANISH_REASONS } from './spanish-reasons.ts';
import type { Words } from './words.ts';

export const SPANISH: Words = {
  call: SPANISH_CALL,
  level: SPANISH_LEVEL,
  notices: SPANISH_NOTICES,
  now: SPANISH_NOW,
  open: SPANISH_OPEN,
  barriers: SPANISH_BARRIERS,
  offers: SPANISH_OFFERS,
  programs: SPANISH_PROGRAMS,
  reasons: SPANISH_REASONS,
};
