/** A counselor has thirty seconds: what must be seen first fits on one screen, for every worked caller and every policy. */

import { expect, test } from 'vitest';
import type { Summary } from '../../src/referral/summary.ts';
import { unpainted } from '../../src/render/palette.ts';
import { summaryText } from '../../src/render/summary-text.ts';
import { shippedContent } from '../fixtures/shipped.ts';
import { cutShortSummaries, overriddenSummaries, workedSummaries } from './worked-summaries.ts';

const content = await shippedContent();
const summaries = await workedSummaries(content);

/** The lines down to the rule below what must be seen first. */
function firstScreen(summary: Summary): readonly string[] {
  const lines = summaryText(summary, { width: 80, paint: unpainted }).split('\n');
  const rules = lines.flatMap((text, index) => (/^─+$/.test(text) ? [index] : []));
  return lines.slice(0, rules[1]);
}

const calm = summaries.filter(({ summary }) => summary.emergency === null);
const oneLine = (lines: readonly string[]): string => lines.join(' ').replace(/\s+/g, ' ');

test('there are callers of every kind', () => {
  expect(calm.length).toBeGreaterThan(500);
  expect(new Set(calm.map(({ summary }) => summary.level.kind)).size).toBe(7);
});

test('everything to see first fits on a screen of 24 lines, unless it is an emergency', () => {
  expect(calm.filter(({ summary }) => firstScreen(summary).length > 24).map(({ name }) => name)).toEqual([]);
});

test('so it does where the counselor chose another level, with a short note or a long one', async () => {
  const chosen = await overriddenSummaries(content);
  expect(chosen.length).toBeGreaterThan(300);
  expect(chosen.filter(({ summary }) => firstScreen(summary).length > 24).map(({ name }) => name)).toEqual([]);
});

test('so it does where the call is cut short, whatever was said before', async () => {
  const cut = await cutShortSummaries(content);
  expect(cut.length).toBeGreaterThan(150);
  expect(cut.filter(({ summary }) => firstScreen(summary).length > 24).map(({ name }) => name)).toEqual([]);
});

test('there are at most four things to do now', () => {
  expect(calm.filter(({ summary }) => summary.now.length > 4).map(({ name }) => name)).toEqual([]);
});

test('every certain first step is on the first screen, in an emergency too', () => {
  const missing = summaries.filter(({ summary }) => {
    const screen = oneLine(firstScreen(summary));
    return summary.firstSteps.some(({ certainty, name }) => certainty === 'certain' && !screen.includes(name));
  });
  expect(missing.map(({ name }) => name)).toEqual([]);
});

test('nobody who might need more is told that nothing is needed', () => {
  const { sentence } = content.care.levels.information;
  const told = calm.filter(({ summary }) => {
    const open = summary.decision.levels.some((id) => id !== 'information');
    const text = oneLine(summaryText(summary, { width: 80, paint: unpainted }).split('\n'));
    return (
      open && (text.includes('No program is needed') || text.includes(sentence) || text.includes('At least infor'))
    );
  });
  expect(told.map(({ name }) => name)).toEqual([]);
});

test('whoever is settled at a level hears it read out', () => {
  const unread = calm.filter(({ summary: { level, ...summary } }) => {
    if (level.kind !== 'settled' || level.id === null) return false;
    return !oneLine(firstScreen({ level, ...summary })).includes(content.care.levels[level.id].sentence);
  });
  expect(unread.map(({ name }) => name)).toEqual([]);
});

test('no sentence to read out stands twice in a summary', () => {
  const twice = summaries.flatMap(({ name, summary }) => {
    const text = oneLine(summaryText(summary, { width: 80, paint: unpainted }).split('\n'));
    const quotes = [...text.matchAll(/“([^”]{40,})”/g)].map(([, quote = '']) => quote);
    return quotes.filter((quote, index) => quotes.indexOf(quote) !== index).map((quote) => `${name}: ${quote}`);
  });
  expect(twice).toEqual([]);
});
