import { expect, test } from 'vitest';
import { compileProperties } from '../../src/analysis/compile-properties.ts';
import {
  compileText,
  faultFixtures,
  shortly,
  smallDocument,
  smallPolicies,
  smallQuestionnaire,
  smallSources,
  valueIn,
} from '../fixtures/read-fixture.ts';

const scope = { questionnaire: smallQuestionnaire(), policies: smallPolicies(), sources: smallSources() };

test.each(faultFixtures('properties'))('finds $name', ({ text, expected }) => {
  const outcome = compileText('properties', text, (document) => compileProperties(document, scope));
  expect(outcome.ok).toBe(false);
  expect(shortly(outcome.problems)).toEqual(expected);
});

test('monotone for all means every question with an order', () => {
  const properties = valueIn(compileProperties(smallDocument('properties', 'properties.yaml'), scope));
  expect(properties.find((property) => property.id === 'worse-is-more')?.statement).toEqual({
    kind: 'monotone',
    questions: ['has_home', 'home_use', 'substances', 'drinks'],
  });
});
