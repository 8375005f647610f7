/** Whether a program can give the care that the decision makes necessary. */

import type { Program } from '../../directory/model.ts';
import type { FirstStep } from '../../policy/care-lists.ts';
import type { HardNeed } from '../needs.ts';
import type { HardCondition, HardFinding, Wanted } from './finding.ts';

const CONDITION_OF = {
  'medication-continuity': 'medication',
  'prenatal-care': 'prenatal-care',
  'dual-diagnosis-track': 'co-occurring',
  'mental-health-track': 'mental-health',
  'safety-plan': 'suicide-risk',
} as const satisfies Record<HardNeed, HardCondition>;

/** One support without which the program is no help. */
export function needTest(program: Program, need: HardNeed, { strict }: Wanted): HardFinding {
  if (need === 'medication-continuity') return medicationTest(program);
  const condition = CONDITION_OF[need];
  if (program.supports.includes(need)) return { condition, outcome: 'met', says: (words) => words.meetsNeed[need] };
  // A bed licensed for alcohol and drugs is no place for somebody who uses neither.
  if (need === 'mental-health-track' && strict)
    return { condition, outcome: 'not-met', says: (words) => words.noMentalHealthTrack };
  return { condition, outcome: 'unknown', says: (words) => words.askForNeed[need] };
}

/** Which medicine the caller has stays with the counselor; so only a program that continues none at all is ruled out. */
function medicationTest({ supports, medicines }: Program): HardFinding {
  const condition = 'medication';
  if (supports.includes('medication-continuity') || continuesBoth(medicines))
    return { condition, outcome: 'met', says: (words) => words.meetsNeed['medication-continuity'] };
  if (medicines === undefined)
    return { condition, outcome: 'unknown', says: (words) => words.askForNeed['medication-continuity'] };
  if (medicines.length === 0) return { condition, outcome: 'not-met', says: (words) => words.noMedicines };
  return { condition, outcome: 'unknown', says: (words) => words.askMedicine(medicines) };
}

function continuesBoth(medicines: Program['medicines']): boolean {
  return medicines?.includes('methadone') === true && medicines.includes('buprenorphine');
}

/** One first step; where the program does not do it itself, somebody else may. */
export function firstStepTest(program: Program, step: FirstStep): HardFinding | undefined {
  const own = program.firstSteps ?? [];
  const condition = 'first-step';
  switch (step) {
    case 'withdrawal-management':
      return own.includes(step) || own.includes('withdrawal-management-24h')
        ? { condition, outcome: 'met', says: (words) => words.doesWithdrawal }
        : { condition, outcome: 'unknown', says: (words) => words.askWithdrawal };
    case 'withdrawal-management-24h':
      if (own.includes(step)) return { condition, outcome: 'met', says: (words) => words.doesWithdrawal24h };
      return own.includes('withdrawal-management')
        ? { condition, outcome: 'unknown', says: (words) => words.askWithdrawalIs24h }
        : { condition, outcome: 'unknown', says: (words) => words.askWithdrawal24h };
    case 'opioid-medication-start':
      return opioidStartTest(program, own);
    case 'medication-review':
    case 'medical-check-today':
    case 'crisis-assessment-today':
    case 'safe-place':
      return own.includes(step) ? { condition, outcome: 'met', says: (words) => words.doesFirstStep } : undefined;
    default:
      return step satisfies never;
  }
}

/** Whoever has just begun the medicine must not have to stop it where they are sent. */
function opioidStartTest({ medicines }: Program, own: readonly FirstStep[]): HardFinding {
  if (own.includes('opioid-medication-start'))
    return { condition: 'first-step', outcome: 'met', says: (words) => words.startsOpioidMedication };
  if (medicines?.length === 0)
    return { condition: 'medication', outcome: 'not-met', says: (words) => words.noMedicines };
  return { condition: 'first-step', outcome: 'unknown', says: (words) => words.askOpioidMedication };
}
