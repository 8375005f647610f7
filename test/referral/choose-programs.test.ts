import fc from 'fast-check';
import { expect, test } from 'vitest';
import { choosePrograms } from '../../src/referral/choose-programs.ts';
import type { Wanted } from '../../src/referral/match.ts';
import { aDirectory, aProgram } from './given.ts';

const wanted: Wanted = {
  level: 'residential',
  needs: {
    state: { id: 'CA', label: 'California' },
    postalCode: '94601',
    pregnant: false,
    affirming: false,
    firstSteps: ['withdrawal-management'],
    hard: [],
  },
  today: '2026-11-22',
  staleAfterDays: 180,
  strict: true,
  preferred: undefined,
};

const does = ['withdrawal-management'] as const;
const programs = [
  aProgram({ id: 'far', firstSteps: does, postalCode: '90001' }),
  aProgram({ id: 'near', firstSteps: does, postalCode: '94612' }),
  aProgram({ id: 'women', firstSteps: does, postalCode: '94601', serves: 'women' }),
  aProgram({ id: 'asks', postalCode: '94601' }),
  aProgram({ id: 'day', levels: ['iop'] }),
  aProgram({ id: 'elsewhere', states: ['MN'] }),
];
const ids = (matches: readonly { program: { id: string } }[]) => matches.map(({ program }) => program.id);

test('what has to be asked weighs most, then what lowers, then distance; other levels are no candidates', () => {
  const choice = choosePrograms(aDirectory(programs), wanted);
  expect(ids(choice.chosen)).toEqual(['near', 'far', 'women', 'asks']);
  expect(ids(choice.ruledOut)).toEqual(['elsewhere']);
});

test('the program whose page the policy reads comes first, unless it is ruled out', () => {
  expect(ids(choosePrograms(aDirectory(programs), { ...wanted, preferred: 'asks' }).chosen)[0]).toBe('asks');
  expect(ids(choosePrograms(aDirectory(programs), { ...wanted, preferred: 'elsewhere' }).chosen)[0]).toBe('near');
});

test('the order of the directory never matters', () => {
  const expected = choosePrograms(aDirectory(programs), wanted);
  fc.assert(
    fc.property(fc.shuffledSubarray(programs, { minLength: programs.length }), (shuffled) => {
      expect(choosePrograms(aDirectory(shuffled), wanted)).toEqual(expected);
    }),
  );
});
