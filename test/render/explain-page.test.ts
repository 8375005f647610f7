/** The page about explanations against explanations themselves. */

import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { explain } from '../../src/analysis/explain.ts';
import { shippedContent } from '../fixtures/shipped.ts';
import { workedInputs } from './worked-summaries.ts';

const content = await shippedContent();
const worked = await workedInputs(content, ['intake-line', 'pride-institute']);
const explanations = worked
  .filter((_, index) => index % 5 === 0)
  .map(({ input, compiled }) => explain(input, compiled, 'residential'));
const rowsOf = (path: string) =>
  [...readFileSync(path, 'utf8').matchAll(/^\| `([^`]+)` \| (.*) \|$/gm)].map(([, key = '', says = '']) => ({
    key,
    says,
  }));
const rows = rowsOf('docs/explain.md');

/** Blocks that the page about summaries describes. */
const OF_SUMMARY = /^(?:questionnaire|policy|emergency|ending|endingByAnswers|level|override|safety)$/;

/** Places where the same kind of thing stands, which the page describes once. */
const SHAPES: readonly (readonly [RegExp, string])[] = [
  [/(?:^|\.)(?:waitsFor|newlyAsked)\[\]$/, 'question'],
  [/(?:^|\.)answers\[\]$/, 'answer'],
  [/^to\.changes\[\]$/, 'change'],
];

/** Entries that are a part with more to it: what is the part's own, and where the rest stands. */
const WITH_PARTS: Readonly<Record<string, string>> = {
  'open.ask[]': 'question',
  'nearMisses[]': 'question',
  'levels[].nearest': 'change',
};

const partKeys = new Set(rows.map(({ key }) => key).filter((key) => /^(?:question|change)\.\w+$/.test(key)));

function keysIn(value: unknown, place = ''): readonly string[] {
  if (Array.isArray(value)) {
    const inner = `${place}[]`;
    const shape = SHAPES.find(([pattern]) => pattern.test(inner))?.[1] ?? inner;
    return value.flatMap((one) => keysIn(one, shape));
  }
  if (value === null || typeof value !== 'object' || OF_SUMMARY.test(place)) return [];
  if (place === 'rules[].cites[]') return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const part = WITH_PARTS[place];
    const own =
      part !== undefined && partKeys.has(`${part}.${key}`) && key !== 'newlyAsked' ? `${part}.${key}` : undefined;
    const isOverlaid = place === 'nearMisses[]' && key === 'levels';
    const path = isOverlaid || own === undefined ? (place === '' ? key : `${place}.${key}`) : own;
    return [path, ...keysIn(inner, path)];
  });
}

test('every key of an explanation has one line on the page, and every line is about a key', () => {
  const keys = new Set(explanations.flatMap((explanation) => keysIn(explanation)).map(partOf));
  expect(rows.map(({ key }) => key).sort()).toEqual([...keys].sort());
});

/** What is newly asked stands in a change wherever the change does. */
function partOf(key: string): string {
  return key === 'levels[].nearest.newlyAsked' ? 'change.newlyAsked' : key;
}

test('what the page leaves to that of the summary stands there', () => {
  const summary = new Set(rowsOf('docs/summary.md').map(({ key }) => key));
  const left = rows.filter(({ says }) => says.includes('as in a [summary]')).map(({ key }) => key);
  expect(left.filter((key) => !summary.has(key) && key !== 'rules[].cites')).toEqual([]);
  expect(left.length).toBeGreaterThan(6);
});

test('every line says something', () => {
  expect(rows.filter(({ says }) => says.trim().length < 6)).toEqual([]);
});
