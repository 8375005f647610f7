/** The sentences of a summary in Spanish. */

import { SPANISH_DOCUMENTS } from './spanish-documents.ts';
import { SPANISH_PROGRAMS } from './spanish-programs.ts';
import type { Words } from './words.ts';

export const SPANISH: Words = {
  documents: SPANISH_DOCUMENTS,
  programs: SPANISH_PROGRAMS,
};
