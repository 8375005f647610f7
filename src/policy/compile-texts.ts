/** levels.yaml, sources.yaml and emergency.yaml → texts that are complete for the closed lists. */

import { compileCondition } from '../conditions/compile.ts';
import { collect, type Draft, type Report } from '../documents/collect.ts';
import type { Document, Path } from '../documents/document.ts';
import { suggest } from '../problems/did-you-mean.ts';
import { outcomeOf } from '../problems/outcome.ts';
import type { Outcome } from '../problems/problem.ts';
import { claimIds } from '../questionnaire/claim-ids.ts';
import { factsOf } from '../questionnaire/compile.ts';
import type { Questionnaire } from '../questionnaire/model.ts';
import type { EmergencySource } from '../questionnaire/schema.ts';
import { ACTIONS, FIRST_STEPS, LEVELS, SUPPORTS } from './care-lists.ts';
import { checkCitations } from './check-citations.ts';
import { forEachId } from './for-each-id.ts';
import type { Disagreement } from './model.ts';
import type { LevelsSource, SourcesSource } from './schema.ts';
import type { CareTexts, DescribedText, Emergency, LevelText, Source, Sources } from './texts.ts';

/** Compiles levels.yaml. */
export function compileCare(document: Document<LevelsSource>, sources: Sources | undefined): Outcome<CareTexts> {
  const { report, outcome } = collect(document);
  const { value } = document;
  if (sources !== undefined) {
    for (const [index, level] of value.levels.entries())
      checkCitations(level.cites, ['levels', index, 'cites'], sources, report);
    checkCitations(value.aftercare_cites, ['aftercare_cites'], sources, report);
  }
  return outcome({
    levels: byId<(typeof LEVELS)[number], LevelText>(value.levels, LEVELS, ['levels'], report),
    firstSteps: byId<(typeof FIRST_STEPS)[number], DescribedText>(
      value.first_steps,
      FIRST_STEPS,
      ['first_steps'],
      report,
    ),
    supports: byId<(typeof SUPPORTS)[number], DescribedText>(value.supports, SUPPORTS, ['supports'], report),
    aftercare: value.aftercare,
    aftercareCites: value.aftercare_cites,
  });
}

/** Looks up the entry of every id of a closed list; a missing, unknown or repeated one is reported. */
function byId<Id extends string, T extends { readonly id: string }>(
  entries: readonly T[],
  ids: readonly Id[],
  path: Path,
  report: Report,
): Readonly<Record<Id, T>> {
  const claim = claimIds(report);
  const found = new Map<string, T>();
  for (const [index, entry] of entries.entries()) {
    const here = [...path, index, 'id'];
    claim(entry.id, here, 'another entry');
    if (!ids.some((id) => id === entry.id))
      report({
        code: 'wrong-value',
        path: here,
        message: `\`${entry.id}\` is not in the closed list`,
        remedy: suggest(entry.id, ids),
      });
    found.set(entry.id, entry);
  }
  reportGaps(
    ids.filter((id) => !found.has(id)),
    path,
    report,
  );
  const [first] = entries;
  return forEachId(ids, (id) => found.get(id) ?? stopgap(first));
}

/** Stands in where a gap was reported, so that the result is never used. */
function stopgap<T>(first: T | undefined): T {
  if (first === undefined) throw new Error('a closed list without any entry passed its schema');
  return first;
}

function reportGaps(missing: readonly string[], path: Path, report: Report): void {
  if (missing.length === 0) return;
  const names = missing.map((id) => `\`${id}\``).join(', ');
  report({
    code: 'incomplete-list',
    path,
    part: 'key',
    message: `the list lacks ${names}`,
    remedy: 'add every id of the closed list',
  });
}

/** Compiles emergency.yaml. */
export function compileEmergency(document: Document<EmergencySource>): Outcome<Emergency> {
  const { report, outcome } = collect(document);
  const { actions, title, steps, notices, lines } = document.value;
  for (const id of Object.keys(actions)) {
    if (!ACTIONS.some((action) => action === id))
      report({
        code: 'unknown-key',
        path: ['actions', id],
        part: 'key',
        message: `there is no action \`${id}\``,
        remedy: suggest(id, ACTIONS),
      });
  }
  reportGaps(
    ACTIONS.filter((id) => !Object.hasOwn(actions, id)),
    ['actions'],
    report,
  );
  return outcome({ title, steps, actions: forEachId(ACTIONS, (id) => actions[id] ?? ''), notices, lines });
}

/** Compiles sources.yaml; the disagreements need the facts of the questionnaire. */
export function compileSources(document: Document<SourcesSource>, questionnaire: Questionnaire): Outcome<Sources> {
  const { value, problems } = draftSources(document, questionnaire);
  return outcomeOf(value, problems);
}

/** The same, faults or not, for looking into the files that cite; without a questionnaire nothing is said of disagreements. */
export function draftSources(
  document: Document<SourcesSource>,
  questionnaire: Questionnaire | undefined,
): Draft<Sources> {
  const { report, problems } = collect(document);
  const claim = claimIds(report);
  for (const [index, { id }] of document.value.sources.entries()) claim(id, ['sources', index, 'id'], 'another source');
  const byId = new Map<string, Source>(document.value.sources.map((source) => [source.id, source]));
  const sources: Sources = { byId, disagreements: [] };
  const disagreements =
    questionnaire === undefined ? [] : compileDisagreements(document.value, sources, questionnaire, report);
  return { value: { byId, disagreements }, problems };
}

function compileDisagreements(
  source: SourcesSource,
  sources: Sources,
  questionnaire: Questionnaire,
  report: Report,
): readonly Disagreement[] {
  const facts = factsOf(questionnaire);
  const claim = claimIds(report);
  return (source.disagreements ?? []).map((entry, index) => {
    const path = ['disagreements', index];
    const silent = entry.silent ?? [];
    claim(entry.id, [...path, 'id'], 'another disagreement');
    checkCitations(entry.for, [...path, 'for'], sources, report);
    checkCitations(entry.against, [...path, 'against'], sources, report);
    for (const [place, id] of silent.entries()) {
      if (!sources.byId.has(id))
        report({
          code: 'unknown-citation',
          path: [...path, 'silent', place],
          message: `there is no source \`${id}\``,
          remedy: suggest(id, sources.byId.keys()),
        });
    }
    const when = compileCondition(entry.when, [...path, 'when'], facts, report);
    return { id: entry.id, when, says: entry.says, for: entry.for, against: entry.against, silent };
  });
}
