/** The line mode in Spanish. */

import type { Words } from './words.ts';

export const SPANISH_LINES: Words['lines'] = {
  welcome:
    'Escriba una respuesta y Enter. `!` abre el panel de emergencia, `/ayuda` muestra qué más se puede escribir.',
  notice: 'Aviso: ',
  say: 'Diga: ',
  otherWords: 'O bien: ',
  possible: (levels) => ` Posible: ${levels}.`,
  several: 'Varias: `1, 3`; con duda sobre una: `3?`',
  keeps: (what) => `Enter conserva: ${what}`,
  notSure: (label) => `${label} (duda)`,
  nothingTyped: 'escriba una respuesta, `/duda` o `/rehúsa`; `/ayuda` muestra qué más se puede escribir',
  doesNothing: (command) => `\`${command}\` no hace nada aquí; \`/ayuda\` muestra qué se puede escribir`,
  nothingFollows: (command) => `nada puede seguir a \`${command}\` en su línea`,
  noSuchCommand: (remedy) => `no existe esa orden: ${remedy}`,
  didYouMean: (command) => `¿quiso decir \`${command}\`?`,
  oneOf: (commands) => `una de ${commands.map((one) => `\`${one}\``).join(', ')}`,
  slashes: ' (un texto que empieza con una barra necesita otra barra delante)',
  standsAlone: (none) => `\`${none}\` solo puede ir sola`,
  saidAndUnsure: 'una opción está dicha y también con duda',
  noOption: 'eso no es ninguna de las opciones; escriba el número de una',
  severalOptions: (labels) => `eso podría ser ${labels}; escriba el número de una`,
  dropped: 'Aviso: lo escrito antes de mostrar esto no se tomó.',
  refused: {
    'too-long': 'una línea tiene más de 10,000 caracteres y no se tomó; escriba la respuesta otra vez',
    'not-utf8': 'una línea no es UTF-8 y no se tomó; escriba la respuesta otra vez',
    'control-characters': 'una línea tiene caracteres de control y no se tomó; escriba la respuesta otra vez',
  },
  howToAnswer: {
    one: ['Escriba el número o las palabras de una opción.'],
    some: [
      'Escriba los números o las palabras de las opciones, con comas entre ellas.',
      '`0` es ninguna de estas; un `?` tras una opción: la persona tiene duda sobre ella.',
    ],
    line: ['Escriba la respuesta. Si empieza con una barra, necesita otra barra delante.'],
  },
};
