/** What is said of a program, in English. What somebody has to ask begins with `whether`, `where` or `how`. */

import type { Medicine, Payment } from '../../directory/lists.ts';
import type { Level } from '../../policy/care-lists.ts';
import type { Meaning } from '../../questionnaire/meanings.ts';
import { numberIn } from '../../questionnaire/spoken-languages.ts';
import type { HardCondition } from '../matching/finding.ts';
import type { Ranked } from '../matching/rank.ts';
import type { HardNeed } from '../needs.ts';
import { counted } from '../wording.ts';
import { dayIn, listedIn } from './locale.ts';

const PAYMENTS: Readonly<Record<Payment, string>> = {
  private: 'private insurance',
  medicaid: 'Medicaid',
  medicare: 'Medicare',
  military: 'military or veterans’ cover',
  'self-pay': 'own money',
  'sliding-scale': 'a sliding scale',
  'no-cost': 'care at no cost',
};

const CALLER_PAYMENTS: Readonly<Record<Meaning<'payment'>, string>> = {
  private: 'private insurance',
  medicaid: 'Medicaid',
  medicare: 'Medicare',
  military: 'military or veterans’ cover',
  'self-pay': 'own money',
  'no-cover': 'no cover',
};

const LEVELS: Readonly<Record<Level, string>> = {
  information: 'whether they offer information',
  outpatient: 'whether they offer outpatient care',
  iop: 'whether they offer an intensive outpatient program (IOP)',
  php: 'whether they offer partial hospitalization (PHP)',
  residential: 'whether they offer residential treatment',
  inpatient: 'whether they offer inpatient care',
  emergency: 'whether they take emergencies',
};

const MEETS_NEED: Readonly<Record<HardNeed, string>> = {
  'medication-continuity': 'medicine continues there',
  'prenatal-care': 'prenatal care is arranged',
  'dual-diagnosis-track': 'treats mental health and substance use together',
  'mental-health-track': 'treats mental health without substance use',
  'safety-plan': 'makes a safety plan',
};

const ASK_FOR_NEED: Readonly<Record<HardNeed, string>> = {
  'medication-continuity': 'whether the caller’s medicine, methadone and buprenorphine included, continues there',
  'prenatal-care': 'whether they arrange prenatal care',
  'dual-diagnosis-track': 'whether they treat mental health and substance use together',
  'mental-health-track': 'whether they treat mental health without substance use',
  'safety-plan': 'whether they admit someone who has had thoughts of suicide',
};

const CONDITIONS: Readonly<Record<HardCondition, string>> = {
  state: 'the state',
  level: 'the level',
  license: 'the licence',
  age: 'the age',
  serves: 'whom they serve',
  pregnancy: 'the pregnancy',
  medication: 'the medicine',
  'prenatal-care': 'prenatal care',
  'first-step': 'the first step',
  'co-occurring': 'mental health beside substance use',
  'mental-health': 'mental health without substance use',
  'suicide-risk': 'thoughts of suicide',
  payment: 'the way to pay',
  language: 'the language',
};

const RULED_OUT_BY: Readonly<Record<HardCondition, string>> = {
  state: 'in other states, or in which one is not known',
  level: 'for another level',
  license: 'without a licence valid on the day',
  age: 'for other ages',
  serves: 'for men only',
  pregnancy: 'that do not admit during pregnancy',
  medication: 'where no medicine for opioid use continues',
  'prenatal-care': 'without prenatal care',
  'first-step': 'that cannot do the first step',
  'co-occurring': 'that do not treat mental health',
  'mental-health': 'not known to treat mental health without substance use',
  'suicide-risk': 'that do not admit after thoughts of suicide',
  payment: 'that cannot be paid this way',
  language: 'where nobody speaks the language or interprets',
};

const BEHIND: Readonly<Record<Ranked, string>> = {
  full: 'is full',
  'own-page': 'is not the program whose page decided',
  far: 'farther away than what is near',
  unknown: 'more has to be asked about what is needed',
  preferences: 'less of what is wished for is known to be there',
  opening: 'not known to have an opening',
  wait: 'the wait is longer',
  distance: 'farther away, or not known how far',
  'postal-area': 'farther away by its ZIP code',
};

const NAMES_OF_LANGUAGES = new Intl.DisplayNames('en', { type: 'language' });

function languages(codes: readonly string[]): string {
  return listedIn(
    'en',
    codes.map((code) => NAMES_OF_LANGUAGES.of(code) ?? code),
    'or',
  );
}

function ways(means: readonly Meaning<'payment'>[]): string {
  return listedIn(
    'en',
    means.map((one) => CALLER_PAYMENTS[one]),
    'or',
  );
}

function takes(payments: readonly Payment[]): string {
  return payments.length === 0
    ? 'none that is known'
    : listedIn(
        'en',
        payments.map((one) => PAYMENTS[one]),
        'and',
      );
}

const hasNoCover = (means: readonly Meaning<'payment'>[]): boolean => means.every((one) => one === 'no-cover');

/** Sentences about one program, and about programs that are ruled out. */
export const ENGLISH_PROGRAMS = {
  /** A date as YYYY-MM-DD → as it is read. */
  day: (date: string): string => dayIn('en', date),
  number: (count: number): string => numberIn('en', count),

  askLevel: LEVELS,
  otherLevel: 'not for this level',
  askState: (state: string | undefined): string =>
    `whether they take callers from ${state ?? 'where the caller lives'}`,
  askCallerState: (states: string): string => `where the caller lives: the program is in ${states}`,
  stateNotStated: 'its state is not stated',
  callerStateNotKnown: 'the caller’s state is not known',
  inState: (state: string): string => `in ${state}`,
  notInState: (states: string, state: string): string => `in ${states}, not in ${state}`,
  noLicense: 'no licence on record',
  licenseRanOut: (date: string): string => `licence ran out on ${date}`,
  licensedUntil: (date: string): string => `licensed until ${date}`,
  ages: (from: number | undefined, to: number | undefined): string =>
    from === undefined ? `up to ${to}` : to === undefined ? `from ${from} on` : `${from} to ${to}`,
  askAge: (ages: string): string => `whether the caller’s age fits: they take ages ${ages}`,
  takesAges: (ages: string): string => `takes ages ${ages}`,
  takesOnlyAges: (ages: string): string => `takes ages ${ages} only`,
  askServes: {
    women: 'whether a program for women only is right for the caller',
    men: 'whether a program for men only is right for the caller',
  },
  menOnly: 'takes men only, and the caller is pregnant or gave birth lately',
  womenOnly: 'takes women only: offer it where that is right for the caller',
  admitsPregnant: 'admits during pregnancy',
  notPregnant: 'does not admit during pregnancy',
  askPregnant: 'whether they admit during pregnancy',

  meetsNeed: MEETS_NEED,
  askForNeed: ASK_FOR_NEED,
  noMentalHealthTrack: 'not known to treat mental health without substance use',
  noMedicines: 'no medicine for opioid use continues there',
  askMedicine: (medicines: readonly Medicine[]): string =>
    `whether the caller’s medicine continues there: known of ${listedIn('en', medicines, 'and')} only`,
  doesWithdrawal: 'does withdrawal management itself',
  askWithdrawal: 'whether they can arrange withdrawal management first: not known to do it',
  doesWithdrawal24h: 'does withdrawal management itself, day and night',
  askWithdrawalIs24h: 'whether their withdrawal management is medical and round the clock',
  askWithdrawal24h: 'whether they can arrange medical withdrawal management first: not known to do it',
  startsOpioidMedication: 'starts methadone or buprenorphine itself',
  askOpioidMedication: 'whether they start methadone or buprenorphine, or take someone who has just begun it',
  doesFirstStep: 'can do the first step itself',

  takesPayment: (means: readonly Meaning<'payment'>[]): string =>
    hasNoCover(means) ? 'takes callers without cover' : `can be paid with ${ways(means)}`,
  askPayment: (means: readonly Meaning<'payment'>[]): string =>
    hasNoCover(means)
      ? 'whether they take callers without cover, and at what cost'
      : `whether they take ${ways(means)}`,
  askPaymentOf: (means: readonly Meaning<'payment'>[], payments: readonly Payment[]): string =>
    `whether it can be paid with ${ways(means)}: they take ${takes(payments)}`,
  notPayable: (means: readonly Meaning<'payment'>[], payments: readonly Payment[]): string =>
    `takes ${takes(payments)}; the caller has ${ways(means)}`,
  noWayToTalk: (codes: readonly string[]): string => `nobody there speaks ${languages(codes)}, and nobody interprets`,
  speaks: (codes: readonly string[]): string => `speaks ${languages(codes)}`,
  interprets: 'arranges interpreters',
  noInterpreter: 'arranges no interpreters',
  askLanguage: (codes: readonly string[]): string =>
    codes.length === 0
      ? 'whether they speak the caller’s language or arrange an interpreter'
      : `whether they speak ${languages(codes)} or arrange an interpreter`,

  askAffirming: 'whether they are LGBTQ+-affirming: no source says so',
  hasEvenings: 'one can attend in the evening',
  noEvenings: 'not in the evening',
  askEvenings: 'whether one can attend in the evening',
  askFewHours: 'whether they have a track with few hours a week',
  hasTelehealth: 'part of it is possible by video',
  askTelehealth: 'whether one can join by video',
  takesChildren: 'children may live there',
  noChildren: 'children cannot live there: plan who looks after them',
  askChildren: 'whether children may come along',
  /** As the crow flies. */
  miles: (miles: number): string => `about ${counted(Math.max(1, Math.round(miles)), 'mile')}`,
  far: (miles: string): string => `far from the caller: ${miles}`,
  askWhere: 'how far away it is',
  verifiedLongAgo: (date: string): string => `last verified on ${date}: check that it still holds`,
  openOn: (date: string, beds: number | undefined): string =>
    beds === undefined ? `open on ${date}` : `open on ${date}, ${counted(beds, 'bed')} free`,
  waitingOn: (date: string, days: number | undefined): string =>
    days === undefined ? `a waiting list on ${date}` : `a wait of ${counted(days, 'day')}, said on ${date}`,
  fullOn: (date: string): string => `full on ${date}; ask for the waiting list`,
  oldOpening: {
    open: (date: string): string => `whether they have an opening: they had one on ${date}, too long ago to rely on`,
    waiting: (date: string): string =>
      `whether they have an opening: a waiting list on ${date}, too long ago to rely on`,
    full: (date: string): string => `whether they have an opening: full on ${date}, too long ago to rely on`,
  },
  doubtful: (reason: string): string => `may be wrong: ${reason}`,

  /** Why a program stands behind the first. */
  behind: BEHIND,
  conditions: CONDITIONS,
  ruledOutBy: (condition: HardCondition, count: number): string =>
    `${numberIn('en', count)} ${RULED_OUT_BY[condition]}`,
  /** What alone keeps programs out, with how many; fewest first. */
  soleReasons: (reasons: readonly { readonly condition: HardCondition; readonly count: number }[]): string =>
    `Ruled out by one thing alone: ${listedIn(
      'en',
      reasons.map(({ condition, count }) => `${counted(count, 'program')} by ${CONDITIONS[condition]}`),
      'and',
    )}.`,
  neverGivenUp: 'State and licence are never given up.',
  noSoleReason: 'No single condition given up would bring a program back.',
};
