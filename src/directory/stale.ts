/** Entries of a directory that somebody should compare with their programs again. */

import { daysBetween } from './days.ts';
import type { Directory, Phone, Program } from './model.ts';

/** An entry, with why it is old. */
export interface StaleEntry {
  readonly id: string;
  readonly name: string;
  readonly city: string | undefined;
  readonly phone: Phone | undefined;
  /** YYYY-MM-DD, and how many days ago that was. */
  readonly verifiedOn: string;
  readonly days: number;
  /** The day of a word of openings that holds no longer. */
  readonly availabilityOn: string | undefined;
}

/** Lists stale entries, the oldest first; `days` stands in for what the directory says. The day is YYYY-MM-DD. */
export function staleOf(directory: Directory, today: string, days: number | undefined): readonly StaleEntry[] {
  const limit = days ?? directory.staleAfterDays;
  return directory.programs
    .flatMap((program) => {
      const age = daysBetween(program.verifiedOn, today);
      const availabilityOn = oldAvailability(program, directory, today);
      return age > limit || availabilityOn !== undefined ? [entryOf(program, age, availabilityOn)] : [];
    })
    .sort((a, b) => b.days - a.days || (a.name < b.name ? -1 : 1));
}

function oldAvailability({ availability }: Program, directory: Directory, today: string): string | undefined {
  if (availability === undefined) return undefined;
  return daysBetween(availability.on, today) > directory.availabilityHoldsDays ? availability.on : undefined;
}

function entryOf(program: Program, days: number, availabilityOn: string | undefined): StaleEntry {
  const { id, name, city, verifiedOn } = program;
  return { id, name, city, phone: program.phones[0], verifiedOn, days, availabilityOn };
}
