/** What stands around the sentences about programs, by language. */

interface OfferLabels {
  readonly morePlaces: (name: string, address: string) => string;
  readonly moreFit: (count: number) => string;
  readonly ruledOut: (names: string, reason: string) => string;
  readonly leftOut: (reasons: readonly string[]) => string;
  readonly needed: (says: string) => string;
  readonly wished: (says: string) => string;
  readonly ask: (what: string) => string;
  readonly askForWishes: (what: string) => string;
  readonly note: (what: string) => string;
  readonly behind: (why: string) => string;
  readonly ownHours: (week: string) => string;
  readonly notKnown: (what: string) => string;
}

const ENGLISH: OfferLabels = {
  morePlaces: (name, address) => `More places: ${name}, ${address}`,
  moreFit: (count) => `${count.toLocaleString('en-US')} more in the directory.`,
  ruledOut: (names, reason) => `Ruled out: ${names} (${reason})`,
  leftOut: (reasons) => `Left out, each counted once: ${reasons.join('; ')}.`,
  needed: (says) => `Fits what is needed: ${says}.`,
  wished: (says) => `Fits what is wished for: ${says}.`,
  ask: (what) => `Ask ${what}.`,
  askForWishes: (what) => `Ask too (wishes, not needs): ${what}.`,
  note: (what) => `Note: ${what}.`,
  behind: (why) => `Not first: ${why}.`,
  ownHours: (week) => `Its own hours: ${week}.`,
  notKnown: (what) => `Not known: ${what}.`,
};

const SPANISH: OfferLabels = {
  morePlaces: (name, address) => `Más lugares: ${name}, ${address}`,
  moreFit: (count) => `${count.toLocaleString('es-US')} más en el directorio.`,
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

/** The labels of a language; English where there are none of it. */
export function offerLabels(language: string): OfferLabels {
  return language === 'es' ? SPANISH : ENGLISH;
}
