import { expect, test } from 'vitest';
import { storedPolicy } from '../../src/cli/stored-policies.ts';
import { compilePolicy } from '../../src/decision/compile.ts';
import { decideFully } from '../../src/decision/decide.ts';
import { shippedContent } from '../fixtures/shipped.ts';

test('the build has stored every shipped policy, and each decides every worked case as the compiled one does', async () => {
  const content = await shippedContent();
  const cases = await content.cases();
  const callers = cases.ok ? (cases.value?.value ?? []) : [];
  expect(callers.length).toBeGreaterThan(80);
  for (const policy of content.policies) {
    const stored = storedPolicy(policy, content);
    const compiled = compilePolicy(content.questionnaire, policy, {
      others: content.sources.disagreements.map(({ when }) => when),
    });
    if (stored === undefined || !compiled.ok) throw new Error(`${policy.id} is not stored or not compiled`);
    for (const { answers } of callers.filter((_, index) => index % 7 === 0)) {
      expect(decideFully(stored, answers)).toEqual(decideFully(compiled.value, answers));
    }
  }
});

test('what was stored serves while only words differ, and never for other rules', async () => {
  const content = await shippedContent();
  const policy = content.policies.find(({ id }) => id === 'intake-line');
  const [first, ...rest] = policy?.rules ?? [];
  if (policy === undefined || first === undefined) throw new Error('no rules');
  const withRule = (rule: typeof first) => storedPolicy({ ...policy, rules: [rule, ...rest] }, content);
  expect(withRule({ ...first, because: 'other words', cites: [] })).toBeDefined();
  expect(withRule({ ...first, atLeast: first.atLeast === 'iop' ? 'php' : 'iop' })).toBeUndefined();
  expect(withRule({ ...first, when: { kind: 'none', of: [first.when] } })).toBeUndefined();
  expect(storedPolicy({ ...policy, rules: rest }, content)).toBeUndefined();
  expect(storedPolicy({ ...policy, otherwise: { ...policy.otherwise, level: 'iop' } }, content)).toBeUndefined();
  const { questionnaire } = content;
  const gated = questionnaire.questions.map((question) =>
    question.id === 'violence' ? { ...question, askIf: first.when } : question,
  );
  expect(storedPolicy(policy, { ...content, questionnaire: { ...questionnaire, questions: gated } })).toBeUndefined();
  const reworded = questionnaire.questions.map((question) => ({ ...question, say: 'other words' }));
  expect(storedPolicy(policy, { ...content, questionnaire: { ...questionnaire, questions: reworded } })).toBeDefined();
});
