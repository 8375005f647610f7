/**
 * Names of taxonomy terms that say for themselves what care is given. HSDS has no levels of care of its own, and the codes of the
 * usual taxonomy are licensed: a mapping says what the terms of a source mean (`terms`), these names are read without one.
 */

import type { GivesSource } from '../mapping-schema.ts';

interface NamedTerm {
  readonly says: readonly string[];
  readonly gives: GivesSource;
}

export const HSDS_TERMS: readonly NamedTerm[] = [
  {
    says: ['Outpatient substance use treatment', 'Outpatient drug and alcohol treatment'],
    gives: { levels: ['outpatient'] },
  },
  {
    says: [
      'Intensive outpatient program',
      'Intensive outpatient treatment',
      'Intensive outpatient substance use treatment',
    ],
    gives: { levels: ['iop'] },
  },
  { says: ['Partial hospitalization program', 'Partial hospitalization'], gives: { levels: ['php'] } },
  {
    says: [
      'Residential substance use treatment',
      'Residential substance abuse treatment',
      'Residential drug and alcohol treatment',
    ],
    gives: { levels: ['residential'] },
  },
  {
    says: ['Detoxification', 'Withdrawal management'],
    gives: {
      first_steps: ['withdrawal-management'],
      not_stated: ['Whether its detox is staffed medically day and night'],
    },
  },
  { says: ['Sober living', 'Recovery residence', 'Recovery residences'], gives: { supports: ['recovery-residence'] } },
  { says: ['Peer support', 'Peer support services'], gives: { supports: ['peer-support'] } },
  { says: ['Telehealth'], gives: { supports: ['telehealth'] } },
];
