/** The page about the JSON result against the results themselves. */

import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { shippedContent } from '../fixtures/shipped.ts';
import { calledSummaries, workedSummaries } from './worked-summaries.ts';

const content = await shippedContent();
const worked = await workedSummaries(content, ['intake-line', 'inspire-recovery']);
const summaries = [...worked, ...(await calledSummaries(content))];
const page = readFileSync('docs/summary.md', 'utf8');
const rows = [...page.matchAll(/^\| `([^`]+)` \| (.*) \|$/gm)].map(([, key = '', says = '']) => ({ key, says }));

/** Places where the same kind of thing stands, which the page describes once. */
const SHAPES: readonly (readonly [RegExp, string])[] = [
  [/(?:^|\.)(?:cites|for|against)\[\]$/, 'citation'],
  [/(?:^|\.)lines\[\]$/, 'line'],
  [/(?:^|\.)reasons\[\]$/, 'reason'],
  [/(?:^|\.)(?:primary|alternatives\[\])$/, 'program'],
  [/^(?:referral|fallback\.offer)$/, 'offer'],
  [/^endingByAnswers$/, 'ending'],
];

/** Their keys are the closed lists of care, not names of this format. */
const LISTS_OF_CARE = /^decision\.(?:firstSteps|supports|actions)$/;

function shapeOf(place: string): string {
  return SHAPES.find(([pattern]) => pattern.test(place))?.[1] ?? place;
}

/** Every key of a value, as the page names it. */
function keysIn(value: unknown, place = ''): readonly string[] {
  if (Array.isArray(value)) return value.flatMap((one) => keysIn(one, shapeOf(`${place}[]`)));
  if (value === null || typeof value !== 'object' || LISTS_OF_CARE.test(place)) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    if (inner === undefined) return [];
    const path = place === '' ? key : `${place}.${key}`;
    return [path === 'offer.title' ? 'referral.title' : path, ...keysIn(inner, shapeOf(path))];
  });
}

test('every key of a result has one line on the page, and every line is about a key', () => {
  const keys = new Set(summaries.flatMap(({ summary }) => keysIn(summary)));
  expect(rows.map(({ key }) => key).sort()).toEqual([...keys].sort());
});

test('every line says something', () => {
  expect(rows.filter(({ says }) => says.trim().length < 6)).toEqual([]);
});
