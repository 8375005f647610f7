/** Checks the folder of a questionnaire: its files, then everything that can be proved of them, and the mappings beside it. */

import { compileTogether, type Together } from '../analysis/compile-together.ts';
import { propertyConditions } from '../analysis/prove.ts';
import { soundCases } from '../analysis/run-cases.ts';
import type { Document } from '../documents/document.ts';
import { shownPath } from '../io/installed.ts';
import { outcomeOf } from '../problems/outcome.ts';
import type { Outcome } from '../problems/problem.ts';
import { sortProblems } from '../problems/sort.ts';
import type { CheckedPlace } from '../render/check-report.ts';
import { checkCases, compiledIn } from './check-cases.ts';
import { lintCallers, lintWords } from './check-lint.ts';
import { checkMappings } from './check-mappings.ts';
import type { CheckedMutants } from './check-mutants.ts';
import type { CheckedPart } from './check-part.ts';
import { checkProperties } from './check-properties.ts';
import { checkTables } from './check-tables.ts';
import { overBudget } from './compile-within-budget.ts';
import { type Content, loadContent } from './content.ts';
import { type ContentFiles, contentFiles } from './content-files.ts';
import { withinBudget } from './within-budget.ts';

export interface FolderChecks {
  /** Also break every rule in every small way and see whether anybody notices. */
  readonly mutate?: boolean;
  /** How many workers share that; by default what suits the machine and the folder. */
  readonly workers?: number;
  /** A file of notices that the site's settings name instead of the folder's own. */
  readonly notices?: string | undefined;
}

/** Everything that is wrong in a folder, with what was looked at. One part that fails keeps no other from being looked at. */
export async function checkFolder(
  folder: string,
  { mutate = false, workers, notices }: FolderChecks = {},
  from: ContentFiles = contentFiles(),
): Promise<CheckedPlace> {
  // A check reads the text, so that every problem has its place.
  const files = { ...from, built: () => undefined };
  const content = await loadContent({ folder, notices }, files);
  const place = shownPath(folder);
  if (!content.ok) return { place, problems: content.problems, checked: [] };
  const { questionnaire } = content.value;
  const extras = {
    properties: await content.value.properties(),
    cases: await content.value.cases(),
    marginals: await content.value.marginals(),
    notices: await content.value.notices(),
  };
  const together = compileAll(content.value, extras.properties, place);
  const compiled = together.ok ? together.value : undefined;
  const tables = await checkTables(content.value);
  const mutation =
    mutate && compiled !== undefined
      ? await brokenInEveryWay(content.value, extras, { place, workers, together: compiled })
      : NOT_BROKEN;
  const parts: readonly CheckedPart[] = [
    inFiles(content.value),
    checkCases(folder, content.value, extras.cases, compiled),
    await checkMappings({ folder, questionnaire }, files),
    ...[extras.properties, extras.marginals, extras.notices, tables, together].map(({ problems }) => ({
      problems,
      checked: [],
    })),
    { problems: lintWords(content.value, documentsOf(extras)), checked: [] },
    ...(compiled === undefined ? [] : searched(content.value, extras.properties, { place, together: compiled })),
    mutation,
    { problems: [], checked: [{ what: 'tables', count: content.value.tables.length }] },
    { problems: [], checked: [{ what: 'nodes', count: compiled?.callers.forest.size() ?? 0 }] },
  ];
  return {
    place,
    problems: sortProblems([...content.problems, ...parts.flatMap(({ problems }) => problems)]),
    checked: parts.flatMap(({ checked }) => checked),
    tables: tables.reports,
    ...(mutation.report && { mutation: mutation.report }),
  };
}

type Mutation = CheckedPart & Partial<Pick<CheckedMutants, 'report'>>;
const NOT_BROKEN: Mutation = { problems: [], checked: [] };

/** Loaded only when asked for: it takes longer than everything else together. */
async function brokenInEveryWay(
  content: Content,
  { cases, properties }: { readonly cases: CasesOutcome; readonly properties: PropertiesOutcome },
  {
    together,
    ...options
  }: { readonly place: string; readonly workers: number | undefined; readonly together: Together },
): Promise<Mutation> {
  if (!cases.ok || !properties.ok) return NOT_BROKEN;
  const { checkMutants } = await import('./check-mutants.ts');
  const all = cases.value?.value ?? [];
  const sound = soundCases(all, (id) => compiledIn(together, id));
  const watch = { cases: sound, failing: all.length - sound.length, properties: properties.value?.value ?? [] };
  return { ...(await checkMutants(content, watch, options)), checked: [] };
}

type CasesOutcome = Awaited<ReturnType<Content['cases']>>;
type PropertiesOutcome = Awaited<ReturnType<Content['properties']>>;

/** All policies in one forest, with the conditions on which the sources disagree and those of the properties. */
function compileAll(
  { questionnaire, policies, sources }: Content,
  properties: PropertiesOutcome,
  place: string,
): Outcome<Together> {
  const stated = properties.ok && properties.value !== undefined ? propertyConditions(properties.value.value) : [];
  const others = [...sources.disagreements.map(({ when }) => when), ...stated];
  const compiled = compileTogether(questionnaire, policies, { others });
  return compiled.ok
    ? outcomeOf(compiled.value, [])
    : { ok: false, problems: [overBudget(compiled.policy, compiled.over, place)] };
}

function documentsOf(extras: Readonly<Record<string, ExtraOutcome>>): readonly Document<unknown>[] {
  return Object.values(extras).flatMap((one) => (one.ok && one.value !== undefined ? [one.value.document] : []));
}

type ExtraOutcome = Outcome<{ readonly document: Document<unknown> } | undefined>;

/** What is looked for over all callers, each part within what is left of the budget. */
function searched(
  content: Content,
  properties: PropertiesOutcome,
  { place, together }: { readonly place: string; readonly together: Together },
): readonly CheckedPart[] {
  return [
    withinBudget('proving the properties', place, () => proved(properties, together)),
    withinBudget('the search for what makes no difference', place, () => ({
      problems: lintCallers(content, together),
      checked: [],
    })),
  ];
}

/** The proofs of the properties; one that speaks of several policies is proved for each of them. */
function proved(properties: PropertiesOutcome, together: Together): CheckedPart {
  if (!properties.ok || properties.value === undefined) return { problems: [], checked: [] };
  const { problems, counts } = checkProperties(properties.value, together);
  const sum = (kind: 'proved' | 'by-construction'): number =>
    [...counts.values()].reduce((all, one) => all + one[kind], 0);
  return {
    problems,
    checked: [
      { what: 'properties', count: properties.value.value.length },
      { what: 'proofs', count: sum('proved') },
      { what: 'by construction', count: sum('by-construction') },
    ],
  };
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
