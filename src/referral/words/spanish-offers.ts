/** What is said about a search for programs and about the fallback, in Spanish. */

import { counted } from '../wording.ts';
import type { ENGLISH_OFFERS } from './english-offers.ts';
import { listedIn } from './locale.ts';

/** The same in Spanish. */
export const SPANISH_OFFERS: typeof ENGLISH_OFFERS = {
  forLevel: (level) => `Para ${level}`,
  whileOpen: (level) => `Mientras la llamada sigue abierta, al menos para ${level}`,
  noProgram: {
    settled: 'No hace falta ningún programa',
    chosen: 'No se eligió ningún programa',
    open: 'Todavía no está claro si hace falta un programa',
  },
  openToAnyone: (why) => `${why}; estas líneas y este buscador están abiertos para cualquiera.`,
  noneFits:
    'El directorio no tiene ningún programa adecuado para esta persona; la línea, el buscador y la aseguradora pueden indicar uno.',
  noneOfLevel: (programs, level) =>
    programs === 0
      ? 'El directorio no nombra ningún programa.'
      : `De ${programs === 1 ? 'su único programa' : `sus ${counted(programs, 'programa', 'programas')}`}, ninguno es para ${level}.`,
  postalCodeElsewhere: (zip, there, state) =>
    `El código postal ${zip} está en ${there}, y se nombró ${state}: pregunte cuál es correcto. Hasta entonces no cuenta ninguna distancia.`,
  reachedThrough: {
    both: 'Se llega por un servicio de emergencias de hospital, hoy.',
    mind: 'Se llega por un equipo móvil de crisis o un servicio de emergencia psiquiátrica; por un servicio de emergencias de hospital donde hoy no venga ninguno.',
    otherwise: 'Se llega por un servicio de emergencias de hospital, o por un médico que pueda ingresar hoy.',
  },
  tooEarly: 'Dé estos números y acuerde cuándo continuar; todavía ningún programa.',
  ifCallEnds: 'Si la llamada tiene que terminar ahora',
  pageNamesNone:
    'Esta página no nombra ningún lugar para esta persona; consulte a una consejera o un consejero con licencia.',
  forAdvice: 'Para pedir consejo',

  byTheRules: (level) => `Según las reglas, que descartan un IOP: ${level}`,
  chosen: (level) => `Elegido: ${level}`,
  asFallback: (level) => `Como alternativa: ${level}`,
  afterwards: (level) => `Después: ${level}`,
  iopRuledOut: (level) => `IOP descartado: ${level}`,
  ifNeeded: (levels) => `Si resulta que se necesita ${listedIn('es', levels, 'or')}`,
  stateNotKnown: (postal) => {
    const hint = postal === undefined ? '' : ` (el código postal ${postal.zip} está en ${postal.state})`;
    return `No se sabe en qué estado vive la persona, así que no se nombra ningún centro. Pregúntelo${hint}; hasta entonces ayudan el buscador y las líneas nacionales.`;
  },
  noneHere: (state) =>
    `El directorio no tiene ningún programa residencial con licencia en ${state ?? 'este estado'} adecuado para esta persona; ayudan el buscador y las líneas nacionales.`,
  callNetwork: (name) => `Llame a ${name}: remiten dentro de su red.`,
  askForCenter: (state) => `Pida un centro en ${state}.`,

  search: 'busquen juntos una cama libre hasta encontrarla o hasta acordar la próxima llamada.',
  callNetworkTogether: (name) => `llame a ${name} con la persona en la línea y pida un centro de su red.`,
  callTogether: (name) => `llame a ${name} con la persona en la línea y pida la primera cama libre.`,
  callFull: (name) =>
    `llame a ${name} con la persona en la línea: estaba lleno la última vez, así que pida la lista de espera y el día en que se puede volver a llamar.`,
  ifFull: 'Si está lleno, intente con el siguiente y quédese en la lista de espera.',
  onceClinicianAgrees: (call) => `Cuando haya llegado la ayuda y un profesional clínico esté de acuerdo, ${call}`,
  ifItTurnsOut: (call) => `Pregunte primero lo que falta. Si resulta así, ${call}`,
  keepForLater: 'Guarde esto para cuando la persona llame o esté de acuerdo; sin ella no se organiza nada.',
  helpAtOnce: (supports) => `Ayuda que puede comenzar de inmediato: ${listedIn('es', supports, 'and')}.`,
  agreeOnNextCall:
    'Acuerde la próxima llamada antes de terminar esta, al menos una vez al día hasta que haya una cama.',
  ifDangerous: (numbers) => `Si algo se vuelve peligroso: ${numbers.join(' · ')}.`,
};
