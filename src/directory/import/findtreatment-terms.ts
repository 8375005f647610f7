/**
 * What the terms of FindTreatment.gov say about a program. They are the answers of facilities to the national surveys
 * (N-SUMHSS, before 2021 N-SSATS and N-MHSS), by category, with the short code of the national directories where one is known.
 * Each term gives what its own words say and nothing more; docs/directory.md has the reasons.
 */

import type { GivesSource } from '../mapping-schema.ts';

/** A term in all the wordings that it has had. */
export interface Term {
  /** The category, as in `f2` of an export. */
  readonly of: string;
  readonly says: readonly string[];
  /** Its code in the national directories, which name columns of tabular exports. */
  readonly code?: string;
  readonly gives: GivesSource;
}

const STARTS: GivesSource = { first_steps: ['opioid-medication-start', 'medication-review'] };
const DETOX_ASKED = 'Whether its detox is staffed medically day and night';

/** Service settings, which name the levels of care. The general words cover several of them, so that they only may be offered. */
const SETTINGS: readonly Term[] = [
  { of: 'SET', code: 'op', says: ['Outpatient'], gives: { may_offer: ['outpatient'] } },
  { of: 'SET', code: 'ort', says: ['Regular outpatient treatment'], gives: { levels: ['outpatient'] } },
  { of: 'SET', code: 'oit', says: ['Intensive outpatient treatment'], gives: { levels: ['iop'] } },
  {
    of: 'SET',
    code: 'odt',
    says: ['Outpatient day treatment or partial hospitalization'],
    gives: { levels: ['php'] },
  },
  { of: 'SET', code: 'phdt', says: ['Partial hospitalization/day treatment'], gives: { levels: ['php'] } },
  {
    of: 'SET',
    code: 'omb',
    says: [
      'Outpatient methadone/buprenorphine or naltrexone treatment',
      'Outpatient methadone/buprenorphine or naltrexone',
    ],
    gives: { may_offer: ['outpatient'] },
  },
  {
    of: 'SET',
    code: 'od',
    says: ['Outpatient detoxification'],
    gives: { may_offer: ['outpatient'], first_steps: ['withdrawal-management'] },
  },
  {
    of: 'SET',
    code: 'res',
    says: ['Residential', 'Residential/24-hour residential'],
    gives: { may_offer: ['residential'] },
  },
  { of: 'SET', code: 'rs', says: ['Short-term residential'], gives: { levels: ['residential'] } },
  { of: 'SET', code: 'rl', says: ['Long-term residential'], gives: { levels: ['residential'] } },
  {
    of: 'SET',
    code: 'rd',
    says: ['Residential detoxification'],
    gives: { may_offer: ['residential'], first_steps: ['withdrawal-management'], not_stated: [DETOX_ASKED] },
  },
  {
    of: 'SET',
    code: 'hi',
    says: ['Hospital inpatient', 'Hospital inpatient/24-hour hospital inpatient'],
    gives: { may_offer: ['inpatient'] },
  },
  { of: 'SET', code: 'hit', says: ['Hospital inpatient treatment'], gives: { levels: ['inpatient'] } },
  {
    of: 'SET',
    code: 'hid',
    says: ['Hospital inpatient detoxification'],
    gives: { may_offer: ['inpatient'], first_steps: ['withdrawal-management', 'withdrawal-management-24h'] },
  },
  {
    of: 'SET',
    code: 'tele',
    says: ['Telemedicine/telehealth', 'Telemedicine/telehealth therapy', 'Computerized treatment/telemedicine'],
    gives: { supports: ['telehealth'] },
  },
];

const CARE: readonly Term[] = [
  {
    of: 'TC',
    code: 'dt',
    says: ['Detoxification'],
    gives: { first_steps: ['withdrawal-management'], not_stated: [DETOX_ASKED] },
  },
  {
    of: 'TC',
    code: 'hh',
    says: ['Transitional housing or halfway house', 'Transitional housing, halfway house, or sober home'],
    gives: { supports: ['recovery-residence'] },
  },
  { of: 'TC', code: 'mh', says: ['Mental health treatment'], gives: { supports: ['mental-health-track'] } },
  {
    of: 'TC',
    code: 'sumh',
    says: [
      'Co-occurring mental health and substance use treatment',
      'Treatment for co-occurring substance use plus either serious mental health illness in adults/serious emotional disturbance in children',
    ],
    gives: { supports: ['dual-diagnosis-track'] },
  },
];

/** Medicines for opioid use. To treat with one is to go on with it; only who prescribes or dispenses it can begin. */
const MEDICATION: readonly Term[] = [
  {
    of: 'OT',
    code: 'moa',
    says: [
      'Accepts clients on opioid medication',
      'Accepts clients using medication assisted treatment for opioid use disorder but prescribed elsewhere',
    ],
    gives: { supports: ['medication-continuity'] },
  },
  {
    of: 'OT',
    code: 'otp',
    says: ['SAMHSA-certified Opioid Treatment Program', 'Federally-certified Opioid Treatment Program'],
    gives: STARTS,
  },
  { of: 'OT', code: 'mm', says: ['Methadone maintenance'], gives: { ...STARTS, medicines: ['methadone'] } },
  {
    of: 'OT',
    code: 'mmw',
    says: ['Methadone maintenance for predetermined time'],
    gives: { ...STARTS, medicines: ['methadone'] },
  },
  { of: 'OT', code: 'bum', says: ['Buprenorphine maintenance'], gives: { ...STARTS, medicines: ['buprenorphine'] } },
  {
    of: 'OT',
    code: 'bmw',
    says: ['Buprenorphine maintenance for predetermined time'],
    gives: { ...STARTS, medicines: ['buprenorphine'] },
  },
  {
    of: 'OT',
    code: 'ub',
    says: ['Prescribes/administers buprenorphine', 'Prescribes buprenorphine'],
    gives: { ...STARTS, medicines: ['buprenorphine'] },
  },
  {
    of: 'OT',
    code: 'un',
    says: ['Prescribes/administers naltrexone', 'Prescribes naltrexone'],
    gives: { medicines: ['naltrexone'] },
  },
  { of: 'OT', code: 'mu', says: ['Methadone used in Treatment'], gives: { medicines: ['methadone'] } },
  { of: 'OT', code: 'bu', says: ['Buprenorphine used in Treatment'], gives: { medicines: ['buprenorphine'] } },
  { of: 'OT', code: 'nu', says: ['Naltrexone used in Treatment'], gives: { medicines: ['naltrexone'] } },
  {
    of: 'OT',
    code: 'noop',
    says: [
      'Do not use medication for opioid addiction',
      'Does not use medication assisted treatment for opioid use disorder',
    ],
    gives: { medicines: [] },
  },
  {
    of: 'OT',
    says: ['Does not treat opioid addiction', 'Does not treat opioid use disorder'],
    gives: { medicines: [] },
  },
  { of: 'PHR', code: 'meth', says: ['Methadone'], gives: { medicines: ['methadone'] } },
  {
    of: 'PHR',
    code: 'bwn',
    says: ['Buprenorphine with naloxone (Suboxone®)', 'Buprenorphine with naloxone'],
    gives: { medicines: ['buprenorphine'] },
  },
  { of: 'PHR', code: 'bwon', says: ['Buprenorphine without naloxone'], gives: { medicines: ['buprenorphine'] } },
  {
    of: 'PHR',
    code: 'beri',
    says: [
      'Buprenorphine (extended-release, injectable, for example, Sublocade®)',
      'Buprenorphine (extended-release, injectable)',
    ],
    gives: { medicines: ['buprenorphine'] },
  },
  { of: 'PHR', code: 'nxn', says: ['Naltrexone (oral)'], gives: { medicines: ['naltrexone'] } },
  {
    of: 'PHR',
    code: 'vtrl',
    says: [
      'Extended-release, injectable Naltrexone (Vivitrol®)',
      'Naltrexone (extended-release, injectable, for example, Vivitrol®)',
    ],
    gives: { medicines: ['naltrexone'] },
  },
];

const PAYMENT: readonly Term[] = [
  { of: 'PAY', code: 'md', says: ['Medicaid'], gives: { payments: ['medicaid'] } },
  { of: 'PAY', code: 'mc', says: ['Medicare'], gives: { payments: ['medicare'] } },
  { of: 'PAY', code: 'pi', says: ['Private health insurance'], gives: { payments: ['private'] } },
  { of: 'PAY', code: 'sf', says: ['Cash or self-payment'], gives: { payments: ['self-pay'] } },
  {
    of: 'PAY',
    code: 'mi',
    says: ['Military insurance (e.g., TRICARE)', 'Federal military insurance (e.g., TRICARE)', 'Military insurance'],
    gives: { payments: ['military'] },
  },
  {
    of: 'PAY',
    code: 'np',
    says: ['No payment accepted', 'No payment accepted (free treatment for all clients)'],
    gives: { payments: ['no-cost'] },
  },
  {
    of: 'PYAS',
    code: 'ss',
    says: ['Sliding fee scale (fee is based on income and other factors)', 'Sliding fee scale'],
    gives: { payments: ['sliding-scale'] },
  },
];

const LGBT = [
  'Lesbian, gay, bisexual, or transgender (LGBT) clients',
  'Lesbian, gay, bisexual, transgender, or queer/questioning (LGBTQ)',
  'Lesbian, gay, bisexual, transgender, or queer/questioning (LGBTQ) clients',
];

const GROUPS: readonly Term[] = [
  ...LGBT.map(
    (words, index): Term => ({
      of: 'SG',
      ...(index === 0 ? { code: 'gl' } : {}),
      says: [words],
      gives: { affirming: { note: `FindTreatment.gov lists a special program or group: ${words}` } },
    }),
  ),
  { of: 'SG', code: 'pw', says: ['Pregnant/postpartum women'], gives: { pregnant: true } },
  {
    of: 'SG',
    code: 'co',
    says: [
      'Persons with co-occurring mental and substance use disorders',
      'Persons with co-occurring mental and substance abuse disorders',
      'Clients with co-occurring mental and substance use disorders',
    ],
    gives: { supports: ['dual-diagnosis-track'] },
  },
  // How young its children are and whether "adults" end at 65 depends on the survey, so that those bounds stay open.
  { of: 'AGE', code: 'chld', says: ['Children/adolescents', 'Children/Adolescents'], gives: { ages: { to: 17 } } },
  { of: 'AGE', code: 'yad', says: ['Young adults'], gives: { ages: { from: 18, to: 25 } } },
  { of: 'AGE', code: 'adlt', says: ['Adults'], gives: { ages: { from: 26 } } },
  { of: 'AGE', code: 'snr', says: ['Seniors (65 or older)', 'Seniors'], gives: { ages: { from: 65 } } },
  { of: 'GN', code: 'fem', says: ['Female'], gives: { serves: 'women' } },
  { of: 'GN', code: 'male', says: ['Male'], gives: { serves: 'men' } },
];

const SERVICES: readonly Term[] = [
  {
    of: 'AS',
    code: 'peer',
    says: ['Consumer-run (peer-support) services', 'Mentoring/peer support'],
    gives: { supports: ['peer-support'] },
  },
  {
    of: 'TRSRV',
    code: 'noe',
    says: ['Naloxone and overdose education'],
    gives: { supports: ['naloxone'] },
  },
  { of: 'TRSRV', code: 'acc', says: ['Aftercare/continuing care'], gives: { supports: ['aftercare-plan'] } },
  {
    of: 'EDU',
    code: 'fco',
    says: ['Family counseling offered', 'Family counseling'],
    gives: { supports: ['family-therapy'] },
  },
  { of: 'TAP', says: ['Couples/family therapy'], gives: { supports: ['family-therapy'] } },
  { of: 'OTHR', code: 'tgd', says: ['Treatment for gambling disorder'], gives: { supports: ['gambling-help'] } },
  {
    of: 'SL',
    says: ['Sign language services for the deaf and hard of hearing'],
    gives: { languages: ['ase'] },
  },
  { of: 'SL', code: 'sp', says: ['Spanish'], gives: { languages: ['es'] } },
];

/** All terms of which something is known. */
export const FINDTREATMENT_TERMS: readonly Term[] = [
  ...SETTINGS,
  ...CARE,
  ...MEDICATION,
  ...PAYMENT,
  ...GROUPS,
  ...SERVICES,
];

/** Without it a record is of mental health alone. */
export const SUBSTANCE_USE = ['substance use treatment', 'substance abuse treatment'];
