/** The closed lists of care: what a policy may say. They stand alone, so that deciding needs no schema library. */

/** Least to most intensive. */
export const LEVELS = ['information', 'outpatient', 'iop', 'php', 'residential', 'inpatient', 'emergency'] as const;
export type Level = (typeof LEVELS)[number];

export const FIRST_STEPS = [
  'medical-check-today',
  'crisis-assessment-today',
  'withdrawal-management',
  'withdrawal-management-24h',
  'medication-review',
  'opioid-medication-start',
  'safe-place',
] as const;
export type FirstStep = (typeof FIRST_STEPS)[number];

/** A danger to life or body waits for no level: these hold whatever way the call ends. No other step includes one of them. */
export const CANNOT_WAIT = ['medical-check-today', 'crisis-assessment-today'] as const satisfies readonly FirstStep[];

/** The first steps that another one includes: where both hold, only the value is named. */
export const INCLUDED_IN: Partial<Record<FirstStep, FirstStep>> = {
  'withdrawal-management': 'withdrawal-management-24h',
  'medication-review': 'opioid-medication-start',
};

export const SUPPORTS = [
  'recovery-residence',
  'telehealth',
  'family-therapy',
  'family-support',
  'peer-support',
  'dual-diagnosis-track',
  'mental-health-track',
  'medication-continuity',
  'naloxone',
  'prenatal-care',
  'safety-plan',
  'dv-advocate',
  'gambling-help',
  'aftercare-plan',
] as const;
export type Support = (typeof SUPPORTS)[number];

/** What an emergency rule may say to do. */
export const ACTIONS = [
  'call-911',
  'stay-on-the-line',
  'call-988',
  'poison-help',
  'naloxone-now',
  'emergency-department',
  'dv-advocate-line',
  'keep-company',
  'do-not-drive',
] as const;
export type Action = (typeof ACTIONS)[number];
