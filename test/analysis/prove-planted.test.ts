import { expect, test } from 'vitest';
import type { Judged } from '../../src/analysis/breach.ts';
import type { Proof } from '../../src/analysis/prove.ts';
import { planted } from '../fixtures/planted.ts';

function breaches(proof: Proof) {
  return proof.kind === 'broken' ? proof.breaches : [];
}

function shown({ caller, verdict }: Judged) {
  return { ...Object.fromEntries(caller.values), level: verdict.result.kind === 'level' && verdict.result.level };
}

test('a threshold above which less care is given: the first number above it, beside the last one below', () => {
  const { proof } = planted('non-monotone-threshold');
  const [breach, ...others] = breaches(proof('worse-is-more'));
  expect(others).toEqual([]);
  if (breach?.kind !== 'pair') throw new Error('no pair');
  expect(breach.question).toBe('drinks');
  expect(shown(breach.witness)).toEqual({ drinks: 15, company: 'yes', level: 'information' });
  expect(shown(breach.other)).toEqual({ drinks: 14, company: 'yes', level: 'iop' });
  expect(breach.witness.caller.differing).toEqual(['drinks']);
  expect(proof('alone-is-more').kind).toBe('proved');
  const mended = planted('non-monotone-threshold', (text) => text.replace(', at_most: 14', ''));
  expect(mended.proof('worse-is-more').kind).toBe('proved');
});

test('a question that is skipped for those who are worst off: beside them somebody who was asked it', () => {
  const { proof } = planted('through-a-skipped-question');
  const [breach, ...others] = breaches(proof('worse-is-more'));
  expect(others).toEqual([]);
  if (breach?.kind !== 'pair') throw new Error('no pair');
  expect(breach.question).toBe('housing');
  expect(shown(breach.witness)).toEqual({ craving: 'no', housing: 'homeless', level: 'information' });
  expect(shown(breach.other)).toEqual({ craving: 'no', housing: 'temporary', home_safe: 'no', level: 'residential' });
  // Among those who are asked it, nothing is wrong.
  expect(proof('safe-or-not').kind).toBe('proved');
  const mended = planted('through-a-skipped-question', (text) =>
    text.replace('when: { home_safe: "no" }', 'when: { any: [{ home_safe: "no" }, { housing: homeless }] }'),
  );
  expect(mended.proof('worse-is-more').kind).toBe('proved');
});

test('two derived facts that leave out the same caller: either of them mended, nobody is lost', () => {
  const { proof } = planted('through-two-facts-together');
  const [breach, ...others] = breaches(proof('old-heavy-drinkers-stay'));
  expect(others).toEqual([]);
  if (breach?.kind !== 'result') throw new Error('no result');
  expect(shown(breach.witness)).toEqual({ age: 65, days: 0, drinks: 8, company: 'yes', level: 'information' });
  expect(breach.witness.caller.differing).toEqual(['age', 'drinks']);
  for (const part of [', days: { at_least: 5 }', ', company: "no"']) {
    const mended = planted('through-two-facts-together', (text) => text.replace(part, ''));
    expect(mended.proof('old-heavy-drinkers-stay').kind).toBe('proved');
  }
});
