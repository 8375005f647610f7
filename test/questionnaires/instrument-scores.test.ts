/** What the shipped instruments come to, by what was published about them. */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadContent } from '../../src/cli/content.ts';
import { contentFiles } from '../../src/cli/content-files.ts';
import type { FactValue } from '../../src/conditions/model.ts';
import { screenResults } from '../../src/decision/screens.ts';
import type { Questionnaire } from '../../src/questionnaire/model.ts';
import { valueIn } from '../fixtures/read-fixture.ts';
import { contentIncluding, entries, SHIPPED_MODULES } from '../fixtures/with-modules.ts';

const parent = mkdtempSync(join(tmpdir(), 'intakeline-scores-'));
afterAll(() => rmSync(parent, { recursive: true }));

let questionnaire: Questionnaire;
beforeAll(async () => {
  const folder = contentIncluding(parent, entries(SHIPPED_MODULES));
  questionnaire = valueIn(await loadContent({ folder }, contentFiles())).questionnaire;
});

/** `3 of 6 certain`, or with both bounds `1-4 of 6 possible`; undefined where nothing was answered. */
function scoreOf(
  screen: string,
  values: Readonly<Record<string, FactValue>>,
  unknown: ReadonlyMap<string, 'unsure' | 'declined'> = new Map(),
): string | undefined {
  const answers = {
    questionnaire: 'small',
    unknown,
    unknownOptions: new Map(),
    values: new Map<string, FactValue>([['role', 'self'], ...Object.entries(values)]),
  };
  const found = screenResults(questionnaire, answers).find((one) => one.screen.id === screen);
  if (found === undefined) return undefined;
  const { lowest, highest, outOf, positive } = found;
  return `${lowest === highest ? lowest : `${lowest}-${highest}`} of ${outOf} ${positive}`;
}

const OFTEN = ['not-at-all', 'several-days', 'more-than-half', 'nearly-every-day'];
const PAIRS = OFTEN.flatMap((first, one) => OFTEN.map((second, other) => [first, second, one + other] as const));

// Kroenke, Spitzer and Williams 2003: each item 0 to 3, the sum 0 to 6, and 3 or more is positive. The GAD-2 is scored alike (Kroenke 2007).
test.each(PAIRS)('PHQ-2 and GAD-2: %s and %s are %i points', (first, second, points) => {
  const expected = `${points} of 6 ${points >= 3 ? 'certain' : 'no'}`;
  expect(scoreOf('phq-2', { phq2_interest: first, phq2_low: second })).toBe(expected);
  expect(scoreOf('gad-2', { gad2_nervous: first, gad2_worry: second })).toBe(expected);
});

test('with one of two items missing, both bounds are known', () => {
  expect(scoreOf('phq-2', { phq2_interest: 'nearly-every-day' })).toBe('3-6 of 6 certain');
  expect(scoreOf('phq-2', { phq2_interest: 'several-days' })).toBe('1-4 of 6 possible');
  expect(scoreOf('phq-2', { phq2_low: 'not-at-all' })).toBe('0-3 of 6 possible');
  expect(scoreOf('phq-2', { gad2_worry: 'not-at-all' })).toBeUndefined();
});

// The points of the AUDIT-C as the Department of Veterans Affairs prints them (hepatitis.va.gov, AUDIT-C test), and its limits of 4 for men and 3 for
// women (Bush 1998, Bradley 2003).
const FREQUENCY = ['never', 'monthly-or-less', 'two-to-four-a-month', 'two-to-three-a-week', 'four-or-more-a-week'];
const AMOUNT = ['one-or-two', 'three-or-four', 'five-or-six', 'seven-to-nine', 'ten-or-more'];
const SIX = ['never', 'less-than-monthly', 'monthly', 'weekly', 'daily'];

test('AUDIT-C: the points of the three items add up, and a man has one more before it is positive', () => {
  for (const [f, frequency] of FREQUENCY.entries()) {
    for (const [a, amount] of AMOUNT.entries()) {
      for (const [s, six] of SIX.entries()) {
        if (f === 0) continue;
        const points = f + a + s;
        const drinks = { auditc_frequency: frequency, auditc_amount: amount, auditc_six: six };
        const limit = (least: number): string => `${points} of 12 ${points >= least ? 'certain' : 'no'}`;
        expect(scoreOf('audit-c', { ...drinks, auditc_recorded: 'both-male' })).toBe(limit(4));
        expect(scoreOf('audit-c', { ...drinks, auditc_recorded: 'otherwise' })).toBe(limit(3));
      }
    }
  }
});

test('AUDIT-C: who never drinks has no points and is asked no more', () => {
  expect(scoreOf('audit-c', { auditc_frequency: 'never' })).toBe('0 of 12 no');
});

// The same page: daily drinking of one or two alone is 4 points.
test('AUDIT-C: with items missing it is bounded, and 3 points are positive unless both are recorded male', () => {
  expect(scoreOf('audit-c', { auditc_frequency: 'four-or-more-a-week' })).toBe('4-12 of 12 certain');
  expect(scoreOf('audit-c', { auditc_frequency: 'monthly-or-less' })).toBe('1-9 of 12 possible');
  const three = { auditc_frequency: 'two-to-three-a-week', auditc_amount: 'one-or-two', auditc_six: 'never' };
  expect(scoreOf('audit-c', three)).toBe('3 of 12 possible');
  // Nobody has to say: unless both are recorded male, 3 is positive.
  for (const why of ['declined', 'unsure'] as const)
    expect(scoreOf('audit-c', three, new Map([['auditc_recorded', why]]))).toBe('3 of 12 certain');
});

// NIAAA 2005 and Smith 2009; Smith 2010: once or more in the past year is positive.
test('single questions: once in the past year is enough', () => {
  expect([0, 1, 2, 366].map((alcohol_heavy_days) => scoreOf('single-alcohol', { alcohol_heavy_days }))).toEqual([
    '0 of 1 no',
    '1 of 1 certain',
    '1 of 1 certain',
    '1 of 1 certain',
  ]);
  expect([0, 1].map((drug_times) => scoreOf('single-drug', { drug_times }))).toEqual(['0 of 1 no', '1 of 1 certain']);
});

// Prins 2016: no such event means a complete score of 0; else one point for each yes, 3 the most sensitive limit. Bovin 2021: 4 the most balanced.
const ITEMS = ['ptsd_nightmares', 'ptsd_avoidance', 'ptsd_guard', 'ptsd_numb', 'ptsd_guilt'];

test('PC-PTSD-5: one point for each yes, positive from 3 on', () => {
  for (let bits = 0; bits < 32; bits++) {
    const answers = Object.fromEntries(ITEMS.map((id, place) => [id, (bits >> place) % 2 === 1 ? 'yes' : 'no']));
    const points = Object.values(answers).filter((answer) => answer === 'yes').length;
    const expected = `${points} of 5 ${points >= 3 ? 'certain' : 'no'}`;
    expect(scoreOf('pc-ptsd-5', { ptsd_event: 'yes', ...answers })).toBe(expected);
  }
});

test('PC-PTSD-5: without such an event it is complete, and with one it is open', () => {
  expect(scoreOf('pc-ptsd-5', { ptsd_event: 'no' })).toBe('0 of 5 no');
  expect(scoreOf('pc-ptsd-5', { ptsd_event: 'yes' })).toBe('0-5 of 5 possible');
  expect(scoreOf('pc-ptsd-5', { ptsd_nightmares: 'yes', ptsd_guard: 'yes', ptsd_numb: 'yes' })).toBe(
    '0-5 of 5 possible',
  );
});

// National Institute on Drug Abuse, nida.nih.gov/taps2: 0 no use in the past 3 months, 1 problem use, 2 or more higher risk.
test('TAPS: each substance has a score of its own, from 1 on a problem, from 2 on higher risk', () => {
  const smokes = { taps_tobacco: 'daily', taps2_tobacco: 'yes' };
  expect(scoreOf('taps-tobacco', { taps_tobacco: 'never' })).toBe('0 of 3 no');
  expect(scoreOf('taps-tobacco', { taps_tobacco: 'monthly', taps2_tobacco: 'no' })).toBe('0 of 3 no');
  expect(scoreOf('taps-tobacco', smokes)).toBe('1-3 of 3 certain');
  expect(scoreOf('taps-tobacco', { ...smokes, taps2_tobacco_amount: 'no', taps2_tobacco_waking: 'no' })).toBe(
    '1 of 3 certain',
  );
  expect(scoreOf('taps-alcohol', { taps_alcohol: 'weekly' })).toBe('0-4 of 4 possible');
  expect(scoreOf('taps-heroin', { taps_drugs: 'never' })).toBe('0 of 3 no');
  expect(scoreOf('taps-heroin', { taps_tobacco: 'never' })).toBe('0-3 of 3 possible');
});
