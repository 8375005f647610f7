/** levels.yaml, sources.yaml and emergency.yaml → texts that are complete for the closed lists. */

import { compileCondition, type Facts } from '../conditions/compile.ts';
import { collect, type Draft, type Finding, type Report } from '../documents/collect.ts';
import type { Document, Path } from '../documents/document.ts';
import { isSound } from '../documents/flaws.ts';
import { suggest } from '../problems/did-you-mean.ts';
import { failed, outcomeOf } from '../problems/outcome.ts';
import type { Outcome } from '../problems/problem.ts';
import { claimIds } from '../questionnaire/claim-ids.ts';
import { factsOf } from '../questionnaire/compile.ts';
import type { Questionnaire } from '../questionnaire/model.ts';
import type { EmergencySource, Text } from '../questionnaire/schema.ts';
import { ACTIONS, FIRST_STEPS, LEVELS, SUPPORTS } from './care-lists.ts';
import { checkCitations, checkSource } from './check-citations.ts';
import { forEachId } from './for-each-id.ts';
import type { Disagreement } from './model.ts';
import type { LevelsSource, SourcesSource } from './schema.ts';
import type { CareTexts, DescribedText, Emergency, LevelText, Source, Sources } from './texts.ts';

/** Compiles levels.yaml. */
export function compileCare(
  document: Document<LevelsSource>,
  sources: Sources<unknown> | undefined,
): Outcome<CareTexts<Text>> {
  const { report, problems, outcome } = collect(document);
  const { value } = document;
  if (sources !== undefined) {
    for (const [index, level] of value.levels.entries())
      checkCitations(level.cites, ['levels', index, 'cites'], sources, report);
    checkCitations(value.aftercare_cites, ['aftercare_cites'], sources, report);
  }
  const levels = byId<(typeof LEVELS)[number], LevelText<Text>>(value.levels, LEVELS, ['levels'], report);
  const firstSteps = byId<(typeof FIRST_STEPS)[number], DescribedText<Text>>(
    value.first_steps,
    FIRST_STEPS,
    ['first_steps'],
    report,
  );
  const supports = byId<(typeof SUPPORTS)[number], DescribedText<Text>>(value.supports, SUPPORTS, ['supports'], report);
  if (levels === undefined || firstSteps === undefined || supports === undefined) return failed(problems);
  return outcome({
    levels,
    firstSteps,
    supports,
    aftercare: value.aftercare,
    aftercareCites: value.aftercare_cites,
  });
}

/** Looks up the entry of every id of a closed list; a missing, unknown or repeated one is reported, and no entry at all is no list. */
function byId<Id extends string, T extends { readonly id: string }>(
  entries: readonly T[],
  ids: readonly Id[],
  path: Path,
  report: Report,
): Readonly<Record<Id, T>> | undefined {
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
    { path, relies: entries.map((_, index) => [...path, index, 'id']) },
    report,
  );
  const [stopgap] = entries; // stands in where a gap was reported, so that the result is never used
  return stopgap && forEachId(ids, (id) => found.get(id) ?? stopgap);
}

function reportGaps(missing: readonly string[], at: Pick<Finding, 'path' | 'relies'>, report: Report): void {
  if (missing.length === 0) return;
  const names = missing.map((id) => `\`${id}\``).join(', ');
  report({
    code: 'incomplete-list',
    ...at,
    part: 'key',
    message: `the list lacks ${names}`,
    remedy: 'add every id of the closed list',
  });
}

/** Compiles emergency.yaml. */
export function compileEmergency(document: Document<EmergencySource>): Outcome<Emergency> {
  const { report, outcome } = collect(document);
  const { actions, title, steps, if_cut_off: ifCutOff, notices, lines } = document.value;
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
    { path: ['actions'] },
    report,
  );
  const spoken = forEachId(ACTIONS, (id) => spokenAction(actions[id]));
  return outcome({
    title,
    steps: ifCutOff === undefined ? steps : [...steps, ifCutOff],
    ifCutOff,
    actions: forEachId(ACTIONS, (id) => spoken[id].say),
    actionsForOther: forEachId(ACTIONS, (id) => spoken[id].for_other ?? spoken[id].say),
    notices,
    lines,
  });
}

type SpokenAction = Exclude<EmergencySource['actions'][string], string>;

/** A missing action was reported, so that its stopgap is never said. */
function spokenAction(action: EmergencySource['actions'][string] = ''): SpokenAction {
  return typeof action === 'string' ? { say: action } : action;
}

/** Compiles sources.yaml; the disagreements need the facts of the questionnaire. */
export function compileSources(
  document: Document<SourcesSource>,
  questionnaire: Questionnaire,
): Outcome<Sources<Text>> {
  const { value, problems } = draftSources(document, factsOf(questionnaire));
  return document.flaws.length > 0 ? failed(problems) : outcomeOf(value, problems);
}

/** Where there is no file of sources to look into: nothing is called unknown. */
export const NO_SOURCES: Sources<never> = { byId: new Map(), disagreements: [], unjudged: new Set(['']) };

/** The same, faults or not, for looking into the files that cite. */
export function draftSources(document: Document<SourcesSource>, facts: Facts): Draft<Sources<Text>> {
  const { report, problems } = collect(document);
  const claim = claimIds(report);
  for (const [index, { id }] of document.value.sources.entries()) claim(id, ['sources', index, 'id'], 'another source');
  const byId = new Map<string, Source<Text>>(document.value.sources.map((source) => [source.id, source]));
  const sources: Sources<Text> = { byId, disagreements: [], unjudged: unjudgedSources(document) };
  return {
    value: { ...sources, disagreements: compileDisagreements(document.value, sources, facts, report) },
    problems,
  };
}

function unjudgedSources(document: Document<SourcesSource>): ReadonlySet<string> {
  const unjudged = document.value.sources.flatMap(({ id }, index) => {
    const isKnown = ['id', 'facts'].every((key) => isSound(document, ['sources', index, key]));
    return isKnown ? [] : [id];
  });
  return new Set(isSound(document, ['sources']) ? unjudged : ['']);
}

function compileDisagreements(
  source: SourcesSource,
  sources: Sources<unknown>,
  facts: Facts,
  report: Report,
): readonly Disagreement<Text>[] {
  const claim = claimIds(report);
  return (source.disagreements ?? []).map((entry, index) => {
    const path = ['disagreements', index];
    const silent = entry.silent ?? [];
    claim(entry.id, [...path, 'id'], 'another disagreement');
    checkCitations(entry.for, [...path, 'for'], sources, report);
    checkCitations(entry.against, [...path, 'against'], sources, report);
    for (const [place, id] of silent.entries()) checkSource(id, [...path, 'silent', place], sources, report);
    const when = compileCondition(entry.when, [...path, 'when'], facts, report);
    return { id: entry.id, when, says: entry.says, for: entry.for, against: entry.against, silent };
  });
}
