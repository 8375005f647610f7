import { expect, test } from 'vitest';
import { compileProperties } from '../../src/analysis/compile-properties.ts';
import { compileTogether } from '../../src/analysis/compile-together.ts';
import { propertyConditions } from '../../src/analysis/prove.ts';
import { type CheckedProperties, checkProperties } from '../../src/cli/check-properties.ts';
import { parseContent } from '../../src/cli/parse-content.ts';
import { planted } from '../fixtures/planted.ts';
import { smallPolicies, smallQuestionnaire, smallSources, valueIn } from '../fixtures/read-fixture.ts';
import { shippedContent } from '../fixtures/shipped.ts';

/** What the check says of properties about the small content, one a line. */
function checked(...lines: readonly string[]): CheckedProperties {
  return checkedWithin(undefined, lines);
}

function checkedWithin(budget: ((nodes: number) => number) | undefined, lines: readonly string[]): CheckedProperties {
  const text = ['format: intakeline/properties/1', 'properties:', ...lines.map((line) => `  - { says: So., ${line} }`)];
  const document = valueIn(parseContent('properties', 'properties.yaml', text.join('\n')));
  const [questionnaire, policies] = [smallQuestionnaire(), smallPolicies()];
  const value = valueIn(compileProperties(document, { questionnaire, policies, sources: smallSources() }));
  const others = propertyConditions(value);
  const free = compileTogether(questionnaire, policies, { others });
  if (!free.ok) throw new Error('over budget');
  if (budget === undefined) return checkProperties({ document, value }, free.value);
  const nodes = budget(free.value.callers.forest.size());
  const tight = compileTogether(questionnaire, policies, { others, budget: { nodes, memo: 1_000_000 } });
  if (!tight.ok) throw new Error('over budget');
  return checkProperties({ document, value }, tight.value);
}

const LINE = 3; // of the first property

test('a broken property is said at its place, under the policy that breaks it, with the caller who shows it', () => {
  const { problems, counts } = checked(
    'id: housed, policies: [base], never: { when: { has_home: yes }, result: { level_at_most: emergency } }',
  );
  expect(problems).toHaveLength(1);
  expect(problems[0]).toMatchObject({
    code: 'property-broken',
    severity: 'error',
    file: 'properties.yaml',
    position: { line: LINE },
    witness: { questionnaire: 'small', answers: { role: 'self', has_home: 'yes', home_use: 'none' }, differing: [] },
  });
  expect(problems[0]?.message).toMatch(/^`housed` does not hold under `base`: a caller gets `[a-z]+`$/);
  expect(counts.get('base')).toEqual({ proved: 0, broken: 1, vacuous: 0, 'by-construction': 0 });
  expect(counts.get('back')).toEqual({ proved: 0, broken: 0, vacuous: 0, 'by-construction': 0 });
});

test.each([
  ['a condition that nobody meets', 'never: { when: { has_home: no, home_use: heavy }, result: { silent: true } }'],
  ['a test that every result passes', 'always: { among: scored, result: { level_at_most: emergency } }'],
  [
    'a test that no result passes',
    'never: { when: { always: true }, result: { level_at_least: iop, level_at_most: outpatient } }',
  ],
  ['a policy beside itself', 'at_least_as_protective_as: { policy: base }'],
  ['a comparison about nobody', 'equivalent_to: { policy: back, when: { has_home: no, home_use: heavy } }'],
  ['a question that no condition can read', 'unaffected_by: [name]'],
])('nothing could break %s: a warning', (_, statement) => {
  const { problems, counts } = checked(`id: idle, policies: [base], ${statement}`);
  expect(problems.map(({ code, severity, position }) => [code, severity, position?.line])).toEqual([
    ['property-vacuous', 'warning', LINE],
  ]);
  expect(counts.get('base')).toEqual({ proved: 0, broken: 0, vacuous: 1, 'by-construction': 0 });
});

test('a reason for which nothing could break a property is said once for all policies', () => {
  const { problems } = checked('id: idle, policies: [all], unaffected_by: [name, phone]');
  expect(problems.map(({ message }) => message)).toEqual([
    'nothing could break `idle` under `base`, `strict`, `back`: no question that it names has two answers to compare',
  ]);
});

test('what comes first is a matter of the questionnaire: said once, and without a policy', () => {
  const { problems, counts } = checked(
    'id: first, policies: [all], asked_before: { questions: [home_use], gated_only_by: [] }',
  );
  expect(problems.map(({ message, witness }) => [message, witness?.differing])).toEqual([
    ['`first` does not hold: a caller is asked `role` before `home_use`', []],
    ['`first` does not hold: a caller is asked `has_home` before `home_use`', []],
    ['`first` does not hold: whether a caller is asked `home_use` depends on `has_home`', ['has_home']],
  ]);
  expect([...counts.values()].map(({ broken }) => broken)).toEqual([1, 1, 1]);
});

test('what no policy could break is counted apart', () => {
  const { problems, counts } = checked(
    'id: one, policies: [base], total: true',
    'id: two, policies: [base], unknown_removes_nothing: true',
  );
  expect(problems).toEqual([]);
  expect(counts.get('base')).toEqual({ proved: 0, broken: 0, vacuous: 0, 'by-construction': 2 });
});

test('a property that outgrows the budget is named, with how many are not tried; those before it are proved', () => {
  const lines = [
    'id: fine, policies: [base], total: true',
    'id: large, policies: [base], unaffected_by: [home_use, substances, drinks]',
    'id: later, policies: [base], monotone: all',
  ];
  const { problems, counts } = checkedWithin((nodes) => nodes, lines);
  expect(problems.map(({ code, position, message }) => [code, position?.line, message])).toEqual([
    [
      'over-budget',
      LINE + 1,
      expect.stringMatching(/^`large` is not proved, and the one after it not tried: .* more than [0-9]+ nodes$/),
    ],
  ]);
  expect(counts.get('base')).toEqual({ proved: 0, broken: 0, vacuous: 0, 'by-construction': 1 });
});

test('a pair is told with both answers, the follow-up that only one of them is asked, and both levels', () => {
  const { document, properties, together } = planted('through-a-skipped-question');
  const { problems } = checkProperties({ document, value: properties }, together);
  expect(problems.map(({ message }) => message)).toEqual([
    '`worse-is-more` does not hold under `planted`: a worse answer gives less: `housing: homeless` gives `information`, and `housing: temporary`, `home_safe: no` gives `residential`',
  ]);
});

test('every property of the shipped content is proved, and none is vacuous', async () => {
  const content = await shippedContent();
  const properties = valueIn(await content.properties());
  if (properties === undefined) throw new Error('no properties');
  const others = propertyConditions(properties.value);
  const together = compileTogether(content.questionnaire, content.policies, { others });
  if (!together.ok) throw new Error('over budget');
  const { problems, counts } = checkProperties(properties, together.value);
  expect(problems).toEqual([]);
  for (const { id } of content.policies) {
    const own = properties.value.filter(({ policies }) => policies.includes(id));
    const { proved, 'by-construction': given, ...bad } = counts.get(id) ?? {};
    expect([id, proved, given, bad]).toEqual([id, own.length - 2, 2, { broken: 0, vacuous: 0 }]);
  }
});
