import { expect, test } from 'vitest';
import { compilePolicies } from '../../src/policy/compile.ts';
import {
  compileText,
  faultFixtures,
  shortly,
  smallDocument,
  smallPolicies,
  smallQuestionnaire,
  smallSources,
} from '../fixtures/read-fixture.ts';

const questionnaire = smallQuestionnaire();
const sources = smallSources();
const base = smallDocument('policy', 'policies/base.yaml');

test.each(faultFixtures('policy'))('finds $name', ({ name, text, expected }) => {
  const others = name === 'extends-back.yaml' ? [circular()] : [];
  const outcome = compileText('policy', text, (document) =>
    compilePolicies([base, document, ...others], questionnaire, sources),
  );
  expect(outcome.ok).toBe(false);
  expect(shortly(outcome.problems.filter((problem) => problem.file === 'tested.yaml'))).toEqual(expected);
});

/** A policy that extends the one under test. */
function circular() {
  const document = smallDocument('policy', 'policies/back.yaml');
  return { ...document, value: { ...document.value, extends: ['tested'] } };
}

function rulesOf(id: string): readonly string[] {
  return (smallPolicies().find((policy) => policy.id === id)?.rules ?? []).map((rule) => rule.id).toSorted();
}

test('a policy has the rules of all that it extends, each once, without the replaced ones', () => {
  expect(rulesOf('base')).toEqual(['base-rule']);
  expect(rulesOf('strict')).toEqual(['strict-rule']);
  expect(rulesOf('back')).toEqual(['burdened', 'homeless', 'strict-rule']); // base is reached on two ways
});

test('a rule remembers who wrote it', () => {
  const rules = smallPolicies().find((policy) => policy.id === 'back')?.rules ?? [];
  expect(rules.find((rule) => rule.id === 'strict-rule')?.policy).toBe('strict');
  expect(rules.find((rule) => rule.id === 'homeless')?.readingOurs).toBe(true);
});
