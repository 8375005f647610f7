/** What is said of a program, in Spanish. */

import type { Medicine, Payment } from '../../directory/lists.ts';
import type { Level } from '../../policy/care-lists.ts';
import type { Meaning } from '../../questionnaire/meanings.ts';
import { numberIn } from '../../questionnaire/spoken-languages.ts';
import type { HardCondition } from '../matching/finding.ts';
import type { Ranked } from '../matching/rank.ts';
import type { HardNeed } from '../needs.ts';
import { counted } from '../wording.ts';
import type { ENGLISH_PROGRAMS } from './english-programs.ts';
import { dayIn, listedIn } from './locale.ts';

const PAYMENTS: Readonly<Record<Payment, string>> = {
  private: 'seguro privado',
  medicaid: 'Medicaid',
  medicare: 'Medicare',
  military: 'cobertura militar o de veteranos',
  'self-pay': 'dinero propio',
  'sliding-scale': 'tarifa según los ingresos',
  'no-cost': 'atención sin costo',
};

const CALLER_PAYMENTS: Readonly<Record<Meaning<'payment'>, string>> = {
  private: 'seguro privado',
  medicaid: 'Medicaid',
  medicare: 'Medicare',
  military: 'cobertura militar o de veteranos',
  'self-pay': 'dinero propio',
  'no-cover': 'ninguna cobertura',
};

const MEDICINES: Readonly<Record<Medicine, string>> = {
  methadone: 'metadona',
  buprenorphine: 'buprenorfina',
  naltrexone: 'naltrexona',
};

const LEVELS: Readonly<Record<Level, string>> = {
  information: 'si ofrecen información',
  outpatient: 'si ofrecen atención ambulatoria',
  iop: 'si ofrecen un programa ambulatorio intensivo (IOP)',
  php: 'si ofrecen hospitalización parcial (PHP)',
  residential: 'si ofrecen tratamiento residencial',
  inpatient: 'si ofrecen atención con hospitalización',
  emergency: 'si atienden emergencias',
};

const MEETS_NEED: Readonly<Record<HardNeed, string>> = {
  'medication-continuity': 'allí se continúa el medicamento',
  'prenatal-care': 'organizan la atención prenatal',
  'dual-diagnosis-track': 'tratan juntos la salud mental y el consumo',
  'mental-health-track': 'tratan la salud mental sin consumo de sustancias',
  'safety-plan': 'preparan un plan de seguridad',
};

const ASK_FOR_NEED: Readonly<Record<HardNeed, string>> = {
  'medication-continuity': 'si allí se continúa el medicamento de la persona, también metadona y buprenorfina',
  'prenatal-care': 'si organizan la atención prenatal',
  'dual-diagnosis-track': 'si tratan juntos la salud mental y el consumo',
  'mental-health-track': 'si tratan la salud mental sin consumo de sustancias',
  'safety-plan': 'si admiten a quien ha tenido pensamientos de suicidio',
};

const CONDITIONS: Readonly<Record<HardCondition, string>> = {
  state: 'el estado',
  level: 'el nivel',
  license: 'la licencia',
  age: 'la edad',
  serves: 'a quiénes atienden',
  pregnancy: 'el embarazo',
  medication: 'el medicamento',
  'prenatal-care': 'la atención prenatal',
  'first-step': 'el primer paso',
  'co-occurring': 'la salud mental junto con el consumo',
  'mental-health': 'la salud mental sin consumo',
  'suicide-risk': 'los pensamientos de suicidio',
  payment: 'la forma de pago',
  language: 'el idioma',
};

const RULED_OUT_BY: Readonly<Record<HardCondition, string>> = {
  state: 'en otros estados, o no se sabe en cuál',
  level: 'para otro nivel',
  license: 'sin licencia vigente ese día',
  age: 'para otras edades',
  serves: 'solo para hombres',
  pregnancy: 'que no admiten durante el embarazo',
  medication: 'donde no se continúa ningún medicamento para opioides',
  'prenatal-care': 'sin atención prenatal',
  'first-step': 'que no pueden hacer el primer paso',
  'co-occurring': 'que no tratan la salud mental',
  'mental-health': 'de los que no se sabe que traten la salud mental sin consumo',
  'suicide-risk': 'que no admiten después de pensamientos de suicidio',
  payment: 'que no se pueden pagar de esta forma',
  language: 'donde nadie habla el idioma ni interpreta',
};

const BEHIND: Readonly<Record<Ranked, string>> = {
  full: 'está lleno',
  'own-page': 'no es el programa cuya página decidió',
  far: 'está demasiado lejos para contar como cercano',
  unknown: 'hay que preguntar más sobre lo que se necesita',
  preferences: 'se sabe de menos cosas deseadas',
  opening: 'no se sabe que tenga lugar',
  wait: 'la espera es más larga',
  distance: 'está más lejos, o no se sabe a qué distancia',
  'postal-area': 'está más lejos según su código postal',
};

const NAMES_OF_LANGUAGES = new Intl.DisplayNames('es', { type: 'language' });

function languages(codes: readonly string[]): string {
  return listedIn(
    'es',
    codes.map((code) => NAMES_OF_LANGUAGES.of(code) ?? code),
    'or',
  );
}

function ways(means: readonly Meaning<'payment'>[]): string {
  return listedIn(
    'es',
    means.map((one) => CALLER_PAYMENTS[one]),
    'or',
  );
}

function accepts(payments: readonly Payment[]): string {
  if (payments.length === 0) return 'no se sabe de ninguna forma de pago';
  const names = payments.map((one) => PAYMENTS[one]);
  return `aceptan ${listedIn('es', names, 'and')}`;
}

const hasNoCover = (means: readonly Meaning<'payment'>[]): boolean => means.every((one) => one === 'no-cover');

/** The same in Spanish. */
export const SPANISH_PROGRAMS: typeof ENGLISH_PROGRAMS = {
  day: (date) => dayIn('es', date),
  number: (count) => numberIn('es', count),

  askLevel: LEVELS,
  otherLevel: 'no es para este nivel',
  askState: (state) =>
    state === undefined ? 'si atienden a personas de donde vive quien llama' : `si atienden a personas de ${state}`,
  askCallerState: (states) => `dónde vive la persona: el programa está en ${states}`,
  stateNotStated: 'no se indica su estado',
  callerStateNotKnown: 'no se sabe en qué estado vive la persona',
  inState: (state) => `en ${state}`,
  notInState: (states, state) => `en ${states}, no en ${state}`,
  noLicense: 'sin licencia registrada',
  licenseRanOut: (date) => `su licencia venció el ${date}`,
  licensedUntil: (date) => `con licencia hasta el ${date}`,
  ages: (from, to) =>
    from === undefined ? `de hasta ${to} años` : to === undefined ? `de ${from} años o más` : `de ${from} a ${to} años`,
  askAge: (ages) => `si la edad de la persona corresponde: atienden a personas ${ages}`,
  takesAges: (ages) => `atienden a personas ${ages}`,
  takesOnlyAges: (ages) => `atienden solo a personas ${ages}`,
  askServes: {
    women: 'si un programa solo para mujeres es adecuado para la persona',
    men: 'si un programa solo para hombres es adecuado para la persona',
  },
  menOnly: 'atienden solo a hombres, y hay un embarazo o un parto reciente',
  womenOnly: 'atienden solo a mujeres: ofrézcalo si es adecuado para la persona',
  admitsPregnant: 'admiten durante el embarazo',
  notPregnant: 'no admiten durante el embarazo',
  askPregnant: 'si admiten durante el embarazo',

  meetsNeed: MEETS_NEED,
  askForNeed: ASK_FOR_NEED,
  noMentalHealthTrack: 'no se sabe que traten la salud mental sin consumo de sustancias',
  noMedicines: 'allí no se continúa ningún medicamento para opioides',
  askMedicine: (medicines) =>
    `si allí se continúa el medicamento de la persona: solo se sabe de ${listedIn(
      'es',
      medicines.map((one) => MEDICINES[one]),
      'and',
    )}`,
  doesWithdrawal: 'hacen ellos mismos el manejo de la abstinencia',
  askWithdrawal: 'si pueden organizar antes el manejo de la abstinencia: no se sabe que lo hagan',
  doesWithdrawal24h: 'hacen ellos mismos el manejo de la abstinencia, de día y de noche',
  askWithdrawalIs24h: 'si su manejo de la abstinencia es médico y dura las 24 horas',
  askWithdrawal24h: 'si pueden organizar antes el manejo médico de la abstinencia: no se sabe que lo hagan',
  startsOpioidMedication: 'comienzan ellos mismos la metadona o la buprenorfina',
  askOpioidMedication: 'si comienzan la metadona o la buprenorfina, o aceptan a quien acaba de comenzarla',
  doesFirstStep: 'pueden hacer ellos mismos el primer paso',

  takesPayment: (means) =>
    hasNoCover(means) ? 'atienden a personas sin cobertura' : `se puede pagar con ${ways(means)}`,
  askPayment: (means) =>
    hasNoCover(means) ? 'si atienden a personas sin cobertura, y a qué costo' : `si aceptan ${ways(means)}`,
  askPaymentOf: (means, payments) =>
    `${hasNoCover(means) ? 'si atienden a personas sin cobertura' : `si se puede pagar con ${ways(means)}`}: ${accepts(payments)}`,
  notPayable: (means, payments) =>
    `${accepts(payments)}; ${hasNoCover(means) ? 'la persona no tiene cobertura' : `la persona tiene ${ways(means)}`}`,
  noWayToTalk: (codes) => `allí nadie habla ${languages(codes)} y nadie interpreta`,
  speaks: (codes) => `hablan ${languages(codes)}`,
  interprets: 'consiguen intérpretes',
  noInterpreter: 'no consiguen intérpretes',
  askLanguage: (codes) =>
    codes.length === 0
      ? 'si hablan el idioma de la persona o consiguen intérprete'
      : `si hablan ${languages(codes)} o consiguen intérprete`,

  askAffirming: 'si es un lugar afirmativo para personas LGBTQ+: ninguna fuente lo dice',
  hasEvenings: 'se puede asistir por la tarde o noche',
  noEvenings: 'no por la tarde o noche',
  askEvenings: 'si se puede asistir por la tarde o noche',
  askFewHours: 'si tienen una modalidad de pocas horas a la semana',
  hasTelehealth: 'una parte es posible por video',
  askTelehealth: 'si es posible participar por video',
  takesChildren: 'los niños pueden vivir allí',
  noChildren: 'los niños no pueden vivir allí: planee quién los cuida',
  askChildren: 'si los niños pueden ir también',
  miles: (miles) => {
    const rounded = Math.max(1, Math.round(miles));
    return rounded === 1 ? 'a una milla, más o menos' : `a unas ${rounded} millas`;
  },
  far: (miles) => `lejos de la persona: ${miles}`,
  askWhere: 'a qué distancia está',
  verifiedLongAgo: (date) => `verificado por última vez el ${date}: compruebe que siga siendo así`,
  openOn: (date, beds) =>
    beds === undefined
      ? `con lugar el ${date}`
      : `con lugar el ${date}, ${counted(beds, 'cama libre', 'camas libres')}`,
  waitingOn: (date, days) =>
    days === undefined
      ? `con lista de espera el ${date}`
      : `una espera de ${counted(days, 'día', 'días')}, según dijeron el ${date}`,
  fullOn: (date) => `lleno el ${date}; pida la lista de espera`,
  oldOpening: {
    open: (date) => `si tienen lugar: lo tenían el ${date}, hace demasiado para confiar en ello`,
    waiting: (date) => `si tienen lugar: había lista de espera el ${date}, hace demasiado para confiar en ello`,
    full: (date) => `si tienen lugar: lleno el ${date}, hace demasiado para confiar en ello`,
  },
  doubtful: (reason) => `puede estar equivocado: ${reason}`,

  behind: BEHIND,
  conditions: CONDITIONS,
  ruledOutBy: (condition, count) => `${numberIn('es', count)} ${RULED_OUT_BY[condition]}`,
  soleReasons: (reasons) =>
    `Descartados por una sola cosa: ${listedIn(
      'es',
      reasons.map(({ condition, count }) => `${counted(count, 'programa', 'programas')} por ${CONDITIONS[condition]}`),
      'and',
    )}.`,
  neverGivenUp: 'Al estado y a la licencia nunca se renuncia.',
  noSoleReason: 'Renunciar a una sola condición no haría volver ningún programa.',
};
