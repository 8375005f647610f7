import { expect, test } from 'vitest';
import { LEVELS, type Level } from '../../src/policy/care-lists.ts';
import { fallbackStatus, fallbackTarget } from '../../src/referral/fallback.ts';
import { needsOf } from '../../src/referral/needs.ts';
import { aDirectory, anInput, answersOf, aPolicy, aProgram } from './given.ts';

const ABOVE_IOP: readonly Level[] = ['php', 'residential', 'inpatient', 'emergency'];

/** Every non-empty set of levels, least intensive first. */
const everySet: readonly (readonly Level[])[] = Array.from({ length: 2 ** LEVELS.length - 1 }, (_, index) =>
  LEVELS.filter((_level, place) => ((index + 1) >> place) & 1),
);

test('yes when every level still possible lies above an IOP, possible when only some do, otherwise no', () => {
  expect(everySet).toHaveLength(127);
  for (const levels of everySet) {
    const every = levels.every((level) => ABOVE_IOP.includes(level));
    const some = levels.some((level) => ABOVE_IOP.includes(level));
    expect([levels, fallbackStatus(levels)]).toEqual([levels, every ? 'yes' : some ? 'possible' : 'no']);
  }
});

test('a call without a level has no fallback', () => {
  expect(fallbackStatus([])).toBe('no');
});

const here = aProgram({ id: 'here' });
const elsewhere = aProgram({ id: 'elsewhere', states: ['MN'] });
const expired = aProgram({ id: 'expired', license: { number: '1', authority: 'State', expires: '2026-11-21' } });
const search = (state: string | undefined) => ({
  needs: needsOf(anInput({ answers: answersOf(state === undefined ? {} : { home_state: state }) })),
  today: '2026-11-22',
  staleAfterDays: 180,
  availabilityHoldsDays: 2,
  from: undefined,
  placeOfCode: () => undefined,
  preferred: undefined,
});

test('only programs of the caller’s state with a licence valid on the day are named', () => {
  const target = fallbackTarget(aPolicy(), aDirectory([elsewhere, expired, here]), search('CA'));
  expect(target.kind === 'programs' && target.choice.chosen.map(({ program }) => program.id)).toEqual(['here']);
});

test('never a bed elsewhere: none in the state is said as none', () => {
  expect(fallbackTarget(aPolicy(), aDirectory([elsewhere, expired]), search('CA')).kind).toBe('none-here');
});

test('without the caller’s state no program is named', () => {
  expect(fallbackTarget(aPolicy(), aDirectory([here]), search(undefined)).kind).toBe('state-unknown');
});

test('a policy with a network of its own leaves the choice to its program', () => {
  const policy = aPolicy({ network: true, program: 'elsewhere' });
  expect(fallbackTarget(policy, aDirectory([here, elsewhere]), search('CA'))).toEqual({
    kind: 'network',
    program: elsewhere,
  });
});
