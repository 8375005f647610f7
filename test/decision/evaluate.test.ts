import { expect, test } from 'vitest';
import { ALWAYS, type FactValue } from '../../src/conditions/model.ts';
import { evaluate } from '../../src/decision/evaluate.ts';
import { FIRST_STEPS, LEVELS } from '../../src/policy/care-lists.ts';
import type { Policy } from '../../src/policy/model.ts';
import { readCaller } from '../../src/questionnaire/complete-caller.ts';
import { choice, ending, is, none, number, policy, questionnaire, rule, within, yesNo } from './given.ts';

const asked = questionnaire(
  [
    yesNo('danger'),
    choice('role', ['self', 'other']),
    number('age', 0, 120),
    yesNo('drinks'),
    yesNo('shakes', { askIf: is('drinks', 'yes') }),
  ],
  {
    dispositions: [
      ending('youth', within('age', 0, 17)),
      ending('third-party', is('role', 'other'), { level: 'open', supports: ['family-support'] }),
      ending('silent', undefined),
    ],
  },
);

const unremarkable = { danger: 'no', role: 'self', age: 40, drinks: 'no', shakes: 'no' };

function verdict(by: Policy, differing: Readonly<Record<string, FactValue>> = {}) {
  return evaluate(asked, by, readCaller(asked, new Map(Object.entries({ ...unremarkable, ...differing }))));
}

const emergency = rule('emergency', is('danger', 'yes'), { atLeast: 'emergency', do: ['call-911'] });

test('the level is the highest floor among the rules that hold, in whatever order they stand', () => {
  const rules = [
    rule('low', ALWAYS, { atLeast: 'outpatient' }),
    rule('high', is('drinks', 'yes'), { atLeast: 'php' }),
    rule('middle', is('drinks', 'yes'), { atLeast: 'iop' }),
    rule('higher-but-not', is('shakes', 'yes'), { atLeast: 'inpatient' }),
  ];
  const expected = { kind: 'level', level: 'php', silent: false };
  expect(verdict(policy(rules), { drinks: 'yes' }).result).toEqual(expected);
  expect(verdict(policy([...rules].reverse()), { drinks: 'yes' }).result).toEqual(expected);
  expect([...verdict(policy(rules), { drinks: 'yes' }).rules].sort()).toEqual(['high', 'low', 'middle']);
});

test.each(LEVELS)('one rule with the floor %s gives that level', (level) => {
  expect(verdict(policy([rule('only', ALWAYS, { atLeast: level })])).result).toEqual({
    kind: 'level',
    level,
    silent: false,
  });
});

test('where no rule with a floor holds the policy says otherwise, silent or not', () => {
  const rules = [rule('step', ALWAYS, { first: ['safe-place'] })];
  expect(verdict(policy(rules, { level: 'outpatient' })).result).toEqual({
    kind: 'level',
    level: 'outpatient',
    silent: false,
  });
  expect(verdict(policy(rules, { silent: true })).result).toEqual({
    kind: 'level',
    level: 'information',
    silent: true,
  });
});

test('a policy is silent only where it says nothing, and a floor below its otherwise counts as well', () => {
  const rules = [rule('any', ALWAYS, { atLeast: 'information' })];
  expect(verdict(policy(rules, { silent: true })).result).toMatchObject({ silent: false });
  expect(verdict(policy(rules, { level: 'outpatient' })).result).toMatchObject({ level: 'information' });
});

test('first steps, supports and actions are the union of what the rules that hold give', () => {
  const result = verdict(
    policy([
      rule('one', ALWAYS, { first: ['safe-place'], add: ['naloxone'] }),
      rule('two', ALWAYS, { first: ['safe-place', 'medical-check-today'], add: ['safety-plan'] }),
      rule('not', is('drinks', 'yes'), { first: ['crisis-assessment-today'], add: ['telehealth'] }),
    ]),
  );
  expect([...result.firstSteps].sort()).toEqual(['medical-check-today', 'safe-place']);
  expect([...result.supports].sort()).toEqual(['naloxone', 'safety-plan']);
  expect(result.actions).toEqual(new Set());
});

test('a first step that another includes is not named beside it, and alone it is', () => {
  const includes: Readonly<Record<string, string>> = {
    'withdrawal-management-24h': 'withdrawal-management',
    'opioid-medication-start': 'medication-review',
  };
  for (const one of FIRST_STEPS) {
    for (const other of FIRST_STEPS) {
      const both = [rule('one', ALWAYS, { first: [one] }), rule('other', ALWAYS, { first: [other] })];
      const left = [...new Set([one, other])].filter((step) => step !== includes[one] && step !== includes[other]);
      expect([...verdict(policy(both)).firstSteps].sort()).toEqual(left.sort());
    }
  }
});

test('a call about somebody else gets no level, but keeps the first steps and supports of the answers beside its own', () => {
  const by = policy([
    rule('need', ALWAYS, { atLeast: 'residential', first: ['safe-place'], add: ['naloxone'] }),
    emergency,
  ]);
  const result = verdict(by, { role: 'other' });
  expect(result.result).toEqual({ kind: 'disposition', disposition: 'third-party' });
  expect(result.levelIfScored).toBe('residential');
  expect([result.firstSteps, result.actions]).toEqual([new Set(['safe-place']), new Set()]);
  expect(result.supports).toEqual(new Set(['naloxone', 'family-support']));
  expect(result.rules).toEqual(new Set(['need']));
});

test('any other disposition gives no level, first step or action, and no support but its own', () => {
  const by = policy([rule('need', ALWAYS, { atLeast: 'residential', first: ['safe-place'], add: ['naloxone'] })]);
  const { result, firstSteps, supports, actions } = verdict(by, { age: 15 });
  expect(result).toEqual({ kind: 'disposition', disposition: 'youth' });
  expect([firstSteps, supports, actions]).toEqual([new Set(), new Set(), new Set()]);
});

test('an emergency stands before any disposition', () => {
  const result = verdict(policy([emergency]), { danger: 'yes', role: 'other', age: 15 });
  expect(result.result).toEqual({ kind: 'level', level: 'emergency', silent: false });
  expect(result.actions).toEqual(new Set(['call-911']));
  expect(result.supports).toEqual(new Set());
});

test('the first of several dispositions names the call', () => {
  expect(verdict(policy([]), { role: 'other', age: 17 }).result).toEqual({ kind: 'disposition', disposition: 'youth' });
  expect(verdict(policy([]), { role: 'other', age: 18 }).result).toEqual({
    kind: 'disposition',
    disposition: 'third-party',
  });
});

test('what only the counselor can see ends no call by itself', () => {
  expect(verdict(policy([])).result).toEqual({ kind: 'level', level: 'information', silent: false });
});

test('an answer to a question that does not apply decides nothing, and a test for its absence holds', () => {
  const by = policy([
    rule('shakes', is('shakes', 'yes'), { atLeast: 'residential' }),
    rule('calm', none(is('shakes', 'yes')), { add: ['peer-support'] }),
  ]);
  const result = verdict(by, { drinks: 'no', shakes: 'yes' });
  expect(result.result).toMatchObject({ level: 'information' });
  expect(result.supports).toEqual(new Set(['peer-support']));
  expect(verdict(by, { drinks: 'yes', shakes: 'yes' }).result).toMatchObject({ level: 'residential' });
});
