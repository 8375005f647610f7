/** Entries to compare with their programs again, for a person, a spreadsheet and a program. */

import type { StaleEntry } from '../directory/stale.ts';
import { csv } from './csv.ts';
import { grouped, numbered } from './grouped.ts';

export interface StaleList {
  readonly place: string;
  /** YYYY-MM-DD. */
  readonly today: string;
  /** Verified longer ago than this is stale. */
  readonly days: number;
  readonly programs: number;
  readonly entries: readonly StaleEntry[];
}

/** A line each, and how many there are. */
export function staleText({ place, today, days, programs, entries }: StaleList): string {
  const lines = entries.map(
    (entry) =>
      `${entry.verifiedOn}  ${entry.name}${entry.city === undefined ? '' : `, ${entry.city}`}: ${phoneText(entry)}${openingText(entry)} [${entry.id}]`,
  );
  const stale = entries.filter((entry) => entry.days > days).length;
  const old = entries.filter(({ availabilityOn }) => availabilityOn !== undefined).length;
  const summary = `${place}: of ${numbered(programs, 'program')}, ${grouped(stale)} verified more than ${numbered(days, 'day')} before ${today}`;
  return `${[...lines, `${summary}${old === 0 ? '' : `; ${grouped(old)} with old word of openings`}`].join('\n')}\n`;
}

function phoneText({ phone }: StaleEntry): string {
  if (phone === undefined) return 'no number';
  return phone.doubtful === undefined ? phone.number : `${phone.number} (may be wrong: ${phone.doubtful})`;
}

function openingText({ availabilityOn }: StaleEntry): string {
  return availabilityOn === undefined ? '' : `; openings as of ${availabilityOn}`;
}

/** The same, versioned. */
export function staleJson({ place, today, days, programs, entries }: StaleList): string {
  return `${JSON.stringify({ format: 'intakeline/stale-entries/1', place, today, days, programs, entries }, null, 2)}\n`;
}

/** One row an entry. */
export function staleCsv({ entries }: StaleList): string {
  const rows = entries.map((entry) => [
    entry.id,
    { free: entry.name },
    { free: entry.city ?? '' },
    { free: entry.phone?.number ?? '' },
    { free: entry.phone?.doubtful ?? '' },
    entry.verifiedOn,
    String(entry.days),
    entry.availabilityOn ?? '',
  ]);
  return csv([['id', 'name', 'city', 'phone', 'phone_doubt', 'verified_on', 'days', 'availability_on'], ...rows]);
}
