import { expect, test } from 'vitest';
import type { Availability, Program } from '../../src/directory/model.ts';
import { choosePrograms } from '../../src/referral/choose-programs.ts';
import { differenceOf } from '../../src/referral/matching/rank.ts';
import { choiceInIds } from './choice-in-ids.ts';
import { aDirectory, aProgram } from './given.ts';
import { wanted } from './wanted.ts';

const oakland = { latitude: 37.8, longitude: -122.27 };
const said = (opening: Availability['opening'], waitDays?: number): Availability => ({
  opening,
  waitDays,
  beds: undefined,
  on: '2026-11-21',
});

/** Each stands behind the one before it for the reason that follows it. */
const IN_ORDER: readonly (readonly [string, Partial<Program>, string | undefined])[] = [
  ['own', { supports: [] }, 'own-page'],
  ['open', { availability: said('open'), supports: ['safety-plan'], languages: ['es'] }, 'opening'],
  ['near', { supports: ['safety-plan'], languages: ['es'] }, 'distance'],
  ['far', { supports: ['safety-plan'], languages: ['es'], place: { latitude: 38.8, longitude: -122.27 } }, 'opening'],
  ['waits', { availability: said('waiting', 3), supports: ['safety-plan'], languages: ['es'] }, 'wait'],
  ['waits-more', { availability: said('waiting', 9), supports: ['safety-plan'], languages: ['es'] }, 'wait'],
  ['waits-who-knows', { availability: said('waiting'), supports: ['safety-plan'], languages: ['es'] }, 'preferences'],
  ['wish-unknown', { supports: ['safety-plan'], availability: said('open') }, 'preferences'],
  ['wish-unmet', { supports: ['safety-plan'], interpreter: false, availability: said('open') }, 'unknown'],
  ['asks', { languages: ['es'], availability: said('open') }, undefined],
  ['asks-too', { languages: ['es'], availability: said('open') }, 'far'],
  // All is known of it, and it lies in Los Angeles.
  [
    'beyond',
    {
      availability: said('open'),
      supports: ['safety-plan'],
      languages: ['es'],
      place: { latitude: 34.05, longitude: -118.24 },
    },
    'full',
  ],
  ['full', { availability: said('full'), supports: ['safety-plan'], languages: ['es'] }, undefined],
];
const search = wanted({ hard: ['safety-plan'], languages: ['es'] }, { from: oakland, preferred: 'own' });
const programs = IN_ORDER.map(([id, given]) => aProgram({ id, place: oakland, ...given }));

test.each(
  IN_ORDER.slice(0, -1).map(([id, , because], index) => [id, IN_ORDER[index + 1]?.[0] ?? '', because] as const),
)('%s comes before %s: %s', (first, second, because) => {
  const pair = programs.filter(({ id }) => id === first || id === second);
  const { chosen } = choosePrograms(aDirectory([...pair].reverse()), search);
  expect(chosen.map(({ program }) => program.id)).toEqual([first, second]);
  const [a, b] = chosen.map(({ rank }) => rank);
  expect(a && b && differenceOf(a, b)).toBe(because);
});

test('of many the first three are named and the others counted', () => {
  const { chosen, more } = choiceInIds(choosePrograms(aDirectory([...programs].reverse()), search));
  expect([chosen, more]).toEqual([['own', 'open', 'near'], programs.length - 3]);
});

test('the program whose page the policy reads is not named where it is ruled out, and not first where it is full', () => {
  const full = aProgram({ id: 'own', availability: said('full') });
  const elsewhere = aProgram({ id: 'own', states: ['MN'] });
  const other = aProgram({ id: 'other' });
  const ids = (own: Program) => choiceInIds(choosePrograms(aDirectory([own, other]), search)).chosen;
  expect([ids(full), ids(elsewhere)]).toEqual([['other', 'own'], ['other']]);
});

test('where no place is known, ZIP codes that begin alike are taken to lie nearer', () => {
  const zips = ['90001', '94612', '94699'].map((postalCode) => aProgram({ id: `z${postalCode}`, postalCode }));
  const { chosen } = choiceInIds(choosePrograms(aDirectory(zips), wanted({ postalCode: '94691' })));
  expect(chosen).toEqual(['z94699', 'z94612', 'z90001']);
});

test('who is ruled out is counted once, under the first condition, and named where it comes nearest to fitting', () => {
  const expired = { number: '1', authority: 'State', expires: '2026-11-21' };
  const out = [
    aProgram({ id: 'elsewhere', states: ['MN'] }),
    aProgram({ id: 'elsewhere-expired', states: ['MN'], license: expired }),
    aProgram({ id: 'expired', license: expired }),
    aProgram({ id: 'expired-payment', license: expired, payments: ['medicaid'] }),
    aProgram({ id: 'payment', payments: ['medicaid'] }),
    aProgram({ id: 'day', levels: ['iop'] }),
    aProgram({ id: 'nothing', levels: [] }),
    aProgram({ id: 'fits', payments: ['private'] }),
  ];
  expect(choiceInIds(choosePrograms(aDirectory(out), wanted({ payments: ['private'] })))).toEqual({
    chosen: ['fits'],
    more: 0,
    ruledOut: 5,
    otherLevels: 2,
    named: ['expired', 'payment'],
    by: [
      ['state', 2, null],
      ['license', 2, null],
      ['payment', 1, null],
    ],
  });
  const none = choosePrograms(aDirectory(out.slice(0, -1)), wanted({ payments: ['private'] }));
  expect(choiceInIds(none).by).toEqual([
    ['state', 2, 1],
    ['license', 2, 1],
    ['payment', 1, 1],
  ]);
});
