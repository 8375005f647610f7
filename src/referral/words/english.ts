/** The sentences of a summary in English. */

import { ENGLISH_DOCUMENTS } from './english-documents.ts';
import { ENGLISH_PROGRAMS } from './english-programs.ts';

export const ENGLISH = {
  documents: ENGLISH_DOCUMENTS,
  programs: ENGLISH_PROGRAMS,
};
