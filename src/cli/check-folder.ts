/** Checks the folder of a questionnaire: its files, then its cases, and the mappings beside it. */

import { compileTogether } from '../analysis/compile-together.ts';
import { propertyConditions } from '../analysis/prove.ts';
import { shownPath } from '../io/installed.ts';
import type { Problem } from '../problems/problem.ts';
import { sortProblems } from '../problems/sort.ts';
import type { CheckReport } from '../render/check-report.ts';
import { checkCases } from './check-cases.ts';
import { checkMappings } from './check-mappings.ts';
import { checkNegations } from './check-negations.ts';
import { checkProperties } from './check-properties.ts';
import { checkTables } from './check-tables.ts';
import { compileWithinBudget } from './compile-within-budget.ts';
import { type Content, loadContent } from './content.ts';
import { contentFiles } from './content-files.ts';

/** Everything that is wrong in a folder, with what was looked at. */
export async function checkFolder(folder: string): Promise<CheckReport> {
  // A check reads the text, so that every problem has its place.
  const files = { ...contentFiles(), built: () => undefined };
  const content = await loadContent({ folder }, files);
  const place = shownPath(folder);
  if (!content.ok) return { place, problems: content.problems, checked: [] };
  const compiled = content.value.policies.map((policy) => compileWithinBudget(policy, content.value, place));
  const overBudget = compiled.flatMap(({ problems }) => problems);
  if (overBudget.length > 0) return { place, problems: [...content.problems, ...overBudget], checked: [] };
  const policies = new Map(compiled.flatMap((one) => (one.ok ? [[one.value.policy.id, one.value] as const] : [])));
  const properties = await content.value.properties();
  const proofs = proveProperties(properties, content.value);
  const marginals = await content.value.marginals();
  const cases = await checkCases(folder, content.value, policies, files);
  const mappings = await checkMappings({ folder, questionnaire: content.value.questionnaire }, files);
  const negations = await checkNegations(folder, policies.values(), files);
  const tables = await checkTables(content.value);
  return {
    place,
    problems: sortProblems([
      ...content.problems,
      ...properties.problems,
      ...proofs,
      ...marginals.problems,
      ...cases.problems,
      ...mappings.problems,
      ...negations,
      ...tables.problems,
    ]),
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
      { what: 'mappings', count: mappings.count },
      { what: 'tables', count: content.value.tables.length },
    ],
    tables: tables.reports,
  };
}

/** What the proofs of the properties find; a policy that is too large has been reported by then. */
function proveProperties(properties: Awaited<ReturnType<Content['properties']>>, content: Content): readonly Problem[] {
  if (!properties.ok || properties.value === undefined) return [];
  const others = propertyConditions(properties.value.value);
  const together = compileTogether(content.questionnaire, content.policies, { others });
  return together.ok ? checkProperties(properties.value, together.value).problems : [];
}
