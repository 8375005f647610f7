/** Checks the folder of a questionnaire: its files, then its cases. */

import { runCases } from '../analysis/run-cases.ts';
import type { CompiledPolicy } from '../decision/compile.ts';
import { problemAt } from '../documents/collect.ts';
import { shownPath } from '../io/installed.ts';
import type { Problem } from '../problems/problem.ts';
import { sortProblems } from '../problems/sort.ts';
import type { CheckReport } from '../render/check-report.ts';
import { compileWithinBudget } from './compile-within-budget.ts';
import { type Content, loadContent } from './content.ts';
import { contentFiles } from './content-files.ts';

/** Everything that is wrong in a folder, with what was looked at. */
export async function checkFolder(folder: string): Promise<CheckReport> {
  // A check reads the text, so that every problem has its place.
  const content = await loadContent({ folder }, { ...contentFiles(), built: () => undefined });
  const place = shownPath(folder);
  if (!content.ok) return { place, problems: content.problems, checked: [] };
  const compiled = content.value.policies.map((policy) => compileWithinBudget(policy, content.value, place));
  const overBudget = compiled.flatMap(({ problems }) => problems);
  if (overBudget.length > 0) return { place, problems: [...content.problems, ...overBudget], checked: [] };
  const policies = new Map(compiled.flatMap((one) => (one.ok ? [[one.value.policy.id, one.value] as const] : [])));
  const properties = await content.value.properties();
  const cases = await checkCases(content.value, policies);
  return {
    place,
    problems: sortProblems([...content.problems, ...properties.problems, ...cases.problems]),
    checked: [
      { what: 'questions', count: content.value.questionnaire.questions.length },
      { what: 'policies', count: content.value.policies.length },
      {
        what: 'rules',
        count: content.value.policies.flatMap((policy) => policy.rules.filter((rule) => rule.policy === policy.id))
          .length,
      },
      { what: 'programs', count: content.value.directory.programs.length },
      { what: 'properties', count: properties.ok ? (properties.value?.value.length ?? 0) : 0 },
      { what: 'cases', count: cases.count },
    ],
  };
}

async function checkCases(content: Content, policies: ReadonlyMap<string, CompiledPolicy>): Promise<CheckedCases> {
  const cases = await content.cases();
  if (!cases.ok) return { problems: cases.problems, count: 0 };
  if (cases.value === undefined) return { problems: [], count: 0 };
  const { document, value } = cases.value;
  const findings = runCases(value, (id) => compiledIn(policies, id));
  return {
    problems: [...cases.problems, ...findings.map((finding) => problemAt(document, finding))],
    count: value.length,
  };
}

interface CheckedCases {
  readonly problems: readonly Problem[];
  readonly count: number;
}

function compiledIn(policies: ReadonlyMap<string, CompiledPolicy>, id: string): CompiledPolicy {
  const found = policies.get(id);
  // Invariant: compiling the cases has accepted only policies that there are, and all of those have been compiled.
  if (found === undefined) throw new Error('a case under a policy that was not compiled');
  return found;
}
