/** A summary as JSON: the saved form, from which the others can be rendered again. */

import type { Summary } from '../referral/summary.ts';

/** The parts in the order in which they are read; a part that is missing here does not compile. */
const ORDER = {
  format: 0,
  date: 1,
  day: 2,
  language: 3,
  questionnaire: 4,
  policy: 5,
  settled: 6,
  emergency: 7,
  told: 8,
  callBack: 9,
  ending: 10,
  endingByAnswers: 11,
  now: 12,
  level: 13,
  override: 14,
  firstSteps: 15,
  why: 16,
  open: 17,
  safety: 18,
  said: 19,
  panelAnswers: 20,
  screens: 21,
  referral: 22,
  fallback: 23,
  handOffs: 24,
  week: 25,
  barriers: 26,
  changes: 27,
  supports: 28,
  aftercare: 29,
  followUp: 30,
  consent: 31,
  notes: 32,
  call: 33,
  disagreements: 34,
  decision: 35,
  notices: 36,
} as const satisfies Record<keyof Summary, number>;

/** Renders a summary as JSON with its parts in reading order, whatever order they came in. */
export function summaryJson(summary: Summary): string {
  const places = new Map<string, number>(Object.entries(ORDER));
  const place = (key: string): number => places.get(key) ?? places.size;
  const parts = Object.entries(summary).sort(([a], [b]) => place(a) - place(b));
  return `${JSON.stringify(Object.fromEntries(parts), null, 2)}\n`;
}
