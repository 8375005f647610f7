/** Of whom hardly anything is known, nothing may be read as "nothing is needed". */

import { expect, test } from 'vitest';
import type { Level } from '../../src/policy/care-lists.ts';
import { summarize } from '../../src/referral/summarize.ts';
import type { SummaryInput } from '../../src/referral/summary-input.ts';
import { aDecision, aDirectory, anInput, answersOf, aPolicy, aProgram, aRule } from './given.ts';

const iop = aProgram({ id: 'day', levels: ['iop'] });
const anything: readonly Level[] = ['information', 'outpatient', 'iop', 'residential', 'emergency'];
const summaryOf = (levels: readonly Level[], given: Partial<SummaryInput> = {}, unknownSafety = ['danger']) =>
  summarize(
    anInput({
      directory: aDirectory([iop, aProgram({ id: 'house' })]),
      decision: aDecision(levels, { unknownSafety, ask: [{ question: 'shelter', expected: 2, worst: 3 }] }),
      ...given,
    }),
  );

test('no level and no program is named, neither for the level nor its week', () => {
  const { level, referral, week, aftercare } = summaryOf(anything);
  expect(level).toMatchObject({ kind: 'too-early', id: null, sentence: null });
  expect(level.headline).toContain('Too early');
  expect(level.possible.map(({ id }) => id)).toEqual(anything);
  expect([referral?.primary, referral?.alternatives, week, aftercare]).toEqual([null, [], null, null]);
});

test.each([new Map(), new Map([['danger', 'unsure' as const]])])(
  'the caller is treated as residential until the safety questions are asked, withheld or not asked yet',
  (unknown) => {
    const summary = summaryOf(anything, { answers: answersOf({}, unknown) });
    expect(summary.level.untilAsked).toBe('Treat as at least level residential until asked.');
  },
);

test('with the safety questions answered there is nothing to wait for', () => {
  expect(summaryOf(anything, {}, []).level).toMatchObject({ kind: 'too-early', untilAsked: null });
});

test('the question to ask next, and the numbers to give if the call must end', () => {
  const { now, referral } = summaryOf(anything);
  expect(now).toEqual([
    'One safety question has not been asked yet.',
    'Ask next: “Is there another place where you could stay?”',
    'If the call has to end now, give the numbers below.',
  ]);
  expect(referral).toMatchObject({ title: 'If the call has to end now', locator: { name: 'Finder' } });
  expect(referral?.lines.map(({ number }) => number)).toEqual(['555-0111', '555-0122']);
});

test('a certain first step is still the first thing to do', () => {
  const decision = aDecision(anything, {}, { 'medical-check-today': 'certain' });
  expect(summaryOf(anything, { decision }).now[0]).toContain('Get the caller seen today');
});

test('rules that may apply are kept in the result, and no one of them is said to hold', () => {
  const policy = aPolicy({ rules: [aRule({ id: 'flag', atLeast: 'emergency' })] });
  const decision = aDecision(anything, { deciding: { kind: 'one-of', rules: ['flag', 'otherwise'] } });
  const { why } = summaryOf(anything, { policy, decision });
  expect(why.says).toContain('Too little is known');
  expect(why.reasons.map(({ rule }) => rule)).toEqual(['flag', 'otherwise']);
});

test('where the lowest level is more than information, it is named', () => {
  expect(summaryOf(['outpatient', 'iop', 'emergency']).level).toMatchObject({ kind: 'at-least', id: 'outpatient' });
});

test('a page that is silent or gives one level says so; one that may give several does not yet', () => {
  const policy = aPolicy({
    otherwise: { level: 'information', silent: true, because: 'Others.', cites: ['page#P1'] },
  });
  const kindOf = (levels: readonly Level[]) =>
    summaryOf(levels, { policy, decision: aDecision(levels, { silent: 'possible' }) }).level.kind;
  expect(kindOf(['information', 'residential'])).toBe('silent-or');
  expect(kindOf(['information', 'iop', 'residential'])).toBe('too-early');
});
