/** One program against one caller: what could rule it out and what makes it better, each with its outcome, and its rank. */

import type { Program } from '../directory/model.ts';
import { ageTest, levelTest, licenseTest, pregnancyTest, servesTest, stateTest } from './matching/admission.ts';
import { firstStepTest, needTest } from './matching/care.ts';
import type { HardFinding, HardTest, PreferenceFinding, PreferenceTest, Wanted } from './matching/finding.ts';
import { milesTo, nearTest } from './matching/nearness.ts';
import { believedOpening, openingTest } from './matching/opening.ts';
import { paymentTest } from './matching/payment.ts';
import { type Rank, rankOf } from './matching/rank.ts';
import { languageTest, spokenTest } from './matching/talking.ts';
import {
  affirmingTest,
  childrenTest,
  eveningsTest,
  fewHoursTest,
  freshnessTest,
  telehealthTest,
} from './matching/wishes.ts';

export interface Match {
  readonly program: Program;
  readonly verdict: 'fits' | 'fits-with-drawbacks' | 'ruled-out';
  readonly hard: readonly HardFinding[];
  readonly preferences: readonly PreferenceFinding[];
  /** As the crow flies; undefined where it is not known of both where they are. */
  readonly miles: number | undefined;
  /** They said so lately: never the first to call while another one fits. */
  readonly isFull: boolean;
  readonly rank: Rank;
}

const ADMISSION: readonly HardTest[] = [
  stateTest,
  levelTest,
  licenseTest,
  ageTest,
  servesTest,
  pregnancyTest,
  paymentTest,
  languageTest,
];

const WISHES: readonly PreferenceTest[] = [
  affirmingTest,
  spokenTest,
  eveningsTest,
  fewHoursTest,
  telehealthTest,
  childrenTest,
  freshnessTest,
];

/** Sets a program against what is wanted. */
export function match(program: Program, wanted: Wanted): Match {
  const hard = hardFindings(program, wanted);
  const miles = milesTo(program, wanted);
  const believed = believedOpening(program, wanted);
  const preferences = preferenceFindings(program, wanted, nearTest(miles, wanted), openingTest(program, believed));
  return {
    program,
    verdict: verdictOf(hard, preferences),
    hard,
    preferences,
    miles,
    isFull: believed?.opening === 'full',
    rank: rankOf({ program, wanted, hard, preferences, miles, believed }),
  };
}

/** The conditions alone, each with its outcome. */
export function hardFindings(program: Program, wanted: Wanted): readonly HardFinding[] {
  const findings: HardFinding[] = [];
  const add = (finding: HardFinding | undefined): void => {
    if (finding !== undefined) findings.push(finding);
  };
  for (const test of ADMISSION) add(test(program, wanted));
  for (const step of wanted.needs.firstSteps) add(firstStepTest(program, step));
  for (const need of wanted.needs.hard) add(needTest(program, need, wanted));
  return findings;
}

function preferenceFindings(
  program: Program,
  wanted: Wanted,
  ...worked: readonly (PreferenceFinding | undefined)[]
): readonly PreferenceFinding[] {
  const findings: PreferenceFinding[] = [];
  for (const test of WISHES) {
    const finding = test(program, wanted);
    if (finding !== undefined) findings.push(finding);
  }
  for (const finding of worked) if (finding !== undefined) findings.push(finding);
  return findings;
}

function verdictOf(hard: readonly HardFinding[], preferences: readonly PreferenceFinding[]): Match['verdict'] {
  if (hard.some(({ outcome }) => outcome === 'not-met')) return 'ruled-out';
  return [...hard, ...preferences].every(({ outcome }) => outcome === 'met') ? 'fits' : 'fits-with-drawbacks';
}
