/** How far a summary may be trusted, and how it is to be read, in Spanish. */

import type { ENGLISH_NOTICES } from './english-notices.ts';

export const SPANISH_NOTICES: typeof ENGLISH_NOTICES = {
  provisional: 'Provisional: decide una consejera o un consejero con licencia.',
  notReviewed: 'Sin revisión clínica: nadie del personal clínico con licencia ha firmado estas reglas.',
  reviewedBy: (name) => `Reglas revisadas por ${name}.`,
  translationNotReviewed:
    'Traducción sin revisión clínica: nadie del personal clínico con licencia ha revisado los textos en este idioma.',
  translationReviewedBy: (name) => `Traducción revisada por ${name}.`,
  aboutAnother: 'En las razones, los niveles y los primeros pasos, “usted” es la persona de quien trata la llamada.',
};
