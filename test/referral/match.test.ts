import { expect, test } from 'vitest';
import type { Payment } from '../../src/directory/lists.ts';
import type { Program } from '../../src/directory/model.ts';
import { match } from '../../src/referral/match.ts';
import type { Wanted } from '../../src/referral/matching/finding.ts';
import type { Needs } from '../../src/referral/needs.ts';
import { ENGLISH } from '../../src/referral/words/english.ts';
import { aProgram } from './given.ts';
import { fromHome, having, wanted } from './wanted.ts';

const given = (program: Partial<Program>): Program => aProgram({ id: 'a', ...program });
const outcomeOf = (program: Partial<Program>, search: Wanted, id: string): string | undefined => {
  const { hard, preferences } = match(given(program), search);
  return (
    hard.find(({ condition }) => condition === id)?.outcome ??
    preferences.find(({ preference }) => preference === id)?.outcome
  );
};

test('a licensed program in the state fits without reserve', () => {
  const found = match(given({}), wanted());
  expect([found.verdict, having(found, 'met')]).toEqual(['fits', ['state', 'license']]);
});

test('what the caller did not say is neither asked of a program nor held against it', () => {
  const strict = { ages: undefined, pregnant: false, payments: [], languages: [], interpreter: false } as const;
  const program = given({ ...strict, evenings: false, children: false, medicines: [] });
  expect(match(program, wanted()).verdict).toBe('fits');
});

test.each([
  ['2026-11-21', 'ruled-out'],
  ['2026-11-22', 'fits'],
  ['2026-11-23', 'fits'],
])('a licence that is valid through %s: %s', (expires, verdict) => {
  const program = given({ license: { number: '1', authority: 'State', expires } });
  expect(match(program, wanted()).verdict).toBe(verdict);
  expect(match(program, wanted({}, { strict: false })).verdict).toBe(verdict);
});

test('a bed needs a licence on record, a day program does not', () => {
  expect(match(given({ license: undefined }), wanted()).verdict).toBe('ruled-out');
  expect(match(given({ license: undefined }), wanted({}, { strict: false })).verdict).toBe('fits');
});

test('a level that its source leaves open is asked about, though no other level is named', () => {
  const found = match(given({ levels: [], mayOffer: ['residential'] }), wanted());
  expect([found.verdict, having(found, 'unknown')]).toEqual(['fits-with-drawbacks', ['level']]);
  expect(outcomeOf({ levels: ['iop'], mayOffer: ['php'] }, wanted(), 'level')).toBe('not-met');
});

test('a program in another state is ruled out at any level; one of several states fits in each of them', () => {
  expect(outcomeOf({ states: ['MN'] }, wanted(), 'state')).toBe('not-met');
  expect(outcomeOf({ states: ['MN'] }, fromHome(), 'state')).toBe('not-met');
  expect(outcomeOf({ states: ['MN', 'CA'] }, wanted(), 'state')).toBe('met');
});

test('a state that is not stated rules out a bed and is asked of a day program', () => {
  expect(outcomeOf({ states: undefined }, wanted(), 'state')).toBe('not-met');
  expect(outcomeOf({ states: undefined }, fromHome(), 'state')).toBe('unknown');
});

test('without the caller’s state no bed is named', () => {
  expect(outcomeOf({}, wanted({ state: undefined }), 'state')).toBe('not-met');
  expect(outcomeOf({}, fromHome({ state: undefined }), 'state')).toBe('unknown');
});

test.each([
  [17, 'not-met'],
  [18, 'met'],
  [25, 'met'],
  [26, 'not-met'],
  [undefined, 'unknown'],
])('of ages 18 to 25, %s is %s', (age, outcome) => {
  expect(outcomeOf({ ages: { from: 18, to: 25 } }, wanted({ age }), 'age')).toBe(outcome);
});

test('an age limit may be open at either end', () => {
  expect(outcomeOf({ ages: { from: 65, to: undefined } }, wanted({ age: 64 }), 'age')).toBe('not-met');
  expect(outcomeOf({ ages: { from: 65, to: undefined } }, wanted({ age: 99 }), 'age')).toBe('met');
  expect(outcomeOf({ ages: { from: undefined, to: 30 } }, wanted({ age: 30 }), 'age')).toBe('met');
  expect(outcomeOf({ ages: { from: undefined, to: 30 } }, wanted({ age: 31 }), 'age')).toBe('not-met');
  expect(outcomeOf({ ages: { from: undefined, to: undefined } }, wanted({ age: 31 }), 'age')).toBeUndefined();
});

test.each([
  ['men', 'none', 'unknown'],
  ['men', 'pregnant', 'not-met'],
  ['men', 'birth', 'not-met'],
  ['men', 'either', 'not-met'],
  ['women', 'none', 'unknown'],
  ['women', 'pregnant', 'met'],
  ['everyone', 'pregnant', undefined],
] as const)('for %s only, to a caller with pregnancy %s: %s', (serves, pregnancy, outcome) => {
  expect(outcomeOf({ serves }, wanted({ pregnancy }), 'serves')).toBe(outcome);
});

test.each([
  [true, 'pregnant', 'met'],
  [false, 'pregnant', 'not-met'],
  [undefined, 'pregnant', 'unknown'],
  [false, 'either', 'unknown'],
  [false, 'birth', undefined],
  [false, 'none', undefined],
] as const)('admits during pregnancy: %s, to a caller with pregnancy %s: %s', (pregnant, pregnancy, outcome) => {
  expect(outcomeOf({ pregnant }, wanted({ pregnancy }), 'pregnancy')).toBe(outcome);
});

test.each([
  [undefined, 'unknown'],
  [[], 'unknown'],
  [['withdrawal-management'], 'met'],
  [['withdrawal-management-24h'], 'met'],
] as const)('withdrawal management where the directory says %j: %s', (firstSteps, outcome) => {
  expect(outcomeOf({ firstSteps }, wanted({ firstSteps: ['withdrawal-management'] }), 'first-step')).toBe(outcome);
});

test('round-the-clock withdrawal management is more than withdrawal management', () => {
  const found = match(
    given({ firstSteps: ['withdrawal-management'] }),
    wanted({ firstSteps: ['withdrawal-management-24h'] }),
  );
  const said = found.hard.find(({ condition }) => condition === 'first-step');
  expect([said?.outcome, said?.says(ENGLISH.programs)]).toEqual([
    'unknown',
    expect.stringContaining('round the clock'),
  ]);
});

test('an unknown support is asked about, never taken for granted and never for a no', () => {
  const hard = ['medication-continuity', 'prenatal-care', 'dual-diagnosis-track', 'safety-plan'] as const;
  const unknown = match(given({}), wanted({ hard }));
  expect(unknown.verdict).toBe('fits-with-drawbacks');
  expect(having(unknown, 'unknown')).toEqual(['medication', 'prenatal-care', 'co-occurring', 'suicide-risk']);
  expect(match(given({ supports: hard }), wanted({ hard })).verdict).toBe('fits');
});

test.each([
  [['methadone', 'buprenorphine'], 'met'],
  [['methadone', 'buprenorphine', 'naltrexone'], 'met'],
  [['buprenorphine'], 'unknown'],
  [['naltrexone'], 'unknown'],
  [[], 'not-met'],
  [undefined, 'unknown'],
] as const)('the caller’s medicine where they have %j: %s', (medicines, outcome) => {
  expect(outcomeOf({ medicines }, wanted({ hard: ['medication-continuity'] }), 'medication')).toBe(outcome);
});

test('whoever begins methadone or buprenorphine is sent nowhere where it would have to stop', () => {
  const begins = wanted({ firstSteps: ['opioid-medication-start'] });
  expect(outcomeOf({ medicines: [] }, begins, 'medication')).toBe('not-met');
  expect(outcomeOf({ medicines: ['methadone'] }, begins, 'first-step')).toBe('unknown');
  expect(outcomeOf({ firstSteps: ['opioid-medication-start'] }, begins, 'first-step')).toBe('met');
});

test('without substance use no bed for substance use is named; a day program is asked', () => {
  const hard = ['mental-health-track'] as const;
  expect(outcomeOf({}, wanted({ hard }), 'mental-health')).toBe('not-met');
  expect(outcomeOf({ supports: hard }, wanted({ hard }), 'mental-health')).toBe('met');
  expect(outcomeOf({}, fromHome({ hard }), 'mental-health')).toBe('unknown');
});

const PAY: readonly (readonly [Needs['payments'][number], readonly Payment[] | undefined, string])[] = [
  ['medicaid', undefined, 'unknown'],
  ['medicaid', ['medicaid'], 'met'],
  ['medicaid', ['private', 'self-pay'], 'not-met'],
  ['medicaid', ['sliding-scale'], 'unknown'],
  ['medicaid', ['no-cost'], 'met'],
  ['medicaid', [], 'not-met'],
  ['private', ['medicaid', 'medicare'], 'not-met'],
  ['self-pay', ['sliding-scale'], 'met'],
  ['self-pay', ['private'], 'not-met'],
  ['no-cover', ['private', 'military'], 'not-met'],
  ['no-cover', ['self-pay'], 'unknown'],
  ['no-cover', ['medicaid'], 'unknown'],
  ['no-cover', ['sliding-scale'], 'met'],
];
test.each(PAY)('a caller with %s where %j is taken: %s', (means, payments, outcome) => {
  expect(outcomeOf({ payments }, wanted({ payments: [means] }), 'payment')).toBe(outcome);
});

test('of several ways to pay one is enough', () => {
  const search = wanted({ payments: ['private', 'medicare'] });
  expect(outcomeOf({ payments: ['medicare'] }, search, 'payment')).toBe('met');
  expect(outcomeOf({ payments: ['medicaid'] }, search, 'payment')).toBe('not-met');
});

test.each([
  [['en', 'es'], undefined, undefined, 'met'],
  [['en'], true, undefined, 'met'],
  [['en'], undefined, undefined, 'unknown'],
  [['en'], false, 'not-met', 'not-met'],
  [undefined, false, undefined, 'not-met'],
  [undefined, undefined, undefined, 'unknown'],
  [undefined, true, undefined, 'met'],
] as const)(
  'a caller who speaks Spanish, where %j is spoken and interpreted: %s',
  (languages, interpreter, hard, wish) => {
    const search = wanted({ languages: ['es'] });
    expect(outcomeOf({ languages, interpreter }, search, 'language')).toBe(hard);
    expect(outcomeOf({ languages, interpreter }, search, 'spoken')).toBe(wish);
  },
);

test('an interpreter for a language that was not named rules nothing out', () => {
  const search = wanted({ interpreter: true });
  expect(outcomeOf({ languages: ['en'], interpreter: false }, search, 'language')).toBeUndefined();
  expect(outcomeOf({ languages: ['en'], interpreter: false }, search, 'spoken')).toBe('not-met');
});

test('affirming care counts only where a source says so', () => {
  const affirming = { note: 'affirming', cites: ['page#P1'] };
  expect(outcomeOf({ affirming }, wanted({ affirming: true }), 'affirming')).toBe('met');
  expect(outcomeOf({}, wanted({ affirming: true }), 'affirming')).toBe('unknown');
  expect(outcomeOf({ affirming }, wanted(), 'affirming')).toBeUndefined();
});

test('evenings, few hours and video matter where one comes from home', () => {
  const needs = { schedule: ['evenings-only', 'few-hours'], travel: 'video-only' } as const;
  const found = match(given({ levels: ['iop'], evenings: true, supports: ['telehealth'] }), fromHome(needs));
  expect([having(found, 'met'), having(found, 'unknown')]).toEqual([
    ['state', 'license', 'evenings', 'telehealth'],
    ['few-hours'],
  ]);
  expect(outcomeOf({ evenings: false }, fromHome(needs), 'evenings')).toBe('not-met');
  expect(outcomeOf({}, fromHome(needs), 'evenings')).toBe('unknown');
  expect(outcomeOf({}, fromHome(needs), 'telehealth')).toBe('unknown');
  expect(match(given({}), wanted(needs)).preferences).toEqual([]);
});

test('children matter where one would live there', () => {
  expect(outcomeOf({ children: true }, wanted({ children: true }), 'children')).toBe('met');
  expect(outcomeOf({ children: false }, wanted({ children: true }), 'children')).toBe('not-met');
  expect(outcomeOf({}, wanted({ children: true }), 'children')).toBe('unknown');
  expect(outcomeOf({ children: false }, fromHome({ children: true }), 'children')).toBeUndefined();
});

test.each([
  ['2026-05-26', undefined],
  ['2026-05-25', 'not-met'],
])('an entry verified on %s, stale after 180 days: %s', (verifiedOn, outcome) => {
  expect(outcomeOf({ verifiedOn }, wanted(), 'freshness')).toBe(outcome);
});

test.each([
  ['open', '2026-11-22', 'met', false],
  ['open', '2026-11-20', 'met', false],
  ['open', '2026-11-19', 'unknown', false],
  ['waiting', '2026-11-22', 'not-met', false],
  ['full', '2026-11-20', 'not-met', true],
  ['full', '2026-11-19', 'unknown', false],
  ['full', '2026-11-23', 'unknown', false],
] as const)('%s as said on %s, believed for 2 days: %s', (opening, on, outcome, isFull) => {
  const availability = { opening, on, waitDays: undefined, beds: undefined };
  expect(outcomeOf({ availability }, wanted(), 'opening')).toBe(outcome);
  expect(match(given({ availability }), wanted())).toMatchObject({ isFull, verdict: expect.stringContaining('fits') });
});

const oakland = { latitude: 37.8044, longitude: -122.2712 };
test.each([
  [37.8044, -122.2712, 'met'],
  [38.2, -122.2712, 'met'],
  [38.3, -122.2712, 'not-met'],
])('from home, a program at %f, %f: %s', (latitude, longitude, outcome) => {
  expect(outcomeOf({ place: { latitude, longitude } }, fromHome({}, { from: oakland }), 'near')).toBe(outcome);
});

test('whoever cannot travel needs it nearer; whoever would live there goes farther', () => {
  const at = (miles: number) => ({
    place: { latitude: oakland.latitude + miles / 69.1, longitude: oakland.longitude },
  });
  expect(outcomeOf(at(12), fromHome({ travel: 'cannot-travel' }, { from: oakland }), 'near')).toBe('not-met');
  expect(outcomeOf(at(12), fromHome({}, { from: oakland }), 'near')).toBe('met');
  expect(outcomeOf(at(99), wanted({}, { from: oakland }), 'near')).toBe('met');
  expect(outcomeOf(at(101), wanted({}, { from: oakland }), 'near')).toBe('not-met');
});

test('without a place a program lies where its ZIP code does, and otherwise nobody knows', () => {
  const placeOfCode = (code: string) => (code === '94612' ? oakland : undefined);
  const search = wanted({}, { from: oakland, placeOfCode });
  expect(match(given({ postalCode: '94612-1234' }), search).miles).toBe(0);
  expect(outcomeOf({ postalCode: '94999' }, search, 'near')).toBe('unknown');
  expect(outcomeOf({ postalCode: '94612' }, wanted({}, { placeOfCode }), 'near')).toBeUndefined();
});

test('no wish rules a program out', () => {
  const wishes = {
    affirming: true,
    schedule: ['evenings-only', 'few-hours', 'children'],
    travel: 'video-only',
  } as const;
  const worst = given({
    levels: ['residential', 'iop'],
    evenings: false,
    children: false,
    verifiedOn: '2020-01-01',
    place: { latitude: 0, longitude: 0 },
  });
  for (const search of [wanted(wishes, { from: oakland }), fromHome(wishes, { from: oakland })])
    expect(match(worst, search).verdict).toBe('fits-with-drawbacks');
});
