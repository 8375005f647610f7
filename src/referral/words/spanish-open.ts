/** What is said of what is not known yet, in Spanish. */

import type { ENGLISH_OPEN } from './english-open.ts';
import { listedIn } from './locale.ts';

export const SPANISH_OPEN: typeof ENGLISH_OPEN = {
  emergencyPossible: 'Todavía puede tratarse de una emergencia: haga todas las preguntas de seguridad hasta el final.',
  levels: (names) => `Todavía es posible: ${listedIn('es', names, 'or')}.`,
  levelsOrSilence: (names, silence) => `Todavía es posible: ${listedIn('es', names, 'or')}; o bien, que ${silence}.`,
  firstSteps: (names) => `Quizá primero: ${names.join('; ')}.`,
  endings: (titles) => `La llamada todavía puede terminar así: ${titles.join(', ')}.`,
  askAgain: (count) =>
    count === 1
      ? 'Una pregunta de seguridad quedó sin respuesta: vuelva a hacerla.'
      : `${count} preguntas de seguridad quedaron sin respuesta: vuelva a hacerlas.`,
  askAfresh: (count) =>
    count === 1
      ? 'Una pregunta de seguridad debe hacerse de nuevo.'
      : `${count} preguntas de seguridad deben hacerse de nuevo.`,
  notAskedYet: (count) =>
    count === 1
      ? 'Una pregunta de seguridad todavía no se ha hecho.'
      : `${count} preguntas de seguridad todavía no se han hecho.`,
  pointsAtList: /\b(?:est[oa]s|siguientes)\b/i,
};
