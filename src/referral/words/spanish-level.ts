/** What is said of the level of care, in Spanish. Levels come without an article, so that no sentence needs their gender. */

import { overrideLabelsIn } from '../../interview/override-labels.ts';
import type { ENGLISH_LEVEL } from './english-level.ts';
import { listedIn } from './locale.ts';

const or = (names: readonly string[]): string => listedIn('es', names, 'or');

export const SPANISH_LEVEL: typeof ENGLISH_LEVEL = {
  none: 'Sin nivel de atención',
  notDecided: 'Sin decidir',
  tooEarly: 'Es demasiado pronto para indicar un nivel de atención o un programa',
  atLeast: (level) => `Como mínimo, ${level}`,
  unlessEndedOtherwise: (level) => `${level}, salvo que la llamada termine de otra manera`,
  stillOpen: 'Todavía abierto',
  looksLike: (level) => `Sin decidir; hasta ahora todo apunta a lo siguiente: ${level}`,
  between: (lowest, highest) => `Todavía abierto: desde ${lowest} hasta ${highest}`,
  perhaps: (levels, silence) => `Quizá ${or(levels)}; si no, ${silence}`,
  emergencyUntilAsked: 'Trate el caso como una emergencia hasta que se haya preguntado.',
  atLeastUntilAsked: (level) => `Hasta que se haya preguntado, cuente al menos con este nivel: ${level}.`,
  pageIsSilent: 'esta página no lo dice',
  rulesAreSilent: 'estas reglas no lo dicen',
  reasons: overrideLabelsIn('es'),
  chosen: (byRules, level, reason) =>
    `Según las reglas: ${byRules}. Nivel elegido por la persona que atiende: ${level}, porque ${reason}.`,
  choiceUnused: (level, reason) => `Sin efecto: ${level}, que la persona que atiende había elegido porque ${reason}.`,
  ifItIs: (level) => `Si el nivel es ${level}`,
};
