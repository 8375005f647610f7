/** The reasons for choosing another level than the rules', in words. */

import type { OverrideCode } from './model.ts';

export const OVERRIDE_REASONS: Readonly<Record<OverrideCode, string>> = {
  'caller-preference': 'the caller prefers it',
  'not-available-in-area': 'there is none nearby',
  'no-opening': 'there is no opening',
  'program-declined': 'the program declined',
  'payer-declined': 'whoever pays declined',
  'no-coverage': 'there is no coverage',
  transport: 'they cannot get there',
  'work-or-family': 'work or family duties',
  'language-or-culture': 'language or culture',
  'court-or-probation': 'a court or probation asks for it',
  'clinical-judgement': 'clinical judgement',
  other: 'another reason, which the note gives',
};
