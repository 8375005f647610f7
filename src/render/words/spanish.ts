/** The headings and sentences with which a summary is laid out, in Spanish. */

import { numbered } from '../grouped.ts';
import type { ENGLISH } from './english.ts';
import { SPANISH_OFFERS } from './spanish-offers.ts';

/** One o'clock is singular: `la 1:05`. */
const clock = (time: string): string => (/^0?1:/.test(time) ? `la ${time}` : `las ${time}`);

/** The same in Spanish. */
export const SPANISH: typeof ENGLISH = {
  offers: SPANISH_OFFERS,
  title: 'Resumen de derivación',
  sections: {
    emergency: ['Emergencia', 'Emergencia'],
    told: ['Se contó', 'Lo que se contó y no se ha vuelto a preguntar'],
    now: ['Ahora', 'Qué hacer ahora'],
    ending: ['Esta llamada', 'Esta llamada'],
    level: ['Nivel', 'Nivel de atención'],
    firstStep: ['Primero', 'Primer paso'],
    afterwards: ['Después', 'Después'],
    call: ['Llamar', 'A quién llamar'],
    panel: ['Panel', 'Qué hacer en una emergencia'],
    safety: ['Seguridad', 'Preguntas de seguridad'],
    screens: ['Detección', 'Instrumentos de detección'],
    meanwhile: ['Mientras', 'Hasta que se haya dado el primer paso'],
    why: ['Por qué', 'Por qué'],
    open: ['Por saber', 'Lo que falta saber'],
    programs: ['Programas', 'Programas'],
    numbers: ['Números', 'Números'],
    fallback: ['Alternativa', 'Alternativa'],
    week: ['La semana', 'Cómo es la semana'],
    barriers: ['Obstáculos', 'Obstáculos'],
    changes: ['Cambiaría', 'Qué lo cambiaría'],
    supports: ['Apoyos', 'Apoyos'],
    aftercare: ['Más adelante', 'Después del programa'],
    followUp: ['Seguimiento', 'Seguimiento'],
    notes: ['Notas', 'Notas'],
    theCall: ['La llamada', 'La llamada'],
    sources: ['Fuentes', 'En qué difieren las fuentes'],
  },
  whenReached: 'Cuando le contesten',
  whatWasDone: 'Lo que se hizo',
  noCallBack: 'No se dio un número para devolver la llamada.',
  callBack: (number) => `Número para devolver la llamada: ${number}.`,
  where: (places) => `Dónde, hasta donde se dijo: ${places.join('; ')}`,
  note: (text) => `Nota de quien atiende: ${text}`,
  noteOnLevel: (text) => `Nota de quien atiende sobre el nivel: ${text}`,
  possibleUpTo: (level) => `Todavía es posible cualquier nivel, hasta ${level}.`,
  anEmergency: 'una emergencia',
  untilSafetyIsAsked: 'Hasta que se hagan las preguntas de seguridad',
  forPersonConcerned: 'Para la persona afectada:',
  otherRules: (count) => `y ${numbered(count, 'otra', 'otras')}, según las respuestas que faltan`,
  wouldSettleMost: (script) => `Lo que más aclararía: “${script}”`,
  couldChange: (count) =>
    count === 1
      ? 'Una pregunta más todavía podría cambiar el resultado.'
      : `${count} preguntas más todavía podrían cambiar el resultado.`,
  unknown: { unsure: 'no lo sabe', declined: 'no quiso contestar', 'not-asked': 'sin preguntar todavía' },
  askedAfresh: 'por preguntar de nuevo',
  ifDanger: 'Si la respuesta muestra peligro:',
  nowHeading: 'Ahora',
  whileWaiting: 'Mientras se espera',
  hours: (text) => `Horas: ${text}`,
  days: (text) => `Días: ${text}`,
  length: (text) => `Duración: ${text}`,
  therapies: (names) => `Terapias: ${names.join(', ')}`,
  manySupports: (count) => `Podrían agregarse ${count} apoyos, según las respuestas que faltan.`,
  perhaps: (names) => `Quizá: ${names.join('; ')}.`,
  perhapsSays: (says) => `Quizá: ${says}`,
  callAgainOn: (day) => `Vuelva a llamar el ${day}.`,
  callBackNumber: (number) => `Número para devolver la llamada: ${number}`,
  noteTo: (question) => `sobre “${question}”`,
  states: {
    open: 'sin terminar',
    stopped: 'detenida como emergencia',
    ended: 'terminada sin nivel',
    done: 'terminada',
  },
  times: (from, until, minutes, state) =>
    `De ${clock(from)} a ${clock(until)}, ${numbered(minutes, 'minuto', 'minutos')} en la línea; ${state}.`,
  onPanel: 'En el panel de emergencia:',
  notUsedAskedAfresh: (questions) => `Se preguntan de nuevo, sin usar las respuestas anteriores: ${questions}`,
  notUsedAnyMore: (questions) => `Sin usar, porque ya no corresponden: ${questions}`,
  callId: (id) => `Llamada ${id}`,
  pointsMayMatter: (count) =>
    count === 1
      ? '1 punto puede importar, según las respuestas que faltan: --format json lo muestra'
      : `${count} puntos pueden importar, según las respuestas que faltan: --format json los muestra`,
  morePoints: (count) => `${count} más: --format json ${count === 1 ? 'lo' : 'los'} muestra`,
  more: (count) => `y ${count} más`,
};
