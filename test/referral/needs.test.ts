import { expect, test } from 'vitest';
import { needsOf } from '../../src/referral/needs.ts';
import { aDecision, anInput, answersOf } from './given.ts';

test('finds answers by their use, whatever the questions are called', () => {
  const answers = answersOf({ home_state: 'MN', zip: '55401', expecting: 'yes', welcome: 'yes' });
  const needs = needsOf(anInput({ answers }));
  expect(needs).toMatchObject({
    state: { id: 'MN', label: 'Minnesota' },
    postalCode: '55401',
    pregnant: true,
    affirming: true,
  });
});

test('what was not answered is neither needed nor filled in', () => {
  const needs = needsOf(anInput({ answers: answersOf() }));
  expect(needs).toMatchObject({ state: undefined, postalCode: undefined, pregnant: false, affirming: false });
});

test('an answer like an unremarkable caller’s is no need', () => {
  expect(needsOf(anInput({ answers: answersOf({ expecting: 'no', welcome: 'no' }) }))).toMatchObject({
    pregnant: false,
    affirming: false,
  });
});

test('certain supports become hard needs, possible ones and comforts do not', () => {
  const decision = aDecision(
    ['iop'],
    {},
    { 'medication-continuity': 'certain', 'prenatal-care': 'possible', 'peer-support': 'certain' },
  );
  expect(needsOf(anInput({ decision })).hard).toEqual(['medication-continuity']);
});

test('a first step that another one includes is left out', () => {
  const decision = aDecision(
    ['iop'],
    {},
    { 'withdrawal-management': 'certain', 'withdrawal-management-24h': 'certain' },
  );
  expect(needsOf(anInput({ decision })).firstSteps).toEqual(['withdrawal-management-24h']);
});

test('a first step stays while what includes it is only possible', () => {
  const decision = aDecision(
    ['iop'],
    {},
    { 'withdrawal-management': 'certain', 'withdrawal-management-24h': 'possible' },
  );
  expect(needsOf(anInput({ decision })).firstSteps).toEqual(['withdrawal-management']);
});
