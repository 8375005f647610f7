/** What the columns of one reading say together. */

import type { BoundMapping, Contribution } from './bound-mapping.ts';
import { daysAnswer } from './days-answer.ts';
import type { CasesReading, DateReading, OptionsReading } from './mapping.ts';
import type { CellAnswer } from './read-answer.ts';
import { ALL_BITS } from './read-cell.ts';
import type { RejectCode } from './reject-codes.ts';

/** An answer, nothing, or why the columns cannot be understood together. */
export type Combined = CellAnswer | undefined | RejectCode;

/** Combines the contributions to a reading, in the order of the columns; every option that nothing is known of counts as unknown. */
export function combineReading(
  { mapping, deniable }: BoundMapping,
  place: number,
  contributions: readonly Contribution[],
): Combined {
  const reading = mapping.readings[place];
  switch (reading?.kind) {
    case undefined:
      return undefined;
    case 'cell':
      return contributions.find((one) => one.kind === 'answer');
    case 'date':
      return combineDays(reading.date, contributions);
    case 'options':
      return combineOptions(reading, deniable[place] ?? 0, contributions);
    case 'cases':
      return combineCases(reading, contributions);
    default:
      return reading satisfies never;
  }
}

function combineDays(date: DateReading, contributions: readonly Contribution[]): Combined {
  const from = dayIn(contributions, 'from');
  const until = dayIn(contributions, 'until');
  if (from !== undefined && until !== undefined) return daysAnswer(date, from, until);
  return contributions.find((one) => one.kind === 'answer'); // until the day of the run
}

function dayIn(contributions: readonly Contribution[], end: 'from' | 'until'): number | undefined {
  return contributions.flatMap((one) => (one.kind === end && 'day' in one ? [one.day] : []))[0];
}

function combineOptions(
  { options, namingAsks }: OptionsReading,
  deniable: number,
  contributions: readonly Contribution[],
): Combined {
  let [yes, no] = [0, deniable];
  for (const one of contributions) {
    if (one.kind !== 'options') continue;
    yes |= one.yes;
    no &= one.no;
  }
  const isNone = contributions.some(({ kind }) => kind === 'none');
  if (isNone && yes !== 0) return 'none-and-some';
  const isAsked = isNone || (namingAsks && yes !== 0) || contributions.some(({ kind }) => kind === 'asked');
  if (!isAsked) no = 0;
  if ((yes | no) === 0) return undefined;
  const having = (bits: number) => options.flatMap(({ option }, bit) => ((bits >> bit) & 1 ? [option] : []));
  return { value: having(yes), unknownOptions: having(ALL_BITS & ~(yes | no)) };
}

function combineCases({ cases }: CasesReading, contributions: readonly Contribution[]): Combined {
  let allowed = ALL_BITS;
  for (const one of contributions) if (one.kind === 'cases') allowed &= one.allowed;
  const answer = cases.find((_, place) => (allowed >> place) & 1)?.answer;
  return answer === undefined ? undefined : { value: answer, unknownOptions: [] };
}
