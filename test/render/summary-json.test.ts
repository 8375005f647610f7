import { expect, test } from 'vitest';
import { summaryJson } from '../../src/render/summary-json.ts';
import { savedSummary } from './saved-summary.ts';

test('gives the summary back, indented by two, with a line end', () => {
  const summary = savedSummary('emergency-stop');
  const json = summaryJson(summary);
  expect(JSON.parse(json)).toEqual(summary);
  expect(json.startsWith('{\n  "format": "intakeline/summary/1",\n  "date"')).toBe(true);
  expect(json.endsWith('}\n')).toBe(true);
});

test('the order of the keys does not depend on the order in which they came', () => {
  const summary = savedSummary('iop-settled');
  const reversed = Object.fromEntries(Object.entries(summary).reverse()) as typeof summary;
  expect(summaryJson(reversed)).toBe(summaryJson(summary));
});
