/** Checks the folder of a questionnaire: its files, then everything that can be proved of them, and the mappings beside it. */

import { compileTogether, type Together } from '../analysis/compile-together.ts';
import { shownPath } from '../io/installed.ts';
import { outcomeOf } from '../problems/outcome.ts';
import type { Outcome } from '../problems/problem.ts';
import { sortProblems } from '../problems/sort.ts';
import type { CheckedPlace } from '../render/check-report.ts';
import { checkCases } from './check-cases.ts';
import { lintCallers, lintWords } from './check-lint.ts';
import { checkMappings } from './check-mappings.ts';
import type { CheckedPart } from './check-part.ts';
import { overBudget } from './compile-within-budget.ts';
import { type Content, loadContent } from './content.ts';
import { contentFiles } from './content-files.ts';
import { withinBudget } from './within-budget.ts';

export interface FolderChecks {
  /** Also break every rule in every small way and see whether anybody notices. */
  readonly mutate?: boolean;
}

/** Everything that is wrong in a folder, with what was looked at. One part that fails keeps no other from being looked at. */
export async function checkFolder(folder: string, _checks: FolderChecks = {}): Promise<CheckedPlace> {
  // A check reads the text, so that every problem has its place.
  const files = { ...contentFiles(), built: () => undefined };
  const content = await loadContent({ folder }, files);
  const place = shownPath(folder);
  if (!content.ok) return { place, problems: content.problems, checked: [] };
  const { questionnaire } = content.value;
  const properties = await content.value.properties();
  const cases = await content.value.cases();
  const extras = [properties, cases].flatMap((one) => (one.ok && one.value ? [one.value.document] : []));
  const together = compileAll(content.value, place);
  const compiled = together.ok ? together.value : undefined;
  const parts: readonly CheckedPart[] = [
    inFiles(content.value),
    checkCases(folder, content.value, cases, compiled),
    await checkMappings({ folder, questionnaire }, files),
    { problems: properties.problems, checked: [] },
    { problems: lintWords(content.value, extras), checked: [] },
    ...(compiled === undefined ? [] : searched(content.value, compiled, place)),
    { problems: together.problems, checked: [{ what: 'nodes', count: compiled?.callers.forest.size() ?? 0 }] },
  ];
  return {
    place,
    problems: sortProblems([...content.problems, ...parts.flatMap(({ problems }) => problems)]),
    checked: parts.flatMap(({ checked }) => checked),
  };
}

/** What is looked for over all callers, each part within what is left of the budget. */
function searched(content: Content, together: Together, place: string): readonly CheckedPart[] {
  return [
    withinBudget('the search for what makes no difference', place, () => ({
      problems: lintCallers(content, together),
      checked: [],
    })),
  ];
}

/** All policies in one forest, with the conditions on which the sources disagree and those of the properties. */
function compileAll({ questionnaire, policies, sources }: Content, place: string): Outcome<Together> {
  const others = sources.disagreements.map(({ when }) => when);
  const compiled = compileTogether(questionnaire, policies, { others });
  return compiled.ok
    ? outcomeOf(compiled.value, [])
    : { ok: false, problems: [overBudget(compiled.policy, compiled.over, place)] };
}

function inFiles({ questionnaire, policies, directory }: Content): CheckedPart {
  const rules = policies.flatMap((policy) => policy.rules.filter((rule) => rule.policy === policy.id));
  return {
    problems: [],
    checked: [
      { what: 'questions', count: questionnaire.questions.length },
      { what: 'policies', count: policies.length },
      { what: 'rules', count: rules.length },
      { what: 'programs', count: directory.programs.length },
    ],
  };
}
