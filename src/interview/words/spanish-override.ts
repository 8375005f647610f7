/** The choice of another level in Spanish. */

import type { Words } from './words.ts';

export const SPANISH_OVERRIDE: Words['override'] = {
  labels: {
    'caller-preference': 'la persona lo prefiere',
    'not-available-in-area': 'no se ofrece otra cosa en la zona',
    'no-opening': 'no hay lugar disponible cerca',
    'program-declined': 'el programa no aceptó',
    'payer-declined': 'el seguro, o quien paga, no aceptó',
    'no-coverage': 'el seguro no cubre otra cosa',
    transport: 'no puede llegar a otro',
    'work-or-family': 'el trabajo o la familia no dejan otra opción',
    'language-or-culture': 'el idioma o la cultura lo piden',
    'court-or-probation': 'un tribunal o la libertad condicional lo piden',
    'clinical-judgement': 'el criterio clínico lo pide',
    other: 'hay otra razón, que da la nota',
  },
  section: 'Otro nivel',
  which: '¿Qué nivel en su lugar?',
  possible: 'posible según las reglas',
  less: 'menos de lo que piden las reglas',
  more: 'más',
  byRulesAgain: 'el nivel es otra vez el de las reglas',
  takeBack: 'retirar el otro nivel',
  why: (level) => `¿Por qué ${level}?`,
  shown: 'El resumen muestra el nivel según las reglas, este, y la razón.',
  because: (level, reason) => `${level}, porque ${reason}`,
  whatSpeaks: 'Esta elección necesita una nota: ¿qué la justifica?',
  moreToSay: '¿Hay algo más que decir sobre esto?',
  needsNote: 'esta elección necesita una nota',
  chosen: (level) => `elegido en su lugar: ${level}`,
  choose: 'elegir otro nivel',
  change: 'cambiar o retirar el otro nivel',
  chosenBecause: (level, reason) => `Elegido en lugar del nivel según las reglas: ${level}, porque ${reason}`,
  takenBack: 'los niveles cambiaron, y el otro nivel queda retirado: elija otra vez en la revisión',
};
