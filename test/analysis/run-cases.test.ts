import { expect, test } from 'vitest';
import type { Case, Expectation } from '../../src/analysis/model.ts';
import { runCases, uncovered } from '../../src/analysis/run-cases.ts';
import type { FactValue } from '../../src/conditions/model.ts';
import type { Policy } from '../../src/policy/model.ts';
import { answers, compiled, ending, is, policy, questionnaire, rule, yesNo } from '../decision/given.ts';

const asked = questionnaire([yesNo('danger'), yesNo('child'), yesNo('drinks'), yesNo('shakes')], {
  dispositions: [ending('youth', is('child', 'yes'))],
});
const rules = [
  rule('emergency', is('danger', 'yes'), { atLeast: 'emergency', do: ['call-911'] }),
  rule('drinks', is('drinks', 'yes'), { atLeast: 'outpatient', first: ['safe-place'], add: ['naloxone'] }),
  rule('shakes', is('shakes', 'yes'), { first: ['withdrawal-management'] }),
];
const invented = policy(rules);
const unremarkable = { danger: 'no', child: 'no', drinks: 'no', shakes: 'no' };

function worked(differing: Readonly<Record<string, FactValue>>, ...expects: readonly Partial<Expectation>[]): Case {
  return {
    id: 'one',
    index: 3,
    says: 'One.',
    caller: undefined,
    example: undefined,
    answers: answers({ ...unremarkable, ...differing }),
    beforeBaseline: undefined,
    expect: expects.map((parts, index) => ({
      index,
      policies: ['invented'],
      level: undefined,
      levels: undefined,
      silent: undefined,
      disposition: undefined,
      first: undefined,
      notFirst: [],
      supports: [],
      notSupports: [],
      actions: undefined,
      deciding: undefined,
      holds: [],
      asked: [],
      notAsked: [],
      ...parts,
    })),
  };
}

/** The places of the expectations that do not hold. */
function failures(differing: Readonly<Record<string, FactValue>>, expected: Partial<Expectation>) {
  return runCases([worked(differing, {}, expected)], () => compiled(asked, invented)).map(({ path }) => path.join('.'));
}

const drinking = { drinks: 'yes' };

test.each<readonly [string, Readonly<Record<string, FactValue>>, Partial<Expectation>]>([
  ['level', drinking, { level: 'outpatient' }],
  ['levels', drinking, { levels: ['outpatient'] }],
  ['the exact first steps', drinking, { first: ['safe-place'] }],
  ['first steps ruled out', drinking, { notFirst: ['withdrawal-management'] }],
  ['supports', drinking, { supports: ['naloxone'] }],
  ['deciding rules', drinking, { deciding: ['drinks'] }],
  ['otherwise', {}, { deciding: ['otherwise'] }],
  ['rules that hold', { drinks: 'yes', shakes: 'yes' }, { holds: ['shakes'] }],
  ['the disposition', { child: 'yes' }, { disposition: 'youth', levels: [] }],
  ['a disposition under an emergency', { child: 'yes', danger: 'yes' }, { disposition: 'youth', level: 'emergency' }],
])('finds nothing where it comes out: %s', (_name, differing, expected) => {
  expect(failures(differing, expected)).toEqual([]);
});

test.each<readonly [string, Readonly<Record<string, FactValue>>, Partial<Expectation>]>([
  ['level', drinking, { level: 'iop' }],
  ['levels', drinking, { levels: ['outpatient', 'iop'] }],
  ['levels', drinking, { levels: [] }],
  ['silent', {}, { silent: true }],
  ['first', drinking, { first: [] }],
  ['first', drinking, { first: ['safe-place', 'withdrawal-management'] }],
  ['not_first', drinking, { notFirst: ['safe-place'] }],
  ['supports', drinking, { supports: ['naloxone', 'telehealth'] }],
  ['deciding', drinking, { deciding: ['otherwise'] }],
  ['deciding', {}, { deciding: ['drinks'] }],
  ['holds', drinking, { holds: ['drinks', 'shakes'] }],
  ['disposition', drinking, { disposition: 'youth' }],
  ['disposition', { danger: 'yes' }, { disposition: 'youth', level: 'emergency' }],
  // Alone it is what the call ends with, and an emergency stands above it.
  ['disposition', { child: 'yes', danger: 'yes' }, { disposition: 'youth' }],
])('finds %s where it does not come out', (key, differing, expected) => {
  expect(failures(differing, expected)).toEqual([`cases.3.expect.1.${key}`]);
});

test('names what was expected and what came out', () => {
  const [finding] = runCases([worked(drinking, { level: 'iop' })], () => compiled(asked, invented));
  expect(finding?.message).toBe('`one` under `invented` expects `iop` as the level, and gets `outpatient`');
});

test('an answer to a question that does not apply is found', () => {
  const gated = questionnaire([yesNo('drinks'), yesNo('shakes', { askIf: is('drinks', 'yes') })]);
  const one: Case = { ...worked({}, {}), answers: answers({ drinks: 'no', shakes: 'no' }) };
  const found = runCases([one], () => compiled(gated, policy([])));
  expect(found.map(({ code, path }) => [code, path.join('.')])).toEqual([['contradiction', 'cases.3.answers.shakes']]);
});

/** The keys `policy rule` of what no case shows. */
function missing(cases: readonly Case[], ...policies: readonly Policy[]) {
  return uncovered(cases, policies).map((one) => `${one.policy} ${one.rule}`);
}

test('without cases every rule and every otherwise is missing', () => {
  expect(missing([], invented)).toEqual([
    'invented emergency',
    'invented drinks',
    'invented shakes',
    'invented otherwise',
  ]);
});

test('a rule is shown by a case that names it as deciding or holding', () => {
  const cases = [worked({}, { deciding: ['drinks'], holds: ['shakes'] }, { deciding: ['otherwise'] })];
  expect(missing(cases, invented)).toEqual(['invented emergency']);
});

test('a rule is shown under a policy that extends the one that wrote it', () => {
  const extending: Policy = { ...policy([...rules]), id: 'extending' };
  const cases = [worked({}, { policies: ['extending'], deciding: ['drinks'] })];
  expect(missing(cases, invented, extending)).toEqual([
    'invented emergency',
    'invented shakes',
    'invented otherwise',
    'extending otherwise',
  ]);
});

test('a rule of the same name in another policy, or its otherwise, does not count', () => {
  const other: Policy = { ...policy([rule('drinks', is('drinks', 'yes'), { atLeast: 'iop' })]), id: 'other' };
  const own: Policy = { ...other, rules: other.rules.map((one) => ({ ...one, policy: 'other' })) };
  const cases = [
    worked({}, { policies: ['other'], deciding: ['drinks'] }, { policies: ['other'], deciding: ['otherwise'] }),
  ];
  expect(missing(cases, policy(rules.slice(1, 2)), own)).toEqual(['invented drinks', 'invented otherwise']);
});
