/** What the counselor does about a first step in the next minute, with the number that leads there. */

import type { FirstStep } from '../policy/care-lists.ts';
import { isThirdParty } from '../questionnaire/used-answers.ts';
import { lineCards } from './line-cards.ts';
import type { SummaryInput } from './summary-input.ts';

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
  switch (step) {
    case 'medical-check-today':
      return `Get ${person(input)} seen today: the prescriber, urgent care or an emergency department. Until then no medicine is stopped.`;
    case 'crisis-assessment-today':
      return `${callTogether(input)}: a clinician has to judge the danger today. Nobody stays alone until then.`;
    case 'withdrawal-management':
      return `Arrange detox first${finding(step, input)}. Until then: no sudden stop alone.`;
    case 'withdrawal-management-24h':
      return `Arrange detox with doctors day and night first${finding(step, input)}. Until then: no stopping alone.`;
    case 'opioid-medication-start':
      return `Find out now who can start methadone or buprenorphine by tomorrow${finding(step, input)}.`;
    case 'safe-place':
      return `Make sure of a safe place to stay first, together${advocate(input)}.`;
    case 'medication-review':
      return 'Arrange a review with the prescriber soon; until then nothing is stopped or started.';
    default:
      return step satisfies never;
  }
}

function person({ questionnaire, answers }: SummaryInput): string {
  return isThirdParty(questionnaire, answers) ? 'the person' : 'the caller';
}

function callTogether(input: SummaryInput): string {
  const number = numberFor('crisis-assessment-today', input);
  return number === undefined ? 'Call a crisis team together now' : `Call ${number} together now`;
}

function finding(step: keyof typeof STEP_LINES, input: SummaryInput): string {
  const number = numberFor(step, input);
  return number === undefined ? '' : ` (${number} helps to find it)`;
}

/** The domestic-violence line is for those whom somebody hurts, not for everybody without a home. */
function advocate(input: SummaryInput): string {
  const number = numberFor('safe-place', input);
  const hurt = input.decision.supports['dv-advocate'] === 'certain';
  return hurt && number !== undefined ? `; an advocate helps at any hour: ${number}` : '';
}

function numberFor(step: keyof typeof STEP_LINES, { directory, today }: SummaryInput): string | undefined {
  return lineCards(directory, [STEP_LINES[step]], today)[0]?.number;
}
