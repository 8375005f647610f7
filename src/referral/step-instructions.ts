/** What the counselor does about a first step in the next minute, with the number that leads there. */

import type { FirstStep } from '../policy/care-lists.ts';
import { isThirdParty } from '../questionnaire/used-answers.ts';
import type { SummaryInput } from './summary-input.ts';
import { wordsIn } from './words/words.ts';

/** Lines of the directory that lead to a first step; a directory without one leaves the number out. */
export const STEP_LINES = {
  'crisis-assessment-today': 'crisis-988',
  'withdrawal-management': 'samhsa-helpline',
  'withdrawal-management-24h': 'samhsa-helpline',
  'opioid-medication-start': 'samhsa-helpline',
  'safe-place': 'domestic-violence-hotline',
} as const satisfies Partial<Record<FirstStep, string>>;

/** Says a first step to the counselor, who has to make it happen while the caller is on the line. */
export function stepInstruction(step: FirstStep, input: SummaryInput): string {
  const words = wordsIn(input.language).now;
  switch (step) {
    case 'medical-check-today':
      return words.medicalCheck(isThirdParty(input.questionnaire, input.answers));
    case 'crisis-assessment-today':
      return words.crisisAssessment(numberFor(step, input));
    case 'withdrawal-management':
      return words.detox(numberFor(step, input));
    case 'withdrawal-management-24h':
      return words.detoxAroundTheClock(numberFor(step, input));
    case 'opioid-medication-start':
      return words.startMedicine(numberFor(step, input));
    case 'safe-place':
      return words.safePlace(advocate(input));
    case 'medication-review':
      return words.reviewMedicine;
    default:
      return step satisfies never;
  }
}

/** The domestic-violence line is for those whom somebody hurts, not for everybody without a home. */
function advocate(input: SummaryInput): string | undefined {
  const hurt = input.decision.supports['dv-advocate'] === 'certain';
  return hurt ? numberFor('safe-place', input) : undefined;
}

function numberFor(step: keyof typeof STEP_LINES, { directory }: SummaryInput): string | undefined {
  return directory.lines.find(({ id }) => id === STEP_LINES[step])?.number;
}
