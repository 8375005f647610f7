import { expect, test } from 'vitest';
import { holds } from '../../src/conditions/evaluate.ts';
import { readCaller } from '../../src/questionnaire/complete-caller.ts';
import { valueIn } from '../fixtures/read-fixture.ts';
import { PAGES, shippedContent } from '../fixtures/shipped.ts';

const content = await shippedContent();
const { disagreements } = content.sources;
const cases = valueIn(await content.cases())?.value ?? [];

/** The case that works through each row on which the pages differ. */
const CASE_OF = {
  'co-occurring-condition': 'differ-co-occurring',
  'severe-use': 'differ-severe',
  'home-unsafe': 'differ-home-unsafe',
  'home-stressful': 'differ-home-stressful',
  'risk-of-harm': 'differ-risk-of-harm',
  'mental-health-alone': 'differ-mental-health-alone',
  'work-family-cost': 'differ-work-family-cost',
  'hours-a-week': 'differ-hours',
};

test('every row has a worked caller', () => {
  expect(disagreements.map((row) => row.id).sort()).toEqual(Object.keys(CASE_OF).sort());
});

test.each(Object.entries(CASE_OF))('%s matters for its caller and not for somebody without any trouble', (row, id) => {
  expect(matters(row, id)).toBe(true);
  expect(matters(row, 'pages-nothing')).toBe(false);
});

test.each(Object.values(CASE_OF))('%s says what every page makes of the caller, and the default policy', (id) => {
  const worked = cases.find((one) => one.id === id);
  expect(worked?.expect.flatMap((one) => one.policies).sort()).toEqual([...PAGES, 'intake-line'].sort());
});

test.each(disagreements)(
  '$id places each page once: it speaks, or it is silent',
  ({ for: speaksFor, against, silent }) => {
    const speaking = new Set([...speaksFor, ...against].map((citation) => citation.split('#')[0]));
    expect(silent.filter((page) => speaking.has(page))).toEqual([]);
    expect([...speaking, ...silent].filter((page) => !PAGES.includes(page ?? ''))).toEqual([]);
  },
);

function matters(row: string, id: string): boolean {
  const disagreement = disagreements.find((one) => one.id === row);
  const caller = cases.find((one) => one.id === id);
  if (disagreement === undefined || caller === undefined) throw new Error(`${row} or ${id} is missing`);
  return holds(disagreement.when, readCaller(content.questionnaire, caller.answers.values));
}
