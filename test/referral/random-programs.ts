/** Random directories and searches, by fast-check: every field known, not known, and at the edges. */

import fc from 'fast-check';
import { MEDICINES, OPENINGS, PAYMENTS } from '../../src/directory/lists.ts';
import type { GeoPoint, Program } from '../../src/directory/model.ts';
import { FIRST_STEPS, type Level, SUPPORTS } from '../../src/policy/care-lists.ts';
import { MEANINGS } from '../../src/questionnaire/meanings.ts';
import type { Wanted } from '../../src/referral/matching/finding.ts';
import { HARD_NEEDS, type Needs } from '../../src/referral/needs.ts';
import { aProgram } from './given.ts';
import { wanted } from './wanted.ts';

const LEVELS: readonly Level[] = ['residential', 'iop', 'outpatient'];
const STATES = ['CA', 'MN', 'FL'] as const;
const DAYS = [
  '2026-05-25',
  '2026-05-26',
  '2026-11-19',
  '2026-11-20',
  '2026-11-21',
  '2026-11-22',
  '2026-11-23',
] as const;
const ZIPS = ['94601', '94612', '94612-1234', '90001', '55401', '99999'] as const;
export const PLACES: Readonly<Record<string, GeoPoint>> = {
  '94601': { latitude: 37.78, longitude: -122.22 },
  '94612': { latitude: 37.81, longitude: -122.27 },
  '90001': { latitude: 33.97, longitude: -118.25 },
  '55401': { latitude: 44.98, longitude: -93.27 },
};

const maybe = <T>(one: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(one, { nil: undefined });
const some = <T>(of: readonly T[]): fc.Arbitrary<T[]> => fc.subarray([...of]);
const bit = maybe(fc.boolean());

const fields: fc.Arbitrary<Omit<Partial<Program>, 'id'>> = fc.record({
  levels: some(LEVELS),
  mayOffer: some(LEVELS),
  firstSteps: maybe(some(FIRST_STEPS)),
  supports: some(SUPPORTS),
  serves: maybe(fc.constantFrom('everyone', 'women', 'men')),
  ages: maybe(
    fc.record({ from: maybe(fc.integer({ min: 12, max: 40 })), to: maybe(fc.integer({ min: 30, max: 80 })) }),
  ),
  pregnant: bit,
  children: bit,
  payments: maybe(some(PAYMENTS)),
  medicines: maybe(some(MEDICINES)),
  languages: maybe(some(['en', 'es', 'ase'])),
  interpreter: bit,
  evenings: bit,
  availability: maybe(
    fc.record({
      opening: fc.constantFrom(...OPENINGS),
      waitDays: maybe(fc.integer({ min: 0, max: 9 })),
      beds: fc.constant(undefined),
      on: fc.constantFrom(...DAYS),
    }),
  ),
  affirming: maybe(fc.constant({ note: 'affirming', cites: [] })),
  states: maybe(fc.subarray([...STATES], { minLength: 1 })),
  postalCode: maybe(fc.constantFrom(...ZIPS)),
  place: maybe(fc.constantFrom(...Object.values(PLACES))),
  license: maybe(
    fc.record({ number: fc.constant('1'), authority: fc.constant('State'), expires: fc.constantFrom(...DAYS) }),
  ),
  verifiedOn: fc.constantFrom(...DAYS),
});

/** Programs whose ids say nothing of their order. */
export const randomPrograms = (maxLength: number): fc.Arbitrary<readonly Program[]> =>
  fc
    .array(fields, { maxLength })
    .map((all) => all.map((one, index) => aProgram({ id: `p${(index * 7919) % 10007}`, ...one })));

const needs: fc.Arbitrary<Partial<Needs>> = fc.record({
  state: maybe(fc.constantFrom(...STATES).map((id) => ({ id, label: id }))),
  postalCode: maybe(fc.constantFrom('94601', '90001', '99999')),
  age: maybe(fc.integer({ min: 18, max: 90 })),
  pregnancy: fc.constantFrom('none', 'pregnant', 'birth', 'either'),
  affirming: fc.boolean(),
  payments: fc.subarray([...MEANINGS.payment], { maxLength: 2 }),
  languages: fc.subarray(['es', 'ase'], { maxLength: 1 }),
  interpreter: fc.boolean(),
  schedule: some(MEANINGS.schedule),
  travel: maybe(fc.constantFrom('video-only', 'cannot-travel')),
  children: fc.boolean(),
  firstSteps: fc.subarray([...FIRST_STEPS], { maxLength: 2 }),
  hard: fc.subarray([...HARD_NEEDS], { maxLength: 2 }),
});

/** Few needs are as likely as many, so that programs are chosen as well as ruled out. */
export const randomSearch: fc.Arbitrary<Wanted> = fc
  .record({
    needs: fc.oneof(
      needs,
      needs.map(({ state, postalCode }) => ({ state, postalCode })),
    ),
    level: fc.constantFrom(...LEVELS),
    strict: fc.boolean(),
    preferred: maybe(fc.constant('p0')),
  })
  .map(({ needs: chosen, ...given }) => {
    const from = chosen.postalCode === undefined ? undefined : PLACES[chosen.postalCode];
    return wanted(chosen, { ...given, from, placeOfCode: (code) => PLACES[code] });
  });
