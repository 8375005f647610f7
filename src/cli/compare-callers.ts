/** `intakeline compare` over all possible callers of one questionnaire. */

import { allPairs, compareAll } from '../analysis/compare-all.ts';
import { compileTogether } from '../analysis/compile-together.ts';
import type { CompareOptions } from './add-compare.ts';
import { beyondBudget } from './beyond-budget.ts';
import type { ComparedContent } from './compared-content.ts';
import { measuresFor } from './measures-for.ts';
import { type CommandResult, couldNotRun } from './outcome.ts';
import { reportResult } from './report-result.ts';

/** Compares every pair of the policies. */
export async function compareCallers(
  { content, policies }: ComparedContent,
  options: CompareOptions,
): Promise<CommandResult> {
  const compiled = compileTogether(content.questionnaire, policies);
  if (!compiled.ok) return couldNotRun(beyondBudget(compiled.policy, compiled.over));
  const { callers } = compiled.value;
  const measured = await measuresFor(callers, content, options.marginals);
  if (!measured.ok) return couldNotRun(measured.notes);
  const { measures, titles } = measured.value;
  const pairs = allPairs([...compiled.value.policies.values()]);
  const compared = compareAll(callers, pairs, { measures, loudFirst: false });
  if (!compared.ok) return couldNotRun(beyondBudget(compared.pair.names.join('` and `'), { ...compared, grewBy: [] }));
  const report = {
    ...{ questionnaire: content.questionnaire.id, areVersions: false, measures: titles },
    ...{ versions: [], unpaired: [], pairs: compared.pairs },
  };
  return reportResult(report, options);
}
