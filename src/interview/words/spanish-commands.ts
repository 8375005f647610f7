/** The commands of every prompt in Spanish. */

import type { Words } from './words.ts';

export const SPANISH_COMMANDS: Words['commands'] = {
  names: {
    emergency: 'emergencia',
    back: 'atrás',
    unsure: 'no sabe',
    declined: 'no dice',
    reword: 'aclarar',
    jump: 'ir a',
    note: 'nota',
    close: 'cerrar',
    menu: 'menú',
    language: 'idioma',
    pause: 'pausa',
  },
  typed: {
    emergency: '/emergencia',
    back: '/atrás',
    unsure: '/duda',
    declined: '/rehúsa',
    reword: '/aclarar',
    jump: '/ir',
    note: '/nota',
    close: '/cerrar',
    menu: '/menú',
    language: '/idioma',
    pause: '/pausa',
  },
  help: '/ayuda',
  meanings: {
    emergency: 'el panel de emergencia; `!` hace lo mismo',
    back: 'la pregunta anterior',
    unsure: 'la persona no sabe',
    declined: 'la persona no quiere decirlo',
    reword: 'el guion con otras palabras, y ayuda',
    jump: 'a una pregunta; puede seguir su nombre o número',
    note: 'anota algo; puede seguir el texto',
    menu: 'todo lo demás: quién llama, terminar la llamada, respuestas',
    close: 'sale de esta lista o nota',
    language: 'sigue en el otro idioma; puede seguir su código',
    pause: 'guarda la llamada y sale',
  },
};
