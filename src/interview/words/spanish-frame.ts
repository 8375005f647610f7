/** What stands around a screen in Spanish: header, counts, marks. */

import type { Words } from './words.ts';

export const SPANISH_FRAME: Words['frame'] = {
  levels: {
    information: 'Información',
    outpatient: 'Ambulatorio',
    iop: 'IOP',
    php: 'Programa diurno',
    residential: 'Residencial',
    inpatient: 'Hospital',
    emergency: 'Emergencia',
  },
  or: (names) => names.reduce((said, name) => (said === '' ? name : `${said}${orBefore(name)}${name}`), ''),
  to: (first, last) => `de ${first} a ${last}`,
  possible: (levels) => `posible: ${levels}`,
  asked: asksDone,
  askedToCome: (asked, toCome) => `${asksDone(asked)}, ${toCome} por hacer`,
  askedUpTo: (asked, toCome) => `${asksDone(asked)}, hasta ${toCome} por hacer`,
  askedOf: (asked, all) => `${asked} de ${all}`,
  first: (what) => `Primero: ${what}`,
  alarm: 'EMERGENCIA',
  otherWords: 'o: ',
  help: 'Ayuda: ',
  search: 'buscar: ',
  keeps: (what) => `Enter: conserva \`${what}\``,
  moreLines: (count, where) => `${count} ${count === 1 ? 'línea' : 'líneas'} más ${WHERE[where]}`,
  more: (count, where) => `${count} más ${WHERE[where]}`,
  example: (name) => `ejemplo: ${name}, no se guarda nada`,
  resumed: (id) => `llamada ${id}, reanudada`,
  unsaved: (why) => `la llamada no se está guardando (${why}): siga, y anote lo que no debe perderse`,
  torn: 'lo último que se dijo se estaba guardando cuando se cortó la llamada: pregúntelo otra vez',
};

const WHERE = { above: 'arriba', below: 'abajo' } as const;

/** Questions, which are feminine. */
function asksDone(count: number): string {
  return `${count} ${count === 1 ? 'hecha' : 'hechas'}`;
}

/** Before a word that begins with the sound of o, "o" becomes "u". */
function orBefore(name: string): string {
  return /^h?o/i.test(name) ? ' u ' : ' o ';
}
