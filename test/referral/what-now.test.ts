/** The counselor's next minute: the one thing to do first, as an instruction, in at most four lines. */

import { expect, test } from 'vitest';
import { FIRST_STEPS, type FirstStep } from '../../src/policy/care-lists.ts';
import { STEP_LINES } from '../../src/referral/step-instructions.ts';
import { summarize } from '../../src/referral/summarize.ts';
import type { SummaryInput } from '../../src/referral/summary-input.ts';
import { shippedContent } from '../fixtures/shipped.ts';
import { aDecision, aDirectory, anInput, answersOf, aPolicy, aProgram } from './given.ts';

const iop = aProgram({ id: 'day', name: 'Day Program', levels: ['iop'] });
const house = aProgram({ id: 'house', name: 'House' });
const directory = {
  ...aDirectory([iop, house]),
  lines: Object.values(STEP_LINES).map((id, index) => ({
    id,
    name: `Line ${id}`,
    number: `555-02${index}0`,
    also: undefined,
    for: 'help',
    source: 'invented',
    verifiedOn: '2026-11-01',
  })),
};
const nowOf = (given: Partial<SummaryInput> = {}) => summarize(anInput({ directory, ...given })).now;
const certain = (...steps: readonly FirstStep[]) => Object.fromEntries(steps.map((step) => [step, 'certain' as const]));
const numberOf = (id: string) => directory.lines.find((line) => line.id === id)?.number ?? '';

test.each([
  ['crisis-assessment-today', `Call ${numberOf('crisis-988')} together now`],
  ['medical-check-today', 'Get the caller seen today'],
  ['withdrawal-management', 'Arrange detox first'],
  ['withdrawal-management-24h', 'Arrange detox with doctors day and night first'],
  ['opioid-medication-start', 'Find out now who can start methadone or buprenorphine'],
  ['safe-place', 'Make sure of a safe place to stay first'],
  ['medication-review', 'Arrange a review with the prescriber'],
] as const)('%s comes first, as an instruction', (step, instruction) => {
  const [first, second] = nowOf({ decision: aDecision(['iop'], {}, certain(step)) });
  expect(first?.startsWith(instruction)).toBe(true);
  expect(second).toBe('Then call Day Program together: 555-0100.');
});

test.each(['withdrawal-management', 'withdrawal-management-24h', 'opioid-medication-start'] as const)(
  '%s names the number that helps to find it, where the directory has it',
  (step) => {
    const decision = aDecision(['iop'], {}, certain(step));
    expect(nowOf({ decision })[0]).toContain(numberOf('samhsa-helpline'));
    expect(nowOf({ decision, directory: aDirectory([iop]) })[0]).not.toContain('helps to find it');
  },
);

test('the domestic-violence line is named to whom somebody hurts, and to nobody else', () => {
  const number = numberOf('domestic-violence-hotline');
  const hurt = aDecision(['iop'], {}, { 'safe-place': 'certain', 'dv-advocate': 'certain' });
  expect(nowOf({ decision: hurt })[0]).toContain(number);
  expect(nowOf({ decision: aDecision(['iop'], {}, certain('safe-place')) })[0]).not.toContain(number);
});

test('every line that a first step leads to is in the shipped directory', async () => {
  const ids = (await shippedContent()).directory.lines.map(({ id }) => id);
  expect(Object.values(STEP_LINES).filter((id) => !ids.includes(id))).toEqual([]);
});

test('the same steps in any number: four lines at most, and no step is dropped', () => {
  const decision = aDecision(
    ['outpatient', 'iop'],
    { unknownSafety: ['danger'], ask: [{ question: 'shelter', expected: 1, worst: 1 }] },
    certain(...FIRST_STEPS),
  );
  const now = nowOf({ decision });
  expect(now).toHaveLength(4);
  expect(now[0]).toContain('not been asked yet');
  expect(now[1]).toContain('Get the caller seen today');
  // What another step includes is not named beside it; what can wait comes last.
  expect(now[2]).toBe(
    'Then: step crisis-assessment-today, step withdrawal-management-24h, step opioid-medication-start and step safe-place.',
  );
  expect(now[3]).toContain('Ask next');
});

test('a third party is no patient: the person concerned has to be seen', () => {
  const decision = aDecision(['iop'], {}, certain('medical-check-today'));
  expect(nowOf({ decision, answers: answersOf({ role: 'other' }) })[0]).toContain('Get the person seen today');
});

test('a review of medicine waits for what is urgent', () => {
  const now = nowOf({ decision: aDecision(['iop'], {}, certain('medication-review', 'safe-place')) });
  expect(now.map((text) => text.split(' ').slice(0, 2).join(' '))).toEqual(['Make sure', 'Arrange a', 'Then call']);
});

test('with nothing first, the program is called together', () => {
  expect(nowOf()).toEqual(['Read the recommendation out, then call Day Program together: 555-0100.']);
});

test('where IOP is ruled out, the call is for a bed; in a network, for a center of it', () => {
  const decision = aDecision(['residential']);
  expect(nowOf({ decision })).toEqual([
    'Read the recommendation out, then call House together: 555-0100, for the first open bed.',
  ]);
  expect(nowOf({ decision, policy: aPolicy({ network: true, program: 'day' }) })).toEqual([
    'Read the recommendation out, then call Day Program together: 555-0100, for a center in their network.',
  ]);
});

test('where no program is known, a place is looked for together', () => {
  expect(nowOf({ decision: aDecision(['php']), answers: answersOf() })[0]).toContain('look for a place together');
});

test('hospital care without a first step: the way in is arranged together', () => {
  expect(nowOf({ decision: aDecision(['inpatient']) })[0]).toContain('arrange the way in together, today');
});

test('nobody is sent to a program by a silent page or with information', () => {
  const silent = aPolicy({
    program: 'day',
    otherwise: { level: 'information', silent: true, because: 'Others.', cites: ['page#P1'] },
  });
  const decision = aDecision(['information'], { silent: 'certain', deciding: { kind: 'otherwise' } });
  expect(nowOf({ policy: silent, decision })).toEqual([
    'Talk it over with a licensed counselor before anything is recommended.',
  ]);
  expect(nowOf({ decision: aDecision(['information']) })[0]).toContain('call again');
});
