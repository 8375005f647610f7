/** Which of two programs that fit is named first. The order is total, and each place in it can be explained by one difference. */

import type { Availability, Program } from '../../directory/model.ts';
import type { HardFinding, MatchOutcome, PreferenceFinding, Wanted } from './finding.ts';
import { commonStart, nearFor } from './nearness.ts';

/** What is compared, in this order: the first difference decides, and smaller is better. After them the id decides. */
export const RANKED = [
  'full',
  'own-page',
  'far',
  'unknown',
  'preferences',
  'opening',
  'wait',
  'distance',
  'postal-area',
] as const;
export type Ranked = (typeof RANKED)[number];

/** One number for each entry of `RANKED`. */
export type Rank = readonly number[];

/** A preference that is not met weighs as much as two of which nobody knows. */
const WEIGHT = { met: 0, unknown: 1, 'not-met': 2 } as const satisfies Record<MatchOutcome, number>;

const OPENING = { open: 0, waiting: 2, full: 2 } as const satisfies Record<Availability['opening'], number>;
const OPENING_NOT_KNOWN = 1;

interface Judged {
  readonly program: Program;
  readonly wanted: Wanted;
  readonly hard: readonly HardFinding[];
  readonly preferences: readonly PreferenceFinding[];
  readonly miles: number | undefined;
  readonly believed: Availability | undefined;
}

/** The rank of a program; that of one that is ruled out means nothing. */
export function rankOf({ program, wanted, hard, preferences, miles, believed }: Judged): Rank {
  return [
    ...leadingRank({ program, hard, miles }, wanted, believed),
    weightOf(preferences),
    believed === undefined ? OPENING_NOT_KNOWN : OPENING[believed.opening],
    // Who names a list and no days is taken to mean more days than anybody who names some.
    believed?.opening === 'waiting' ? (believed.waitDays ?? Number.MAX_SAFE_INTEGER) : 0,
    miles ?? Number.MAX_SAFE_INTEGER,
    -commonStart(program.postalCode, wanted.needs.postalCode),
  ];
}

/** The first entries of a rank, for which no preference needs to be looked at. */
export function leadingRank(
  { program, hard, miles }: Pick<Judged, 'program' | 'hard' | 'miles'>,
  wanted: Wanted,
  believed: Availability | undefined,
): Rank {
  let unknown = 0;
  for (const { outcome } of hard) if (outcome === 'unknown') unknown++;
  const isBeyond = miles !== undefined && miles > nearFor(wanted);
  return [believed?.opening === 'full' ? 1 : 0, program.id === wanted.preferred ? 0 : 1, isBeyond ? 1 : 0, unknown];
}

/** Whether a rank of which only the first entries are known may come before a whole one. */
export function mayComeBefore(leading: Rank, other: Rank): boolean {
  const index = leading.findIndex((value, place) => value !== other[place]);
  return index < 0 || (leading[index] ?? 0) < (other[index] ?? 0);
}

/** The opening has a place of its own in the order. */
function weightOf(preferences: readonly PreferenceFinding[]): number {
  let weight = 0;
  for (const { preference, outcome } of preferences) if (preference !== 'opening') weight += WEIGHT[outcome];
  return weight;
}

/** The entry by which the first rank differs from the second; undefined where only the ids do. */
export function differenceOf(a: Rank, b: Rank): Ranked | undefined {
  return RANKED.find((_, index) => a[index] !== b[index]);
}

/** Negative where the first program comes first. */
export function byRank(a: RankedProgram, b: RankedProgram): number {
  for (let index = 0; index < RANKED.length; index++) {
    const difference = (a.rank[index] ?? 0) - (b.rank[index] ?? 0);
    if (difference !== 0) return difference;
  }
  if (a.program.id === b.program.id) return 0;
  return a.program.id < b.program.id ? -1 : 1;
}

interface RankedProgram {
  readonly program: { readonly id: string };
  readonly rank: Rank;
}
