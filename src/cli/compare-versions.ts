/** `intakeline compare --before`: who changes level by an edit, before it is accepted. */

import { compareAll, type NamedPair } from '../analysis/compare-all.ts';
import { compileVersions, type PolicyVersions } from '../analysis/compile-versions.ts';
import { joinVersions } from '../analysis/join-versions.ts';
import type { Policy } from '../policy/model.ts';
import type { CompareOptions } from './add-compare.ts';
import { beyondBudget } from './beyond-budget.ts';
import { contentFor } from './call-ground.ts';
import { type ComparedContent, policiesFor } from './compared-content.ts';
import { measuresFor } from './measures-for.ts';
import { type CommandResult, couldNotRun } from './outcome.ts';
import { type Ready, ready, readyFrom } from './ready.ts';
import { reportResult } from './report-result.ts';

/** Compares each policy with what it is in the other folder. */
export async function compareVersionsOf(after: ComparedContent, options: CompareOptions): Promise<CommandResult> {
  const before = readyFrom(await contentFor({ questionnaire: options.before ?? '' }));
  if (!before.ok) return couldNotRun(before.notes);
  const paired = pairedPolicies({ ...before.value, policies: before.value.content.policies }, after, options);
  if (!paired.ok) return couldNotRun(paired.notes);
  const { pairs, unpaired } = paired.value;
  const joined = joinVersions(before.value.content.questionnaire, after.content.questionnaire);
  if (!joined.ok) return couldNotRun(apart(joined.questions));
  const compiled = compileVersions(joined.value, pairs);
  if (!compiled.ok) return couldNotRun(beyondBudget(compiled.policy, compiled.over));
  const { callers } = compiled.value;
  const measured = await measuresFor(callers, after.content, options.marginals);
  if (!measured.ok) return couldNotRun(measured.notes);
  const named = compiled.value.policies.map((one): NamedPair => ({ ...one, names: ['before', 'after'] }));
  const compared = compareAll(callers, named, { measures: measured.value.measures, loudFirst: true });
  if (!compared.ok) return couldNotRun(beyondBudget(compared.pair.after.policy.id, { ...compared, grewBy: [] }));
  const report = {
    ...{ questionnaire: after.content.questionnaire.id, areVersions: true, measures: measured.value.titles },
    ...{ versions: joined.value.differences, unpaired, pairs: compared.pairs },
  };
  return reportResult(report, options);
}

interface Paired {
  readonly pairs: readonly PolicyVersions[];
  readonly unpaired: readonly { readonly policy: string; readonly only: 'before' | 'after' }[];
}

/** Policies by id; where all are compared, those that only one folder has are named. */
function pairedPolicies(before: ComparedContent, after: ComparedContent, options: CompareOptions): Ready<Paired> {
  const areAll = after.policies === after.content.policies;
  const there = new Map(before.policies.map((policy) => [policy.id, policy]));
  if (!areAll) {
    const ids = after.policies.map(({ id }) => options.beforePolicy ?? id);
    const found = policiesFor(ids, before);
    if (!found.ok) return found;
    return ready({ pairs: zipped(found.value, after.policies), unpaired: [] });
  }
  const shared = after.policies.filter(({ id }) => there.has(id));
  const here = new Set(after.policies.map(({ id }) => id));
  return ready({
    pairs: zipped(
      shared.flatMap(({ id }) => there.get(id) ?? []),
      shared,
    ),
    unpaired: [
      ...before.policies.flatMap(({ id }) => (here.has(id) ? [] : [{ policy: id, only: 'before' as const }])),
      ...after.policies.flatMap(({ id }) => (there.has(id) ? [] : [{ policy: id, only: 'after' as const }])),
    ],
  });
}

function zipped(before: readonly Policy[], after: readonly Policy[]): readonly PolicyVersions[] {
  return after.flatMap((policy, index) => {
    const earlier = before[index];
    return earlier === undefined ? [] : [{ before: earlier, after: policy }];
  });
}

function apart(questions: readonly string[]): string {
  const names = questions.map((id) => `\`${id}\``).join(', ');
  return `intakeline: no answer to ${names} fits both versions of the questionnaire\n  give a question that asks for something else another id\n`;
}
