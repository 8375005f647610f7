/** What is said of the call itself, of what was told in it, and of how the caller is reached again, in Spanish. */

import type { ENGLISH_CALL, ToldWhen } from './english-call.ts';

/** One o'clock is singular: `a la 1:05`. */
const atClock = (clock: string): string => (/^0?1:/.test(clock) ? `a la ${clock}` : `a las ${clock}`);

const told = ({ days, clock }: ToldWhen): string =>
  `${days === 0 ? '' : `${days} ${days === 1 ? 'día' : 'días'} antes, `}${atClock(clock)}`;

export const SPANISH_CALL: typeof ENGLISH_CALL = {
  said: (words) => `Dijo: ${words}`,
  saidOfOther: (words) => `Dijo de la otra persona: ${words}`,
  toldAndNotAsked: (when, words) => `Se contó ${told(when)}, y no se ha vuelto a preguntar: ${words}`,
  toldAndAskedAgain: (when, words) => `Se contó ${told(when)}, y después se volvió a preguntar: ${words}`,
  answeredTo: (answer, question) => `${answer}, a: “${question}”`,
  livesIn: (state) => `vive en ${state}`,
  zipCode: (code) => `código postal de su casa: ${code}`,
  noMessage: 'No deje ningún mensaje: nadie ha dicho que sea seguro.',
  noConsent: 'No consta ningún consentimiento para compartir: llame sin decir quién es la persona.',
  consent: (recipients) => `Las respuestas se pueden compartir con: ${recipients.join('; ')}.`,
  lastVerified: (day) => `verificado por última vez el ${day}`,
};
