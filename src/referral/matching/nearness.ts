/** How far a program lies from the caller. */

import type { GeoPoint, Program } from '../../directory/model.ts';
import { milesBetween } from '../miles.ts';
import { fiveDigits } from '../postal-places.ts';
import { isFromHome, type PreferenceFinding, type Wanted } from './finding.ts';

/** What is near, in miles as the crow flies: a way several times a week, the same without a car, a way once. Our judgement. */
const NEAR = { fromHome: 30, withoutTravel: 10, toLiveThere: 100 } as const;

/** The way in miles; undefined where it is not known of both where they are. */
export function milesTo(
  program: Program,
  { from, placeOfCode }: Pick<Wanted, 'from' | 'placeOfCode'>,
): number | undefined {
  if (from === undefined) return undefined;
  const to = program.place ?? placeByCode(program, placeOfCode);
  return to === undefined ? undefined : milesBetween(from, to);
}

function placeByCode({ postalCode }: Program, placeOfCode: Wanted['placeOfCode']): GeoPoint | undefined {
  const digits = postalCode === undefined ? undefined : fiveDigits(postalCode);
  return digits === undefined ? undefined : placeOfCode(digits);
}

/** Near enough to come; of a caller whose place is not known nothing is said. */
export function nearTest(miles: number | undefined, wanted: Wanted): PreferenceFinding | undefined {
  if (wanted.from === undefined) return undefined;
  const preference = 'near';
  if (miles === undefined) return { preference, outcome: 'unknown', says: (words) => words.askWhere };
  const isNear = miles <= nearFor(wanted);
  return {
    preference,
    outcome: isNear ? 'met' : 'not-met',
    says: (words) => (isNear ? words.miles(miles) : words.far(words.miles(miles))),
  };
}

/** How many miles are near, for what is looked for. */
export function nearFor({ level, needs }: Wanted): number {
  if (!isFromHome(level)) return NEAR.toLiveThere;
  return needs.travel === undefined ? NEAR.fromHome : NEAR.withoutTravel;
}

/** Digits that two postal codes share at the start: postal areas nest, so more digits lie nearer. */
export function commonStart(a: string | undefined, b: string | undefined): number {
  if (a === undefined || b === undefined) return 0;
  let count = 0;
  while (count < a.length && a.charCodeAt(count) === b.charCodeAt(count)) count++;
  return count;
}
