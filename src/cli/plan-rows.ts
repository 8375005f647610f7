/** Everything that comparing policies over an export needs before the first row. */

import { compileTogether } from '../analysis/compile-together.ts';
import { COMPARED_COLUMNS, type ComparedCounts, comparedRows } from '../batch/compared-rows.ts';
import { resultNames } from '../batch/result-names.ts';
import type { RowSink, RowSinkParts } from '../batch/row-sink.ts';
import type { Policy } from '../policy/model.ts';
import type { ScoreOptions } from './add-score.ts';
import { beyondBudget } from './beyond-budget.ts';
import { contentFor } from './call-ground.ts';
import { policiesFor } from './compared-content.ts';
import { loadMeaning } from './load-meaning.ts';
import { notReady, type Ready, ready, readyFrom } from './ready.ts';
import { planMeaning, type ScorePlan } from './score-plan.ts';

export interface RowsPlan {
  readonly plan: ScorePlan;
  readonly policies: readonly Policy[];
  /** Grows while rows are read. */
  readonly counts: ComparedCounts;
  readonly rows: (parts: RowSinkParts) => RowSink;
}

/** Loads the policies and opens the export, or says why nothing can be compared. */
export async function planRows(
  ids: readonly string[],
  path: string,
  { score, signal }: { readonly score: ScoreOptions; readonly signal: AbortSignal },
): Promise<Ready<RowsPlan>> {
  const loaded = readyFrom(await contentFor(score));
  if (!loaded.ok) return loaded;
  const policies = policiesFor(ids, loaded.value);
  if (!policies.ok) return policies;
  const [first] = policies.value;
  const meaning = readyFrom(await loadMeaning({ ...score, policy: first?.id ?? score.policy }));
  if (!meaning.ok) return meaning;
  // Numbers are cut at the thresholds of all policies, so that a range is an answer only where it is one for each of them.
  const together = compileTogether(loaded.value.content.questionnaire, policies.value);
  if (!together.ok) return notReady(beyondBudget(together.policy, together.over));
  const compiled = [...together.value.policies.values()];
  const [one] = compiled;
  if (one === undefined) throw new Error('a questionnaire without a policy'); // Invariant: content has at least one
  const ground = { ...meaning.value.ground, compiled: one };
  const planned = await planMeaning([path], { ...meaning.value, ground }, { options: score, signal });
  if (!planned.ok) return planned;
  const names = policies.value.flatMap(({ id }) => COMPARED_COLUMNS.map((column) => `${id}.${column}`));
  const plan = { ...planned.value, added: resultNames(names, planned.value.bound.header) };
  const counts: ComparedCounts = new Map();
  return ready({ plan, policies: policies.value, counts, rows: comparedRows({ policies: compiled, counts }) });
}
