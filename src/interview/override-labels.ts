/** The reasons for choosing another level than the rules', each a clause that also reads well after "because". */

import type { OverrideCode } from './model.ts';

export const OVERRIDE_LABELS: Readonly<Record<OverrideCode, string>> = {
  'caller-preference': 'the caller prefers it',
  'not-available-in-area': 'nothing else is offered in the area',
  'no-opening': 'there is no opening nearby',
  'program-declined': 'the program declined',
  'payer-declined': 'the payer declined',
  'no-coverage': 'nothing else is covered',
  transport: 'they cannot get to another',
  'work-or-family': 'work or family leaves no other way',
  'language-or-culture': 'language or culture asks for it',
  'court-or-probation': 'a court or probation asks for it',
  'clinical-judgement': 'clinical judgement asks for it',
  other: 'there is another reason, which the note gives',
};
