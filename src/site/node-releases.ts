/** Until when each major version of Node gets corrections. */

import { daysBetween } from '../directory/days.ts';

/** The last day of support of each major version; from the schedule of the Node.js Release Working Group (github.com/nodejs/Release). */
const END_OF_LIFE: ReadonlyMap<number, string> = new Map([
  [18, '2025-04-30'],
  [19, '2023-06-01'],
  [20, '2026-04-30'],
  [21, '2024-06-01'],
  [22, '2027-04-30'],
  [23, '2025-06-01'],
  [24, '2028-04-30'],
  [25, '2026-06-01'],
  [26, '2029-04-30'],
]);

/** The version to move to: the one with long support that is supported longest of those that are settled. */
export const RECOMMENDED_NODE = 24;

/** The last day on which a version, such as `20.19.1`, is supported; undefined where the table does not know it. */
export function endOfLife(version: string): string | undefined {
  return END_OF_LIFE.get(Number(version.split('.')[0]));
}

/** Whether a day lies behind the last one. */
export function isPast(lastDay: string, today: string): boolean {
  return daysBetween(lastDay, today) > 0;
}
