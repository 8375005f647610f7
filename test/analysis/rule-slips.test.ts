/** What slips there are in a policy's file, by hand: each slip with the file's value after it. */

import { expect, test } from 'vitest';
import { policySlips } from '../../src/analysis/rule-slips.ts';
import type { Slip } from '../../src/analysis/slip.ts';
import type { Facts } from '../../src/conditions/compile.ts';
import { edited } from '../../src/documents/edited.ts';
import type { PolicySource } from '../../src/policy/schema.ts';

const facts: Facts = new Map([['home', { kind: 'values', values: ['good', 'failing'] }]]);

type Effect = PolicySource['rules'][number]['then'];
const rule = (id: string, then: Effect) => ({ id, when: { home: 'failing' }, then, because: 'B.', cites: ['book#A1'] });
const otherwise = { level: 'information' as const, because: 'B.', cites: ['book#A1'] };

function policy(rules: PolicySource['rules'], other: PolicySource['otherwise'] = otherwise): PolicySource {
  return {
    format: 'intakeline/policy/1',
    id: 'small',
    version: '1',
    date: '2026-01-01',
    title: 'Small',
    about: 'Small.',
    otherwise: other,
    rules,
  };
}

/** All slips but those in the condition, which has a file of examples of its own. */
function slipsIn(source: PolicySource): readonly Slip[] {
  return policySlips(source, facts).filter(({ at }) => !at.includes('when'));
}

/** What a rule gives after each slip in its effect, beside the kind of the slip. */
function effects(then: Effect): readonly unknown[] {
  const source = policy([rule('one', then)]);
  return slipsIn(source).map((slip) => [slip.kind, edited(source, slip.edit).rules[0]?.then]);
}

test('each rule is left out in turn, and the only one stays', () => {
  const source = policy([
    rule('one', { first: ['safe-place'] }),
    rule('two', { first: ['safe-place'] }),
    rule('three', { first: ['safe-place'] }),
  ]);
  expect(slipsIn(source).map((slip) => [slip.kind, edited(source, slip.edit).rules.map(({ id }) => id)])).toEqual([
    ['rule-left-out', ['two', 'three']],
    ['rule-left-out', ['one', 'three']],
    ['rule-left-out', ['one', 'two']],
  ]);
  expect(slipsIn(source).map(({ at, what }) => [at, what])).toEqual([
    [['rules', 0, 'id'], 'the rule `one` left out'],
    [['rules', 1, 'id'], 'the rule `two` left out'],
    [['rules', 2, 'id'], 'the rule `three` left out'],
  ]);
  expect(slipsIn(policy([rule('one', { first: ['safe-place'] })]))).toEqual([]);
});

test('a floor is lowered by one level, and the lowest cannot be', () => {
  expect(effects({ at_least: 'iop' })).toEqual([['floor-lowered', { at_least: 'outpatient' }]]);
  expect(effects({ at_least: 'information' })).toEqual([]);
});

test('of an effect each part is left out, as long as something is left', () => {
  expect(effects({ at_least: 'iop', first: ['safe-place'], add: ['naloxone', 'telehealth'] })).toEqual([
    ['floor-lowered', { at_least: 'outpatient', first: ['safe-place'], add: ['naloxone', 'telehealth'] }],
    ['effect-left-out', { first: ['safe-place'], add: ['naloxone', 'telehealth'] }],
    ['effect-left-out', { at_least: 'iop', add: ['naloxone', 'telehealth'] }],
    ['effect-left-out', { at_least: 'iop', first: ['safe-place'], add: ['telehealth'] }],
    ['effect-left-out', { at_least: 'iop', first: ['safe-place'], add: ['naloxone'] }],
  ]);
  expect(effects({ add: ['naloxone'] })).toEqual([]);
});

test('an emergency loses its level, its actions, and each of them', () => {
  expect(effects({ at_least: 'emergency', do: ['call-911', 'keep-company'] })).toEqual([
    ['floor-lowered', { at_least: 'inpatient', do: ['call-911', 'keep-company'] }],
    ['effect-left-out', { do: ['call-911', 'keep-company'] }],
    ['effect-left-out', { at_least: 'emergency', do: ['keep-company'] }],
    ['effect-left-out', { at_least: 'emergency', do: ['call-911'] }],
  ]);
});

test('what is said otherwise is one level lower, or no longer silent', () => {
  const source = policy([rule('one', { add: ['naloxone'] })], { ...otherwise, level: 'iop', silent: true });
  expect(slipsIn(source).map((slip) => [slip.kind, slip.at, edited(source, slip.edit).otherwise])).toEqual([
    ['floor-lowered', ['otherwise', 'level'], { ...otherwise, level: 'outpatient', silent: true }],
    ['effect-left-out', ['otherwise', 'silent'], { ...otherwise, level: 'iop' }],
  ]);
});

test('the conditions of a rule slip as well, at their place in the file', () => {
  const source = policy([{ ...rule('one', { add: ['naloxone'] }), when: { home: ['good', 'failing'] } }]);
  expect(
    policySlips(source, facts).map((slip) => [slip.kind, slip.at, edited(source, slip.edit).rules[0]?.when]),
  ).toEqual([
    ['test-negated', ['rules', 0, 'when', 'home'], { none: [{ home: ['good', 'failing'] }] }],
    ['option-left-out', ['rules', 0, 'when', 'home', 0], { home: ['failing'] }],
    ['option-left-out', ['rules', 0, 'when', 'home', 1], { home: ['good'] }],
  ]);
});
