/** What is said in Spanish about a field: what is expected, and what was wrong. */

import type { Words } from './words.ts';

export const SPANISH_FIELDS: Words['fields'] = {
  hints: {
    wholeNumber: (min, max) => `un número entero de ${min} a ${max}`,
    number: (min, max, step) => `un número de ${min} a ${max}, de ${step} en ${step}`,
    date: 'año-mes-día, o `hoy`, `mañana`, `+3` días, o un día de la semana',
    phone: 'de 7 a 15 dígitos; se permiten espacios, `+`, `-` y paréntesis',
    postalCode: 'un código postal, o la población más cercana',
    text: (most) => `algunas palabras, ${most} caracteres como máximo`,
    some: 'las teclas marcan, ? es duda, 0 ninguna; luego Enter',
    searched: 'escriba para buscar, o use las flechas; luego Enter',
    one: 'una tecla o las flechas; luego Enter',
  },
  needs: {
    number: 'la pregunta necesita otro número',
    text: 'la pregunta necesita un texto',
    date: 'la pregunta necesita una fecha',
    phone: 'la pregunta necesita un número de teléfono',
    option: 'eso no es ninguna de las opciones de la pregunta',
  },
  twoDays: (first, second) => `eso podría ser ${first} o ${second}: escriba la que se quiso decir`,
  day: (date, day, month, year) => `\`${date}\` (${day} de ${MONTHS[month - 1] ?? ''} de ${year})`,
  none: 'ninguna',
  unsure: 'no lo sabe',
  declined: 'no quiso decirlo',
  open: (options) => `no lo sabe: ${options}`,
  noneOfOthers: 'ninguna de las otras',
  ofOption: (label) => `${label} (duda)`,
  complaints: {
    notHere: (command) => `${command} no es posible aquí`,
    textOnLine: 'hay texto en la línea: confírmelo o bórrelo primero',
    typeFirst: 'escriba primero una respuesta',
    chooseFirst: 'elija primero una respuesta',
    nothingMatches: 'nada coincide',
    severalMatch: 'varias coinciden: elija una con las flechas',
    tick: (none) => `marque lo que se dijo, o pulse ${none} si es ninguna de estas`,
    digits: 'escriba el número con cifras',
    notUtf8: 'eso tiene un carácter que no es UTF-8: escríbalo otra vez',
    tooLong: 'eso es demasiado largo para una línea',
    goToOption: 'vaya primero a una opción, con su tecla o las flechas',
    unsureOfOne: 'la duda se marca en una opción, o en toda la pregunta',
    pressKey: 'pulse la tecla de una respuesta',
    noSuchKey: 'ninguna respuesta tiene aquí esa tecla',
  },
};

const MONTHS: readonly string[] = [
  'enero',
  'febrero',
  'marzo',
  'abril',
  'mayo',
  'junio',
  'julio',
  'agosto',
  'septiembre',
  'octubre',
  'noviembre',
  'diciembre',
];
