/** What is said of screening instruments, in Spanish. */

import type { Words } from './words.ts';

export const SPANISH_SCREENS: Words['screens'] = {
  heading: 'Instrumentos de detección',
  score: (score, outOf) => `${score} de ${outOf}`,
  range: (lowest, highest) => `${lowest} a ${highest}`,
  positive: {
    certain: 'positivo',
    possible: 'quizás positivo: faltan respuestas',
    no: 'no positivo',
  },
  or: ' o ',
  panel: (answer, question) => `Siga el panel de emergencia, sea cual sea el puntaje: “${answer}”, a: “${question}”`,
};
