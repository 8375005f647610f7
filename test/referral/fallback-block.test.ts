import { expect, test } from 'vitest';
import type { Level } from '../../src/policy/care-lists.ts';
import { summarize } from '../../src/referral/summarize.ts';
import { aDecision, aDirectory, anInput, answersOf, aPolicy, aProgram, aRule } from './given.ts';

const here = aProgram({ id: 'here', name: 'Here House' });
const nextDoor = aProgram({ id: 'next-door', name: 'Next Door' });
const elsewhere = aProgram({ id: 'elsewhere', name: 'Elsewhere Lodge', states: ['MN'] });
const directory = aDirectory([here, nextDoor, elsewhere]);
const fallbackFor = (levels: readonly Level[], given: Partial<Parameters<typeof anInput>[0]> = {}) =>
  summarize(anInput({ directory, decision: aDecision(levels), ...given })).fallback;

test('an IOP that is ruled out brings the fallback, in the caller’s state, with what to do now and while waiting', () => {
  const fallback = fallbackFor(['residential']);
  expect(fallback).toMatchObject({ status: 'yes', place: 'call-now' });
  expect(fallback.offer?.primary?.id).toBe('here');
  expect(fallback.offer?.alternatives.map(({ id }) => id)).toEqual(['next-door']);
  expect(fallback.now.join(' ')).toContain('Here House');
  expect(fallback.waiting.length).toBeGreaterThan(0);
});

test('beside a day program it is the fallback, not the first call', () => {
  expect(fallbackFor(['php'])).toMatchObject({ status: 'yes', place: 'beside' });
});

test('when only some possible levels lie above, it stands under “if … turns out”', () => {
  const fallback = fallbackFor(['iop', 'residential']);
  expect(fallback).toMatchObject({
    status: 'possible',
    place: 'if',
    title: 'If level residential turns out to be needed',
  });
  expect(fallback.offer?.primary?.id).toBe('here');
});

test.each([
  [['iop', 'residential', 'emergency'], 'If level residential turns out to be needed'],
  [['iop', 'emergency'], 'If level residential turns out to be needed'],
  [['iop', 'inpatient', 'emergency'], 'If level inpatient turns out to be needed'],
] as const)('of %j help in an emergency is no level to refer to', (levels, title) => {
  expect(fallbackFor(levels).title).toBe(title);
});

test.each(['emergency', 'inpatient'] as const)('under %s it is what comes afterwards', (level) => {
  expect(fallbackFor([level])).toMatchObject({
    status: 'yes',
    place: 'afterwards',
    title: 'Afterwards: level residential',
  });
});

test.each([[['information']], [['outpatient']], [['iop']], [['information', 'outpatient', 'iop']]] as const)(
  'never for %j',
  (levels) => {
    expect(fallbackFor(levels)).toEqual({
      status: 'no',
      place: 'none',
      title: null,
      offer: null,
      now: [],
      waiting: [],
    });
  },
);

test('no match is said plainly, with the finder and the national lines, and never a bed elsewhere', () => {
  const fallback = fallbackFor(['residential'], { directory: aDirectory([elsewhere]) });
  expect(fallback.offer).toMatchObject({
    primary: null,
    alternatives: [],
    locator: { address: 'https://finder.example' },
  });
  expect(fallback.offer?.says[0]).toContain('no licensed residential program in California');
  expect(fallback.offer?.lines.map(({ id }) => id)).toEqual(['helpline']);
  expect(fallback.offer?.ruledOut).toEqual([{ name: 'Elsewhere Lodge', because: ['in MN, not in California'] }]);
});

test('an unknown state is said, and no facility is named', () => {
  const fallback = fallbackFor(['residential'], { answers: answersOf() });
  expect(fallback.offer).toMatchObject({ primary: null, alternatives: [], ruledOut: [] });
  expect(fallback.offer?.says[0]).toContain('state is not known');
});

test('a licence that has run out rules a facility out, and says so', () => {
  const expired = aProgram({
    id: 'here',
    name: 'Here House',
    license: { number: '1', authority: 'State', expires: '2026-11-21' },
  });
  const { offer } = fallbackFor(['residential'], { directory: aDirectory([expired, nextDoor]) });
  expect(offer?.primary?.id).toBe('next-door');
  expect(offer?.ruledOut).toEqual([{ name: 'Here House', because: ['licence ran out on November 21, 2026'] }]);
});

test('a network policy sends the caller to its program, never to a facility that we picked', () => {
  const inspire = aProgram({
    id: 'net',
    name: 'Network Program',
    levels: ['iop'],
    states: undefined,
    week: 'three days',
  });
  const fallback = fallbackFor(['residential'], {
    policy: aPolicy({ network: true, program: 'net' }),
    directory: aDirectory([here, inspire]),
  });
  expect(fallback.offer?.says[0]).toContain('they refer within their network');
  expect(fallback.offer).toMatchObject({ primary: { id: 'net', week: null }, alternatives: [], more: 0 });
  expect(JSON.stringify(fallback)).not.toContain('Here House');
});

test('what to do until the first step is part of the waiting', () => {
  const decision = aDecision(
    ['residential'],
    {},
    { 'crisis-assessment-today': 'certain', 'withdrawal-management': 'possible' },
  );
  const { waiting } = fallbackFor(['residential'], { decision });
  expect(waiting).toContain('Until crisis-assessment-today.');
  expect(waiting).not.toContain('Until withdrawal-management.');
  expect(waiting.at(-1)).toContain('555-0111');
});

test('nobody under 18 is sent to an adult facility, an emergency included', () => {
  const answers = answersOf({ home_state: 'CA', years: 17 });
  expect(fallbackFor(['emergency'], { answers }).status).toBe('no');
  expect(fallbackFor(['emergency'], { answers: answersOf({ home_state: 'CA', years: 18 }) }).status).toBe('yes');
});

test('a third party’s answers rule nothing out for certain', () => {
  const decision = aDecision([], {
    dispositions: [{ id: 'third-party', certainty: 'certain' }],
    levelsIfScored: ['residential'],
  });
  expect(fallbackFor([], { decision })).toMatchObject({ status: 'possible', place: 'if' });
});

test('many programs of other states are counted, not listed', () => {
  const others = Array.from({ length: 1812 }, (_, index) => aProgram({ id: `other${index}`, states: ['MN'] }));
  const { offer } = fallbackFor(['residential'], { directory: aDirectory([here, ...others]) });
  expect(offer).toMatchObject({ says: [], ruledOut: [], ruledOutBy: { named: false } });
  expect(offer?.ruledOutBy.conditions).toEqual([
    { condition: 'state', count: 1812, alone: null, says: '1,812 in other states, or in which one is not known' },
  ]);
});

test('a stop brings the emergency and the fallback afterwards, whatever the policy decides', () => {
  const decision = aDecision(['outpatient'], { stops: [{ question: 'danger', option: 'yes' }] });
  expect(fallbackFor([], { decision, policy: aPolicy({ rules: [aRule({ id: 'mild' })] }) })).toMatchObject({
    status: 'yes',
    place: 'afterwards',
  });
});

test('a certain emergency of the person called about keeps its fallback afterwards', () => {
  const dispositions = [{ id: 'third-party', certainty: 'certain' }] as const;
  const decision = aDecision(['emergency'], { dispositions, stops: [{ question: 'danger', option: 'yes' }] });
  expect(fallbackFor([], { decision })).toMatchObject({ status: 'yes', place: 'afterwards' });
});
