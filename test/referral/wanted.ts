/** What is looked for, for tests of matching: nothing but a bed in California unless a test says more. */

import type { Match } from '../../src/referral/match.ts';
import type { MatchOutcome, Wanted } from '../../src/referral/matching/finding.ts';
import type { Needs } from '../../src/referral/needs.ts';

const NOTHING: Needs = {
  state: { id: 'CA', label: 'California' },
  postalCode: undefined,
  postalState: undefined,
  age: undefined,
  pregnancy: 'none',
  affirming: false,
  payments: [],
  languages: [],
  interpreter: false,
  schedule: [],
  travel: undefined,
  children: false,
  firstSteps: [],
  hard: [],
};

export function wanted(needs: Partial<Needs> = {}, given: Partial<Wanted> = {}): Wanted {
  return {
    level: 'residential',
    needs: { ...NOTHING, ...needs },
    today: '2026-11-22',
    staleAfterDays: 180,
    availabilityHoldsDays: 2,
    strict: true,
    preferred: undefined,
    from: undefined,
    placeOfCode: () => undefined,
    ...given,
  };
}

/** The search for a program that one attends from home, where little needs to be known. */
export function fromHome(needs: Partial<Needs> = {}, given: Partial<Wanted> = {}): Wanted {
  return wanted(needs, { level: 'iop', strict: false, ...given });
}

/** Conditions and preferences of a match with an outcome. */
export function having(found: Match, outcome: MatchOutcome): readonly string[] {
  return [
    ...found.hard.flatMap((one) => (one.outcome === outcome ? [one.condition] : [])),
    ...found.preferences.flatMap((one) => (one.outcome === outcome ? [one.preference] : [])),
  ];
}
