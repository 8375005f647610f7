/** A summary as JSON: the saved form, from which the others can be rendered again. */

import type { Summary } from '../referral/summary.ts';

/** The parts in the order in which they are read; a part that is missing here does not compile. */
const ORDER = {
  format: 0,
  date: 1,
  language: 2,
  questionnaire: 3,
  policy: 4,
  settled: 5,
  emergency: 6,
  told: 7,
  callBack: 8,
  ending: 9,
  endingByAnswers: 10,
  now: 11,
  level: 12,
  override: 13,
  firstSteps: 14,
  why: 15,
  open: 16,
  safety: 17,
  said: 18,
  referral: 19,
  fallback: 20,
  handOffs: 21,
  week: 22,
  barriers: 23,
  changes: 24,
  supports: 25,
  aftercare: 26,
  followUp: 27,
  consent: 28,
  notes: 29,
  call: 30,
  disagreements: 31,
  decision: 32,
  notices: 33,
} as const satisfies Record<keyof Summary, number>;

/** Renders a summary as JSON with its parts in reading order, whatever order they came in. */
export function summaryJson(summary: Summary): string {
  const places = new Map<string, number>(Object.entries(ORDER));
  const place = (key: string): number => places.get(key) ?? places.size;
  const parts = Object.entries(summary).sort(([a], [b]) => place(a) - place(b));
  return `${JSON.stringify(Object.fromEntries(parts), null, 2)}\n`;
}
