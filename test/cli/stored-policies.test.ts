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

test('what was stored is not used for other rules', async () => {
  const content = await shippedContent();
  const [policy] = content.policies;
  if (policy === undefined) throw new Error('no policy');
  expect(storedPolicy(policy, { ...content, fingerprint: `${content.fingerprint}.` })).toBeUndefined();
});
