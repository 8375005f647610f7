/** What makes one program better than another without ruling any out. */

import { daysBetween } from '../../directory/days.ts';
import type { Program } from '../../directory/model.ts';
import { isFromHome, type PreferenceFinding, type Wanted } from './finding.ts';

/** LGBTQ+-affirming only where a source says so. */
export function affirmingTest({ affirming }: Program, { needs }: Wanted): PreferenceFinding | undefined {
  if (!needs.affirming) return undefined;
  const preference = 'affirming';
  if (affirming === undefined) return { preference, outcome: 'unknown', says: (words) => words.askAffirming };
  return { preference, outcome: 'met', says: () => affirming.note };
}

/** For whoever can come in the evening only; where one lives there, it does not matter. */
export function eveningsTest({ evenings }: Program, { needs, level }: Wanted): PreferenceFinding | undefined {
  if (!needs.schedule.includes('evenings-only') || !isFromHome(level)) return undefined;
  const preference = 'evenings';
  if (evenings === undefined) return { preference, outcome: 'unknown', says: (words) => words.askEvenings };
  return evenings
    ? { preference, outcome: 'met', says: (words) => words.hasEvenings }
    : { preference, outcome: 'not-met', says: (words) => words.noEvenings };
}

/** No directory says in figures how many hours a program takes: somebody has to ask. */
export function fewHoursTest(_program: Program, { needs, level }: Wanted): PreferenceFinding | undefined {
  if (!needs.schedule.includes('few-hours') || !isFromHome(level)) return undefined;
  return { preference: 'few-hours', outcome: 'unknown', says: (words) => words.askFewHours };
}

/** For whoever can hardly travel and could join by video. */
export function telehealthTest({ supports }: Program, { needs, level }: Wanted): PreferenceFinding | undefined {
  if (needs.travel !== 'video-only' || !isFromHome(level)) return undefined;
  const preference = 'telehealth';
  return supports.includes('telehealth')
    ? { preference, outcome: 'met', says: (words) => words.hasTelehealth }
    : { preference, outcome: 'unknown', says: (words) => words.askTelehealth };
}

/** For whoever looks after children and would live there. */
export function childrenTest({ children }: Program, { needs, level }: Wanted): PreferenceFinding | undefined {
  if (!needs.children || isFromHome(level)) return undefined;
  const preference = 'children';
  if (children === undefined) return { preference, outcome: 'unknown', says: (words) => words.askChildren };
  return children
    ? { preference, outcome: 'met', says: (words) => words.takesChildren }
    : { preference, outcome: 'not-met', says: (words) => words.noChildren };
}

/** Somebody compared the entry with its source not too long ago. */
export function freshnessTest(
  { verifiedOn }: Program,
  { today, staleAfterDays }: Wanted,
): PreferenceFinding | undefined {
  if (daysBetween(verifiedOn, today) <= staleAfterDays) return undefined;
  return { preference: 'freshness', outcome: 'not-met', says: (words) => words.verifiedLongAgo(words.day(verifiedOn)) };
}
