/** What the program makes of every worked caller under every policy. */

import { compileWithinBudget } from '../../src/cli/compile-within-budget.ts';
import type { Content } from '../../src/cli/content.ts';
import { decideFully } from '../../src/decision/decide.ts';
import { summarize } from '../../src/referral/summarize.ts';
import type { Summary } from '../../src/referral/summary.ts';
import { valueIn } from '../fixtures/read-fixture.ts';

/** Decides and sums up each worked caller of the content by each of its policies, or by the named ones. */
export async function workedSummaries(
  content: Content,
  ids: readonly string[] = content.policies.map(({ id }) => id),
): Promise<readonly { readonly name: string; readonly summary: Summary }[]> {
  const cases = valueIn(await content.cases())?.value ?? [];
  return content.policies
    .filter(({ id }) => ids.includes(id))
    .flatMap((policy) => {
      const compiled = valueIn(compileWithinBudget(policy, content, 'adult-intake'));
      return cases.map(({ id, answers }) => {
        const { decision, others } = decideFully(compiled, answers);
        const disagreements = content.sources.disagreements.flatMap((row, index) => {
          const certainty = others[index] ?? 'no';
          return certainty === 'no' ? [] : [{ ...row, certainty }];
        });
        const given = { ...content, policy, answers, decision, disagreements };
        return {
          name: `${id} under ${policy.id}`,
          summary: summarize({ ...given, today: '2026-11-22', language: 'en' }),
        };
      });
    });
}
