/** What stands around the sentences about programs, in Spanish, which groups thousands as English does in the United States. */

import { grouped } from '../grouped.ts';
import type { ENGLISH_OFFERS } from './english-offers.ts';

/** The same in Spanish. */
export const SPANISH_OFFERS: typeof ENGLISH_OFFERS = {
  morePlaces: (name, address) => `Más lugares: ${name}, ${address}`,
  moreFit: (count) => `${grouped(count)} más en el directorio.`,
  ruledOut: (names, reason) => `Descartado: ${names} (${reason})`,
  leftOut: (reasons) => `Descartados, cada uno contado una vez: ${reasons.join('; ')}.`,
  needed: (says) => `Cumple lo necesario: ${says}.`,
  wished: (says) => `Cumple lo deseado: ${says}.`,
  ask: (what) => `Pregunte ${what}.`,
  askForWishes: (what) => `Pregunte también (deseos, no necesidades): ${what}.`,
  note: (what) => `Nota: ${what}.`,
  behind: (why) => `No es el primero: ${why}.`,
  ownHours: (week) => `Su propio horario: ${week}.`,
  notKnown: (what) => `No se sabe: ${what}.`,
};
