import { expect, test } from 'vitest';
import { match, type Wanted } from '../../src/referral/match.ts';
import type { Needs } from '../../src/referral/needs.ts';
import { aProgram } from './given.ts';

const nothing: Needs = {
  state: { id: 'CA', label: 'California' },
  postalCode: undefined,
  pregnant: false,
  affirming: false,
  firstSteps: [],
  hard: [],
};

function wanted(needs: Partial<Needs> = {}, given: Partial<Wanted> = {}): Wanted {
  return {
    level: 'residential',
    needs: { ...nothing, ...needs },
    today: '2026-11-22',
    staleAfterDays: 180,
    strict: true,
    preferred: undefined,
    ...given,
  };
}

test('a licensed program in the state fits without reserve', () => {
  expect(match(aProgram({ id: 'a' }), wanted())).toMatchObject({
    verdict: 'fits',
    ask: [],
    lowers: [],
    disqualifies: [],
  });
});

test.each([
  ['2026-11-21', 'ruled-out'],
  ['2026-11-22', 'fits'],
  ['2026-11-23', 'fits'],
])('a licence that is valid through %s: %s', (expires, verdict) => {
  const program = aProgram({ id: 'a', license: { number: '1', authority: 'State', expires } });
  expect(match(program, wanted()).verdict).toBe(verdict);
  expect(match(program, wanted({}, { strict: false })).verdict).toBe(verdict);
});

test('a bed needs a licence on record, a day program does not', () => {
  const program = aProgram({ id: 'a', license: undefined });
  expect(match(program, wanted()).verdict).toBe('ruled-out');
  expect(match(program, wanted({}, { strict: false })).verdict).toBe('fits');
});

test('a program in another state is ruled out at any level', () => {
  const program = aProgram({ id: 'a', states: ['MN'] });
  expect(match(program, wanted()).disqualifies).toHaveLength(1);
  expect(match(program, wanted({}, { strict: false })).disqualifies).toHaveLength(1);
});

test('a state that is not stated rules out a bed and is asked of a day program', () => {
  const program = aProgram({ id: 'a', states: undefined });
  expect(match(program, wanted()).verdict).toBe('ruled-out');
  const atHome = match(program, wanted({}, { strict: false }));
  expect(atHome).toMatchObject({ verdict: 'fits-with-drawbacks', disqualifies: [] });
  expect(atHome.ask).toEqual([expect.stringContaining('California')]);
});

test('without the caller’s state no bed is named', () => {
  expect(match(aProgram({ id: 'a' }), wanted({ state: undefined })).verdict).toBe('ruled-out');
  expect(match(aProgram({ id: 'a' }), wanted({ state: undefined }, { strict: false })).verdict).toBe(
    'fits-with-drawbacks',
  );
});

test.each([
  [undefined, 'ask'],
  [[], 'ask'],
  [['withdrawal-management'], 'fits'],
  [['withdrawal-management-24h'], 'fits'],
] as const)('withdrawal management where the directory says %j: %s', (firstSteps, kind) => {
  const found = match(aProgram({ id: 'a', firstSteps }), wanted({ firstSteps: ['withdrawal-management'] }));
  expect(found[kind].join()).toContain('withdrawal management');
});

test('round-the-clock withdrawal management is more than withdrawal management', () => {
  const program = aProgram({ id: 'a', firstSteps: ['withdrawal-management'] });
  const found = match(program, wanted({ firstSteps: ['withdrawal-management-24h'] }));
  expect(found.ask).toEqual([expect.stringContaining('round the clock')]);
});

test('an unknown support is asked about, never taken for granted and never for a no', () => {
  const needs = { hard: ['medication-continuity', 'prenatal-care', 'safety-plan'] } as const;
  const unknown = match(aProgram({ id: 'a' }), wanted(needs));
  expect(unknown).toMatchObject({ verdict: 'fits-with-drawbacks', disqualifies: [] });
  expect(unknown.ask).toHaveLength(3);
  expect(match(aProgram({ id: 'a', supports: needs.hard }), wanted(needs)).verdict).toBe('fits');
});

test('women-only lowers; men-only rules out for a pregnant caller', () => {
  expect(match(aProgram({ id: 'a', serves: 'women' }), wanted({ pregnant: true })).verdict).toBe('fits-with-drawbacks');
  expect(match(aProgram({ id: 'a', serves: 'men' }), wanted()).verdict).toBe('fits-with-drawbacks');
  expect(match(aProgram({ id: 'a', serves: 'men' }), wanted({ pregnant: true })).verdict).toBe('ruled-out');
});

test('affirming care counts only where a source says so', () => {
  const affirming = { note: 'affirming', cites: ['page#P1'] };
  expect(match(aProgram({ id: 'a', affirming }), wanted({ affirming: true })).fits).toContain('affirming');
  expect(match(aProgram({ id: 'a' }), wanted({ affirming: true })).lowers).toHaveLength(1);
  expect(match(aProgram({ id: 'a' }), wanted()).lowers).toHaveLength(0);
});

test.each([
  ['2026-05-26', 0],
  ['2026-05-25', 1],
])('an entry verified on %s carries %i marks of age after 180 days', (verifiedOn, marks) => {
  expect(match(aProgram({ id: 'a', verifiedOn }), wanted()).lowers).toHaveLength(marks);
});

test('without substance use no bed for substance use is named; a day program is asked', () => {
  const needs = { hard: ['mental-health-track'] } as const;
  expect(match(aProgram({ id: 'a' }), wanted(needs)).verdict).toBe('ruled-out');
  expect(match(aProgram({ id: 'a', supports: ['mental-health-track'] }), wanted(needs)).verdict).toBe('fits');
  const day = match(aProgram({ id: 'a' }), wanted(needs, { level: 'iop', strict: false }));
  expect([day.verdict, day.ask]).toEqual([
    'fits-with-drawbacks',
    ['whether they treat mental health without substance use'],
  ]);
});
