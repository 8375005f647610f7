/** questionnaire.yaml → the questionnaire, or everything that is wrong with it. */

import { compileCondition, type Facts, OPERATORS } from '../conditions/compile.ts';
import { ALWAYS, type FactKind } from '../conditions/model.ts';
import { collect, type Draft, type Finding, type Report } from '../documents/collect.ts';
import type { Document, Path } from '../documents/document.ts';
import { suggest } from '../problems/did-you-mean.ts';
import { failed, outcomeOf } from '../problems/outcome.ts';
import type { Outcome } from '../problems/problem.ts';
import { checkInclude } from './check-include.ts';
import { checkInstruments } from './check-instruments.ts';
import { checkFactOrder, checkGates } from './check-references.ts';
import { checkTexts } from './check-texts.ts';
import { claimIds } from './claim-ids.ts';
import { compileFact } from './compile-facts.ts';
import { compileBaseline, compileOrder } from './compile-order.ts';
import { compileScreens } from './compile-screens.ts';
import { checkMeanings } from './meanings.ts';
import type { Disposition, Question, Questionnaire } from './model.ts';
import { draftKind, isMakeshift, questionOptions } from './question-kind.ts';
import { readableFacts } from './readable-facts.ts';
import type { QuestionnaireSource, QuestionSource } from './schema.ts';

/** A questionnaire that may be faulty, with what is known of its questions and facts. */
export interface QuestionnaireDraft extends Draft<Questionnaire> {
  readonly facts: Facts;
}

/** Compiles a questionnaire and goes on after each fault. */
export function compileQuestionnaire(document: Document<QuestionnaireSource>): Outcome<Questionnaire> {
  const { value, problems } = draftQuestionnaire(document);
  return document.flaws.length > 0 ? failed(problems) : outcomeOf(value, problems);
}

/** The same, faults or not: good enough to look for faults in the files that refer to it, and for nothing else. */
export function draftQuestionnaire(document: Document<QuestionnaireSource>): QuestionnaireDraft {
  const { report, problems } = collect(document);
  const source = document.value;
  checkIds(source, report);
  checkSections(source, report);
  checkTexts(source, report);
  checkInstruments(source, report);
  checkInclude(source, report);
  const kinds = source.questions.map((question, index) => draftKind(question, ['questions', index], document, report));
  const facts = readableFacts(document, kinds);
  const questions = source.questions.map((question, index) =>
    compileQuestion(question, kinds[index], { index, facts, languages: source.languages, report }),
  );
  const derived = (source.facts ?? []).map((fact, index) => compileFact(fact, ['facts', index], facts, report));
  checkFactOrder(derived, report);
  checkGates(questions, derived, report);
  const dispositions = compileDispositions(source, facts, report);
  const value = {
    id: source.id,
    version: source.version,
    title: source.title,
    languages: source.languages,
    translationReviewers: new Map(Object.entries(source.translations_reviewed_by ?? {})),
    sections: source.sections,
    questions,
    facts: derived,
    dispositions,
    screens: compileScreens(source, derived, report),
  };
  return { value, facts, problems };
}

/** Everything that a condition on this questionnaire may read. */
export function factsOf(questionnaire: Questionnaire): Facts {
  return new Map<string, FactKind>([
    ...questionnaire.questions.map((question) => [question.id, question.kind] as const),
    ...questionnaire.facts.map((fact) => [fact.id, { kind: 'values', values: fact.values }] as const),
  ]);
}

function checkIds(source: QuestionnaireSource, report: Report): void {
  const claim = claimIds(report);
  const claimReadable = (id: string, path: Path, what: string): void => {
    if (OPERATORS.includes(id))
      report({
        code: 'reserved-id',
        path,
        message: `\`${id}\` is a word of the condition syntax`,
        remedy: 'choose another id',
      });
    claim(id, path, what);
  };
  for (const [index, { id }] of source.questions.entries()) claimReadable(id, ['questions', index, 'id'], 'a question');
  for (const [index, { id }] of (source.facts ?? []).entries()) claimReadable(id, ['facts', index, 'id'], 'a fact');
  for (const [index, { id }] of (source.dispositions ?? []).entries())
    claim(id, ['dispositions', index, 'id'], 'a disposition');
  const claimSection = claimIds(report);
  for (const [index, { id }] of source.sections.entries())
    claimSection(id, ['sections', index, 'id'], 'another section');
}

function checkSections(source: QuestionnaireSource, report: Report): void {
  const sections = source.sections.map((section) => section.id);
  const relies = [['sections'], ...sections.map((_, index) => ['sections', index, 'id'])];
  let reached = 0;
  for (const [index, { section }] of source.questions.entries()) {
    const place = sections.indexOf(section);
    const path = ['questions', index, 'section'];
    if (place === -1)
      report({
        code: 'unknown-section',
        path,
        message: `there is no section \`${section}\``,
        remedy: suggest(section, sections),
        relies,
      });
    else if (place < reached)
      report({
        code: 'section-order',
        path,
        message: `the section \`${section}\` is over at this point`,
        remedy: 'move the question up, or correct its section',
        relies,
      });
    reached = Math.max(reached, place);
  }
}

interface Scope {
  readonly index: number;
  readonly facts: Facts;
  readonly languages: readonly string[];
  readonly report: Report;
}

function compileQuestion(
  source: QuestionSource,
  kind: FactKind = { kind: 'unreadable' },
  { index, facts, languages, report }: Scope,
): Question {
  const path = ['questions', index];
  const order = compileOrder(source, kind, path, report);
  checkMeanings(source, path, report);
  return {
    id: source.id,
    index,
    section: source.section,
    type: source.type,
    kind,
    say: source.say,
    sayForOther: source.say_for_other,
    probe: source.probe,
    help: source.help,
    options: questionOptions(source, languages, path, report),
    none: source.none,
    apart: source.apart,
    askIf: source.ask_if === undefined ? ALWAYS : compileCondition(source.ask_if, [...path, 'ask_if'], facts, report),
    order,
    baseline: compileBaseline(source, kind, order, { path, report }),
    stop: namedOptions(source.stop, kind, [...path, 'stop'], report),
    panel: source.panel && namedOptions(source.panel, kind, [...path, 'panel'], report),
    safety: source.safety ?? false,
    changeable: source.changeable ?? false,
    restricted: source.restricted ?? false,
    ...(source.in_emergency === undefined ? {} : { inEmergency: source.in_emergency }),
    uses: source.use ?? [],
    instrument: source.instrument,
    loinc: source.loinc,
  };
}

/** Options named by a key of their question; those that it does not have are reported. */
function namedOptions(named: readonly string[] = [], kind: FactKind, path: Path, report: Report): readonly string[] {
  const known = kind.kind === 'values' ? kind.values : kind.kind === 'options' ? kind.options : undefined;
  if (known === undefined || isMakeshift(kind)) return [];
  for (const [index, option] of named.entries()) {
    const finding: Pick<Finding, 'code' | 'path'> = { code: 'unknown-option', path: [...path, index] };
    if (!known.includes(option))
      report({ ...finding, message: `the question has no option \`${option}\``, remedy: suggest(option, known) });
  }
  return named;
}

function compileDispositions(source: QuestionnaireSource, facts: Facts, report: Report): readonly Disposition[] {
  return (source.dispositions ?? []).map((disposition, index) => ({
    id: disposition.id,
    title: disposition.title,
    say: disposition.say,
    steps: disposition.steps ?? [],
    lines: disposition.lines ?? [],
    when:
      disposition.when === undefined
        ? undefined
        : compileCondition(disposition.when, ['dispositions', index, 'when'], facts, report),
    level: disposition.level,
    ends: disposition.ends ?? 'after-safety',
    supports: disposition.supports ?? [],
  }));
}
