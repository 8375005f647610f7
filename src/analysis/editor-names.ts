/** The ids of a questionnaire's folder, with what an editor says about each. */

import type { FactKind } from '../conditions/model.ts';
import type { Directory } from '../directory/model.ts';
import { OVERRIDE_CODES } from '../interview/model.ts';
import { CHOOSABLE_LEVELS } from '../interview/override.ts';
import { OVERRIDE_LABELS } from '../interview/override-labels.ts';
import { LEVELS, SUPPORTS } from '../policy/care-lists.ts';
import type { Policy } from '../policy/model.ts';
import type { CareTexts, Emergency, Sources } from '../policy/texts.ts';
import { inLanguage } from '../questionnaire/in-words.ts';
import type { DerivedFact, Question, Questionnaire } from '../questionnaire/model.ts';

/** An id and what it stands for. */
export interface Named {
  readonly id: string;
  readonly says: string;
}

/** A question or fact that a condition may read, or a question that an answers file may answer. */
export interface NamedFact extends Named {
  readonly kind: FactKind;
  /** Of its values; empty for numbers and texts. */
  readonly values: readonly Named[];
}

/** Everything that can be named in a file of the folder. */
export interface EditorNames {
  readonly questions: readonly NamedFact[];
  readonly facts: readonly NamedFact[];
  readonly sections: readonly Named[];
  readonly dispositions: readonly Named[];
  readonly policies: readonly Named[];
  readonly rules: readonly Named[];
  readonly citations: readonly Named[];
  readonly programs: readonly Named[];
  readonly lines: readonly Named[];
  readonly questionnaires: readonly Named[];
  readonly supports: readonly Named[];
  /** What a counselor may choose instead of the level by the rules, and the reasons for it. */
  readonly choosableLevels: readonly Named[];
  readonly overrideCodes: readonly Named[];
  /** What each level, first step, support and action is. */
  readonly closed: ReadonlyMap<string, string>;
}

/** What the ids are taken from. */
export interface NamedContent {
  readonly questionnaire: Questionnaire;
  readonly policies: readonly Policy[];
  readonly sources: Sources;
  readonly care: CareTexts;
  readonly emergency: Emergency;
  readonly directory: Directory;
}

/** Gathers the ids of a folder, each kind in the order of its file; texts in the questionnaire's first language. */
export function editorNames(content: NamedContent): EditorNames {
  const { questionnaire, policies, sources, directory } = content;
  const language = questionnaire.languages[0] ?? 'en';
  const closed = closedLists(content, language);
  const fromClosed = (ids: readonly string[]): readonly Named[] =>
    ids.map((id) => ({ id, says: closed.get(id) ?? id }));
  return {
    questions: questionnaire.questions.map((question) => namedQuestion(question, language)),
    facts: questionnaire.facts.map((fact) => namedFact(fact, language)),
    sections: questionnaire.sections.map(({ id, title }) => ({ id, says: inLanguage(title, language) })),
    dispositions: questionnaire.dispositions.map(({ id, title }) => ({ id, says: inLanguage(title, language) })),
    policies: policies.map(({ id, title, about }) => ({ id, says: `${title}. ${about}` })),
    rules: namedRules(policies),
    citations: [...sources.byId.values()].flatMap(({ id, short, facts }) =>
      Object.entries(facts).map(([fact, { says }]) => ({ id: `${id}#${fact}`, says: `${short}: ${says}` })),
    ),
    programs: directory.programs.map(({ id, name, levels }) => ({ id, says: `${name}: ${inOrder(levels)}` })),
    lines: directory.lines.map(({ id, name, for: when }) => ({ id, says: `${name}: ${when}` })),
    questionnaires: [{ id: questionnaire.id, says: inLanguage(questionnaire.title, language) }],
    supports: fromClosed(SUPPORTS),
    choosableLevels: fromClosed(CHOOSABLE_LEVELS),
    overrideCodes: OVERRIDE_CODES.map((id) => ({ id, says: OVERRIDE_LABELS[id] })),
    closed,
  };
}

function closedLists({ care, emergency }: NamedContent, language: string): ReadonlyMap<string, string> {
  const described = [...Object.values(care.levels), ...Object.values(care.firstSteps), ...Object.values(care.supports)];
  return new Map([
    ...described.map(({ id, name, sentence }) => [id, `${name}: ${sentence}`] as const),
    ...Object.entries(emergency.actions).map(([id, says]) => [id, inLanguage(says, language)] as const),
  ]);
}

function namedQuestion({ id, say, kind, options, type }: Question, language: string): NamedFact {
  const values = options.map((option) => ({ id: option.id, says: inLanguage(option.label, language) }));
  return { id, kind, values, says: `${type}: ${inLanguage(say, language)}` };
}

function namedFact({ id, title, values, labels }: DerivedFact, language: string): NamedFact {
  const named = values.map((value) => ({ id: value, says: inLanguage(labels.get(value) ?? value, language) }));
  return { id, kind: { kind: 'values', values }, values: named, says: `fact: ${inLanguage(title, language)}` };
}

/** Each id once: rules that a policy takes over are the other's, and rules of several policies may have the same id. */
function namedRules(policies: readonly Policy[]): readonly Named[] {
  const says = new Map<string, string>();
  for (const { id, rules } of policies)
    for (const rule of rules.filter(({ policy }) => policy === id))
      says.set(rule.id, [says.get(rule.id) ?? [], `${id}: ${rule.because}`].flat().join(' '));
  return [...says].map(([id, reasons]) => ({ id, says: reasons }));
}

function inOrder(levels: readonly string[]): string {
  return LEVELS.filter((level) => levels.includes(level)).join(', ');
}
