import { expect, test } from 'vitest';
import { isPostalCodeElsewhere, needsOf } from '../../src/referral/needs.ts';
import { shippedContent } from '../fixtures/shipped.ts';
import { aDecision, anInput, answersOf } from './given.ts';

test('finds answers by their use, whatever the questions are called', () => {
  const answers = answersOf({ home_state: 'MN', zip: '55401', expecting: 'yes', welcome: 'yes' });
  const needs = needsOf(anInput({ answers }));
  expect(needs).toMatchObject({
    state: { id: 'MN', label: 'Minnesota' },
    postalCode: '55401',
    pregnancy: 'either',
    affirming: true,
  });
});

test('what was not answered is neither needed nor filled in', () => {
  const needs = needsOf(anInput({ answers: answersOf() }));
  expect(needs).toMatchObject({ state: undefined, postalCode: undefined, pregnancy: 'none', affirming: false });
});

test('an answer like an unremarkable caller’s is no need', () => {
  expect(needsOf(anInput({ answers: answersOf({ expecting: 'no', welcome: 'no' }) }))).toMatchObject({
    pregnancy: 'none',
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

/** The adult intake's own questions, whose options say what they mean. */
const shipped = await shippedContent();
const shippedNeeds = (values: Parameters<typeof answersOf>[0]) =>
  needsOf(anInput({ questionnaire: shipped.questionnaire, answers: answersOf(values) }));

test('of the adult intake every need is read', () => {
  const needs = shippedNeeds({
    ...{
      age: 34,
      state: 'CA',
      postal_code: 'ZIP 94601-1234, near the lake',
      pregnancy: 'birth',
      affirming_care: 'yes',
    },
    ...{ payment: 'medicaid', language_needs: ['spanish', 'interpreter', 'reading'], getting_there: 'video-possible' },
    duties: ['work', 'children', 'evenings-only'],
  });
  expect(needs).toMatchObject({
    ...{ age: 34, state: { id: 'CA' }, postalCode: '94601', postalState: { id: 'CA', label: 'California' } },
    ...{ pregnancy: 'birth', affirming: true, payments: ['medicaid'], languages: ['es'], interpreter: true },
    ...{ travel: 'video-only', schedule: ['children', 'evenings-only'], children: true },
  });
});

test('of the adult intake nothing that was not answered, or answered like anybody, is a need', () => {
  const none = { age: undefined, pregnancy: 'none', affirming: false, languages: [], interpreter: false };
  const rest = { schedule: [], travel: undefined, children: false, postalCode: undefined, postalState: undefined };
  expect(shippedNeeds({})).toMatchObject({ ...none, ...rest, payments: [], state: undefined });
  const usual = {
    pregnancy: 'neither',
    affirming_care: 'no',
    language_needs: [],
    getting_there: 'can-travel',
    duties: [],
  };
  expect(shippedNeeds(usual)).toMatchObject({ ...none, ...rest });
});

test('a town instead of a ZIP code is no ZIP code, and neither is a telephone number', () => {
  for (const said of ['Eureka', '9460', '510-555-0100', '5105550100'])
    expect([said, shippedNeeds({ postal_code: said }).postalCode]).toEqual([said, undefined]);
});

test('a ZIP code of another state than the one that was named is noticed; where one of them is missing nothing is', () => {
  const isElsewhere = (values: Parameters<typeof answersOf>[0]) => isPostalCodeElsewhere(shippedNeeds(values));
  expect(isElsewhere({ state: 'MN', postal_code: '94601' })).toBe(true);
  expect(isElsewhere({ state: 'CA', postal_code: '94601' })).toBe(false);
  expect(isElsewhere({ state: 'CA' })).toBe(false);
  expect(isElsewhere({ postal_code: '94601' })).toBe(false);
  expect(isElsewhere({ state: 'CA', postal_code: '00000' })).toBe(false);
});
