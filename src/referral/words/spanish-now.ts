/** What the counselor does in the next minute, in Spanish. */

import type { ENGLISH_NOW } from './english-now.ts';
import { listedIn } from './locale.ts';

const finding = (number: string | undefined): string =>
  number === undefined ? '' : ` (en el ${number} ayudan a encontrarlo)`;
const at = (number: string | undefined): string => (number === undefined ? '' : `, al ${number}`);

export const SPANISH_NOW: typeof ENGLISH_NOW = {
  askNext: (question) => `Pregunte ahora: “${question}”`,
  ifItHasToEnd: 'Si la llamada tiene que terminar ahora, dé los números que siguen.',
  reachAgain:
    'La llamada ya terminó: primero vuelva a comunicarse con la persona, de la manera en que se acordó con ella.',
  beforeHangingUp:
    'Si la persona no puede hablar ahora: dele el número antes de colgar y acuerden a qué hora de hoy van a hablar.',
  furtherSteps: (names) => `Después: ${listedIn('es', names, 'and')}.`,
  talkOver: 'Antes de recomendar algo, consúltelo con una consejera o un consejero con licencia.',
  sayBothLevels:
    'Diga los dos niveles y por qué se eligió el otro, y que la persona puede volver a llamar cuando quiera.',
  readOut: 'Lea la recomendación en voz alta y diga que la persona puede volver a llamar cuando quiera.',
  readOutThen: (what) => `Lea la recomendación en voz alta y después ${what}.`,
  afterwards: (what) => `Después, ${what}.`,
  callProgram: (name, number) => `llame con la persona a ${name}${at(number)}`,
  callForBed: (name, number) => `llame con la persona a ${name}${at(number)}, para pedir la primera cama libre`,
  callForCenter: (name, number) => `llame con la persona a ${name}${at(number)}, para pedir un centro de su red`,
  arrangeTogether: 'organice con la persona el ingreso, hoy mismo',
  lookTogether: (number) => `busque con la persona un lugar, por medio del ${number} o del buscador`,
  medicalCheck: (isOther) =>
    `Consiga que vean hoy a ${isOther ? 'la persona afectada' : 'la persona que llama'}: quien le receta, una clínica de urgencias o una sala de emergencias. Hasta entonces no se suspende ninguna medicina.`,
  crisisAssessment: (number) =>
    `${number === undefined ? 'Llame ahora, junto con la persona, a un equipo de crisis' : `Llame ahora, junto con la persona, al ${number}`}: alguien del personal clínico tiene que valorar hoy el peligro. Hasta entonces nadie se queda a solas.`,
  detox: (number) =>
    `Primero consiga la desintoxicación${finding(number)}. Hasta entonces: no dejarlo de golpe y a solas.`,
  detoxAroundTheClock: (number) =>
    `Primero consiga una desintoxicación con médicos de día y de noche${finding(number)}. Hasta entonces: no dejarlo a solas.`,
  startMedicine: (number) =>
    `Averigüe ahora quién puede comenzar metadona o buprenorfina a más tardar mañana${finding(number)}.`,
  safePlace: (number) =>
    `Primero asegure, junto con la persona, un lugar seguro donde quedarse${number === undefined ? '' : `; a cualquier hora hay quien ayude en el ${number}`}.`,
  reviewMedicine:
    'Consiga pronto una revisión con quien receta las medicinas; hasta entonces no se suspende ni se empieza ninguna.',
};
