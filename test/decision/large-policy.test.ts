import { expect, test } from 'vitest';
import { compilePolicy, DECIDING_BUDGET } from '../../src/decision/compile.ts';
import { decide } from '../../src/decision/decide.ts';
import type { Level } from '../../src/policy/care-lists.ts';
import { all, answers, is, policy, questionnaire, rule, yesNo } from './given.ts';

/** Rules that read three questions anywhere: small one by one, and together a quarter of what a policy may need. */
const ASKED = 50;
const FLOORS: readonly Level[] = ['iop', 'php', 'residential', 'inpatient'];
let state = 7;
const below = (limit: number): number => {
  state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
  return (state >> 8) % limit;
};
const any = () => is(`q${below(ASKED)}`, 'yes');
const asked = questionnaire(Array.from({ length: ASKED }, (_, index) => yesNo(`q${index}`)));
const rules = Array.from({ length: ASKED }, (_, index) =>
  rule(`r${index}`, all(any(), any(), any()), { atLeast: FLOORS[index % 4] }),
);

test('a decision does not fail where it would take too much to tell which rules are needed: it names all that may decide', () => {
  const compilation = compilePolicy(asked, policy(rules));
  if (!compilation.ok) throw new Error('over budget');
  expect(compilation.value.callers.forest.size()).toBeLessThan(DECIDING_BUDGET.nodes);
  expect(compilation.value.callers.forest.size()).toBeGreaterThan(100_000);
  const decision = decide(compilation.value, answers({}));
  expect(decision.levels).toEqual([compilation.value.policy.otherwise.level, ...FLOORS]);
  if (decision.deciding.kind !== 'one-of') throw new Error('one of several');
  expect([...decision.deciding.rules].sort()).toEqual([...rules.map(({ id }) => id), 'otherwise'].sort());
}, 60_000);
