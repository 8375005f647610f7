/** What is said of reasons, and of what would change the result, in Spanish. */

import type { AnswersThen, ENGLISH_REASONS } from './english-reasons.ts';
import { listedIn } from './locale.ts';

const or = (names: readonly string[]): string => listedIn('es', names, 'or');
const quoted = (answers: readonly string[]): string => or(answers.map((answer) => `“${answer}”`));

const ifAnswered = (conditions: readonly AnswersThen[]): string =>
  listedIn(
    'es',
    conditions.map(({ question, answers }) => `la respuesta a “${question}” fuera ${quoted(answers)}`),
    'and',
  );

export const SPANISH_REASONS: typeof ENGLISH_REASONS = {
  ownJudgement: 'nuestro propio criterio',
  toVerify: (fact) => `${fact} (por verificar)`,
  readsThatIopDoesNotFit: 'lectura nuestra: esta página solo dice que un IOP no es adecuado',
  readsALevel: 'lectura nuestra: esta página no nombra ningún nivel para este caso',
  endedAsEmergency: 'La persona que atiende terminó la llamada como emergencia.',
  forLevelByRules: 'Para el nivel según las reglas:',
  tooLittleKnown:
    'Se sabe demasiado poco para dar una razón: qué reglas se aplican depende de las respuestas que faltan.',
  oneOfThese: 'Se cumple una de estas; todavía no se sabe cuál:',
  possibleIf: (levels, conditions) => `Si ${ifAnswered(conditions)}, sería posible este nivel: ${or(levels)}.`,
  neededIf: (levels, conditions) => `Si ${ifAnswered(conditions)}, haría falta este nivel: ${or(levels)}.`,
};
