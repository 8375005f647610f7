/** Whether somebody can begin there, as the program said last. */

import { daysBetween } from '../../directory/days.ts';
import type { Availability, Program } from '../../directory/model.ts';
import type { PreferenceFinding, Wanted } from './finding.ts';

/** What was said within the days for which it is believed; a day that lies ahead is a slip and is not believed either. */
export function believedOpening({ availability }: Program, wanted: Wanted): Availability | undefined {
  if (availability === undefined) return undefined;
  const days = daysBetween(availability.on, wanted.today);
  return days >= 0 && days <= wanted.availabilityHoldsDays ? availability : undefined;
}

/** What was said of openings; nothing where nothing was ever said. */
export function openingTest(
  { availability }: Program,
  believed: Availability | undefined,
): PreferenceFinding | undefined {
  if (availability === undefined) return undefined;
  const preference = 'opening';
  const { opening, on, beds, waitDays } = availability;
  if (believed === undefined)
    return { preference, outcome: 'unknown', says: (words) => words.oldOpening[opening](words.day(on)) };
  switch (opening) {
    case 'open':
      return { preference, outcome: 'met', says: (words) => words.openOn(words.day(on), beds) };
    case 'waiting':
      return { preference, outcome: 'not-met', says: (words) => words.waitingOn(words.day(on), waitDays) };
    case 'full':
      return { preference, outcome: 'not-met', says: (words) => words.fullOn(words.day(on)) };
    default:
      return opening satisfies never;
  }
}
