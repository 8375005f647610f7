/** What is wrong or doubtful in the entries of a directory on a day; its form and ids are compile.ts. */

import { collect, type Report } from '../documents/collect.ts';
import type { Document } from '../documents/document.ts';
import type { Problem } from '../problems/problem.ts';
import { AVAILABILITY_HOLDS_DAYS } from './compile.ts';
import { daysBetween } from './days.ts';
import type { DirectorySource, ProgramSource } from './schema.ts';

/** Looks at every entry, for a day given as YYYY-MM-DD. */
export function checkPrograms(document: Document<DirectorySource>, today: string): readonly Problem[] {
  const { report, problems } = collect(document);
  const {
    programs,
    stale_after_days: stale,
    availability_holds_days: holds = AVAILABILITY_HOLDS_DAYS,
  } = document.value;
  for (const [index, program] of programs.entries()) {
    const path = ['programs', index];
    checkLevels(program, path, report);
    checkPhones(program, path, report);
    checkLicense(program, path, today, report);
    checkAge(program, path, { today, stale, holds }, report);
  }
  return problems;
}

type Place = readonly (string | number)[];

function checkLevels({ id, levels, may_offer: asked = [] }: ProgramSource, path: Place, report: Report): void {
  if (levels.length + asked.length > 0) return;
  report({
    code: 'program-without-level',
    path: [...path, 'levels'],
    message: `\`${id}\` offers no level of care`,
    remedy: 'name its levels, those that it may offer under `may_offer`, or take it out',
  });
}

function checkPhones({ id, phones }: ProgramSource, path: Place, report: Report): void {
  for (const [index, { doubtful }] of phones.entries()) {
    if (doubtful === undefined) continue;
    report({
      code: 'phone-doubtful',
      path: [...path, 'phones', index, 'number'],
      message: `a number of \`${id}\` may be wrong: ${doubtful}`,
      remedy: 'look it up; where it is right, take `doubtful` away',
    });
  }
}

function checkLicense({ id, license }: ProgramSource, path: Place, today: string, report: Report): void {
  if (license === undefined || license.expires >= today) return;
  report({
    code: 'license-expired',
    path: [...path, 'license', 'expires'],
    message: `the license of \`${id}\` ran out on ${license.expires}`,
    remedy: 'look up whether it was renewed, and until when',
  });
}

interface Days {
  readonly today: string;
  readonly stale: number;
  readonly holds: number;
}

function checkAge(program: ProgramSource, path: Place, { today, stale, holds }: Days, report: Report): void {
  const { id, verified_on: verified, availability } = program;
  if (daysBetween(verified, today) > stale)
    report({
      code: 'entry-stale',
      path: [...path, 'verified_on'],
      message: `\`${id}\` was verified on ${verified}, more than ${stale} days ago`,
      remedy: 'compare it with its source, or phone, and write the day',
    });
  if (availability !== undefined && daysBetween(availability.on, today) > holds)
    report({
      code: 'availability-stale',
      path: [...path, 'availability', 'on'],
      message: `what \`${id}\` said of openings is from ${availability.on}, which is believed for ${holds} days`,
      remedy: 'ask again and write the day, or take it out',
    });
}
