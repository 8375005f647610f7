import { expect, test } from 'vitest';
import type { Condition } from '../../src/conditions/model.ts';
import { compilePolicy } from '../../src/decision/compile.ts';
import { all, any, is, policy, questionnaire, rule, sum, yesNo } from './given.ts';

const ids = Array.from({ length: 14 }, (_, index) => `q${index}`);
const asked = questionnaire(ids.map((id) => yesNo(id)));

/** Exactly seven of the questions: a diagram with a node for every question and every count so far. */
const large: Condition = sum(7, 7, ...ids.map((id) => [1, is(id, 'yes')] as const));

test('a policy that outgrows the nodes is named with the rule that grew it most', () => {
  const rules = [
    rule('small', is('q0', 'yes'), { atLeast: 'iop' }),
    rule('large', large, { atLeast: 'php' }),
    rule('small-too', any(is('q1', 'yes'), is('q2', 'yes')), { atLeast: 'outpatient' }),
  ];
  const compilation = compilePolicy(asked, policy(rules), { budget: { nodes: 40, memo: 100_000 } });
  if (compilation.ok) throw new Error('within the budget');
  expect(compilation.over).toMatchObject({ limit: 40, what: 'nodes' });
  const [most, ...others] = compilation.over.grewBy;
  expect(most?.statement).toBe('rule `large`');
  expect(others.every(({ nodes }) => nodes <= (most?.nodes ?? 0))).toBe(true);
});

test('a fact that outgrows the nodes is named as a fact', () => {
  const withFact = questionnaire(
    ids.map((id) => yesNo(id)),
    {
      facts: [
        {
          id: 'heavy',
          title: 'Heavy',
          values: ['yes', 'no'],
          branches: [{ value: 'yes', when: large }],
          otherwise: 'no',
          labels: new Map(),
        },
      ],
    },
  );
  const compilation = compilePolicy(withFact, policy([]), { budget: { nodes: 40, memo: 100_000 } });
  expect(!compilation.ok && compilation.over.grewBy[0]?.statement).toBe('fact `heavy`');
});

test('so is one that must remember too much', () => {
  const rules = [rule('large', large, { atLeast: 'php' })];
  const compilation = compilePolicy(asked, policy(rules), { budget: { nodes: 100_000, memo: 40 } });
  expect(!compilation.ok && compilation.over).toMatchObject({ limit: 40, what: 'memo' });
  expect(!compilation.ok && compilation.over.grewBy[0]?.statement).toBe('rule `large`');
});

test('rules that are small one by one and large together are named, and not the level that they share', () => {
  const far = (index: number) => all(is(`q${index}`, 'yes'), is(`q${(index * 5 + 3) % 14}`, 'yes'));
  const rules = ids.map((_, index) => rule(`r${index}`, far(index), { atLeast: index % 2 === 0 ? 'iop' : 'php' }));
  const alone = rules.map((one) => compilePolicy(asked, policy([one])));
  expect(alone.every((one) => one.ok && one.value.callers.forest.size() < 20)).toBe(true);
  const compilation = compilePolicy(asked, policy(rules), { budget: { nodes: 80, memo: 100_000 } });
  if (compilation.ok) throw new Error('within the budget');
  expect(compilation.over.grewBy[0]?.statement).toMatch(/^rule `r\d+` beside the others$/);
});

test('a gate that outgrows the nodes is named as a gate, and not the rule that reads its question', () => {
  const [first, ...others] = ids.map((id) => yesNo(id));
  if (first === undefined) throw new Error('no question');
  const last = yesNo('last', { askIf: large });
  const compilation = compilePolicy(
    questionnaire([first, ...others, last]),
    policy([rule('r', is('last', 'yes'), {})]),
    {
      budget: { nodes: 40, memo: 100_000 },
    },
  );
  expect(!compilation.ok && compilation.over.grewBy[0]?.statement).toBe('the gate of `last`');
});

test('at most five are named, the largest first', () => {
  const pairs = ids.slice(1).map((id, index) => all(is(`q${index}`, 'yes'), is(id, 'yes')));
  const rules = pairs.map((when, index) => rule(`r${index}`, when, { atLeast: 'iop' }));
  const compilation = compilePolicy(asked, policy(rules), { budget: { nodes: 20, memo: 100_000 } });
  if (compilation.ok) throw new Error('within the budget');
  const nodes = compilation.over.grewBy.map((one) => one.nodes);
  expect(nodes.length).toBe(5);
  expect(nodes).toEqual([...nodes].sort((left, right) => right - left));
});

test('the same policy within the budget compiles', () => {
  const compilation = compilePolicy(asked, policy([rule('large', large, { atLeast: 'php' })]));
  expect(compilation.ok).toBe(true);
});

test('rules stand highest floor first, then by id, those without a floor last', () => {
  const rules = [
    rule('d-support', is('q0', 'yes'), { add: ['naloxone'] }),
    rule('b-iop', is('q0', 'yes'), { atLeast: 'iop' }),
    rule('a-iop', is('q0', 'yes'), { atLeast: 'iop' }),
    rule('c-php', is('q0', 'yes'), { atLeast: 'php' }),
  ];
  const compilation = compilePolicy(asked, policy(rules));
  expect(compilation.ok && compilation.value.rules.map((one) => one.rule.id)).toEqual([
    'c-php',
    'a-iop',
    'b-iop',
    'd-support',
  ]);
});
