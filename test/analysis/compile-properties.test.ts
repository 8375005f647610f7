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

/** The statement of one property about the small questionnaire, where these of its questions stop the call or have a use. */
function statementOf(text: string, changed: typeof scope.questionnaire.questions) {
  const document = `format: intakeline/properties/1\nproperties:\n  - { id: a, says: All., policies: [all], ${text} }\n`;
  const questionnaire = { ...scope.questionnaire, questions: changed };
  const compiled = compileText('properties', document, (read) => compileProperties(read, { ...scope, questionnaire }));
  return valueIn(compiled)[0]?.statement;
}

test('`stops` means whoever names any option that stops the call', () => {
  const stops: Readonly<Record<string, readonly string[]>> = {
    home_use: ['heavy'],
    substances: ['opioids', 'alcohol'],
  };
  const questions = scope.questionnaire.questions.map((one) => ({ ...one, stop: stops[one.id] ?? [] }));
  const statement = statementOf('implies: { stops: true, result: { level_at_least: emergency } }', questions);
  expect(statement).toMatchObject({
    kind: 'implies',
    when: {
      kind: 'any',
      of: [
        { kind: 'is', id: 'home_use', values: ['heavy'] },
        { kind: 'names', id: 'substances', options: ['opioids', 'alcohol'], every: false },
      ],
    },
  });
});

test('a use means every question that has it, beside those that are named', () => {
  const uses = (id: string) => (['drinks', 'home_use'].includes(id) ? ['barrier' as const] : []);
  const questions = scope.questionnaire.questions.map((one) => ({ ...one, uses: uses(one.id) }));
  expect(statementOf('unaffected_by: { use: [barrier], questions: [role, drinks] }', questions)).toEqual({
    kind: 'unaffected-by',
    questions: ['home_use', 'drinks', 'role'],
  });
});
