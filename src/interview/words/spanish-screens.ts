/** Questions, lists, notes and ends of a call in Spanish. */

import type { Words } from './words.ts';

export const SPANISH_SCREENS: Words['screens'] = {
  noFit: 'eso no responde a lo que está en pantalla',
  nothingHere: 'eso no hace nada aquí',
  notPossible: 'eso no es posible en este punto de la llamada',
  setAside: (count) =>
    count === 1
      ? '1 respuesta anterior apartada: ya no corresponde'
      : `${count} respuestas anteriores apartadas: ya no corresponden`,
  language: {
    changeTo: (name) => `seguir en ${name}`,
    other: 'este cuestionario no tiene ese idioma',
  },
  question: {
    mayConfirm: 'se pregunta de nuevo: Enter confirma la respuesta anterior',
    notUsed: 'se pregunta de nuevo: la respuesta anterior no se usa',
    heard: (what) => `la persona dice: ${what}`,
    ends: (how) => `la llamada termina: ${how}`,
    nothingMore: (how) => `nada más; ${how}`,
  },
  answers: {
    afresh: 'Se pregunta de nuevo: no se usa hasta que se responda otra vez',
    unused: 'No se usa: ya no corresponde',
    notFromHere: 'no se puede ir a esa pregunta desde aquí: primero lo que está en pantalla',
    notUsed: 'esta pregunta ya no corresponde: su respuesta se usa otra vez si una anterior vuelve a cambiar',
    none: 'Todavía no hay respuestas',
    title: 'Respuestas hasta ahora',
    back: 'volver',
  },
  menu: {
    section: 'Menú',
    title: '¿Qué más?',
    back: 'volver a la llamada',
    answers: 'ver las respuestas hasta ahora',
    note: 'escribir una nota',
    end: 'terminar la llamada sin un nivel',
    pause: 'dejar la llamada para después: queda guardada',
    leaveExample: 'salir del ejemplo',
    jump: 'ir a una pregunta',
    hideWording: 'ocultar las otras palabras',
    showWording: 'mostrar otras palabras y ayuda',
  },
  jump: {
    title: 'Ir a una pregunta',
    number: 'El número tras una pregunta es su lugar en el guion.',
    again: 'se repite',
    noneNamed: 'ninguna pregunta se llama así: elija una de estas',
    noneReached: 'esa pregunta no corresponde, o antes va una de seguridad: elija una de estas',
    several: 'varias preguntas coinciden: elija una de estas',
  },
  note: {
    section: 'Nota',
    title: 'Una nota',
    none: 'sin nota',
    tooLong: (most) => `una nota tiene ${most} caracteres como máximo: acórtela`,
    written: 'anotado',
    aboutCall: 'Sobre la llamada',
    about: (question) => `Sobre: ${question}`,
  },
  review: {
    section: 'Revisión',
    title: '¿Está todo bien? Elija una respuesta para corregirla.',
    accept: 'aceptar todo y mostrar el resumen',
    openSafety: (count) =>
      count === 1
        ? 'Una pregunta de seguridad no está respondida del todo: hágala otra vez si puede.'
        : `${count} preguntas de seguridad no están respondidas del todo: hágalas otra vez si puede.`,
  },
  ending: {
    section: 'Cómo termina la llamada',
    correct: 'corregir una respuesta',
    askNumber: 'anotar primero un número y una hora segura',
    how: '¿Cómo termina la llamada?',
    endSo: 'terminar así la llamada',
    doNotEnd: 'no terminar la llamada',
  },
  caller: {
    section: 'De quién se trata',
    toThemselves: 'la persona llama por sí misma',
    toOther: 'la persona llama por alguien más',
    isThemselves: '¿La persona llama por sí misma?',
    isOther: '¿La llamada es por alguien más?',
    askedAgain: 'Se repiten la edad, el lugar y las preguntas de seguridad; lo demás se conserva.',
    leave: 'no: dejarlo como está',
    askThose: 'sí, repetir esas preguntas',
  },
};
