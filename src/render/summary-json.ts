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
  ending: 7,
  now: 8,
  level: 9,
  override: 10,
  firstSteps: 11,
  why: 12,
  open: 13,
  safety: 14,
  referral: 15,
  fallback: 16,
  week: 17,
  barriers: 18,
  changes: 19,
  supports: 20,
  aftercare: 21,
  followUp: 22,
  consent: 23,
  notes: 24,
  call: 25,
  disagreements: 26,
  decision: 27,
  notices: 28,
} as const satisfies Record<keyof Summary, number>;

/** Renders a summary as JSON with its parts in reading order, whatever order they came in. */
export function summaryJson(summary: Summary): string {
  const places = new Map<string, number>(Object.entries(ORDER));
  const place = (key: string): number => places.get(key) ?? places.size;
  const parts = Object.entries(summary).sort(([a], [b]) => place(a) - place(b));
  return `${JSON.stringify(Object.fromEntries(parts), null, 2)}\n`;
}
