/** Nobody in distress is asked a question that serves nothing. */

import type { Condition } from '../conditions/model.ts';
import { readIds } from '../conditions/reads.ts';
import { collect } from '../documents/collect.ts';
import type { Document, Path } from '../documents/document.ts';
import { isSound } from '../documents/flaws.ts';
import { nearest } from '../problems/did-you-mean.ts';
import type { Problem } from '../problems/problem.ts';
import type { Questionnaire } from '../questionnaire/model.ts';
import type { QuestionnaireSource } from '../questionnaire/schema.ts';
import type { Policy } from './model.ts';
import type { PolicySource, SourcesSource } from './schema.ts';
import type { Sources } from './texts.ts';

/** What reads the questions beside the questionnaire itself. */
export interface Readers {
  readonly policies: readonly Policy<unknown>[];
  readonly sources: Sources<unknown>;
}

/** Reports questions that no condition reads and that have no other use, and facts that nothing reads. */
export function unreadProblems(
  document: Document<QuestionnaireSource>,
  questionnaire: Questionnaire,
  readers: Readers,
): readonly Problem[] {
  const { report, problems } = collect(document);
  const read = idsRead(questionnaire, readers);
  const known = new Set([...questionnaire.questions, ...questionnaire.facts].map(({ id }) => id));
  const misspelt = [...read].filter((id) => !known.has(id));
  const isRead = (id: string): boolean => read.has(id) || misspelt.some((word) => nearest(word, [id]) !== undefined);
  for (const question of questionnaire.questions) {
    if (isRead(question.id) || question.uses.length > 0 || question.stop.length > 0) continue;
    const path = ['questions', question.index];
    report({
      code: 'unread-question',
      path: [...path, 'id'],
      message: `nothing needs the answer to \`${question.id}\``,
      remedy: 'let a rule read it, say its `use`, or do not ask',
      relies: [
        [...path, 'use'],
        [...path, 'stop'],
      ],
    });
  }
  for (const [index, { id }] of questionnaire.facts.entries()) {
    if (!isRead(id))
      report({
        code: 'unread-fact',
        path: ['facts', index, 'id'],
        message: `nothing reads the fact \`${id}\``,
        remedy: 'let a rule read it, or delete it',
      });
  }
  return problems;
}

/** Every id that some result depends on: what the outermost conditions read, and what is behind that. */
function idsRead(questionnaire: Questionnaire, { policies, sources }: Readers): ReadonlySet<string> {
  const facts = new Map(questionnaire.facts.map((fact) => [fact.id, fact]));
  const outermost: readonly Condition[] = [
    ...policies.flatMap((policy) => policy.rules.map((rule) => rule.when)),
    ...sources.disagreements.map((disagreement) => disagreement.when),
    ...questionnaire.dispositions.flatMap((disposition) => disposition.when ?? []),
    ...questionnaire.questions.map((question) => question.askIf),
  ];
  const read = new Set<string>();
  const visit = (condition: Condition): void => {
    for (const id of readIds(condition)) {
      if (read.has(id)) continue;
      read.add(id);
      for (const branch of facts.get(id)?.branches ?? []) visit(branch.when);
    }
  };
  for (const condition of outermost) visit(condition);
  return read;
}

/** The documents in which questions are read. */
export interface ReadingDocuments {
  readonly questionnaire: Document<QuestionnaireSource>;
  readonly policies: readonly Document<PolicySource>[];
  readonly sources: Document<SourcesSource>;
}

/** Whether every place where a condition stands fits its schema: else a question may be read there. */
export function areConditionsSound({ questionnaire, policies, sources }: ReadingDocuments): boolean {
  return (
    areSound(questionnaire, questionnaireConditions(questionnaire.value)) &&
    policies.every((policy) => areSound(policy, placesOf('rules', policy.value.rules, ['when']))) &&
    areSound(sources, placesOf('disagreements', sources.value.disagreements, ['when']))
  );
}

function areSound(document: Document<unknown>, paths: readonly Path[]): boolean {
  return paths.every((path) => isSound(document, path));
}

/** The list itself, and the keys of each entry that hold conditions. */
function placesOf(list: string, entries: readonly unknown[] = [], keys: readonly string[]): readonly Path[] {
  return [[list], ...entries.flatMap((_, index) => keys.map((key) => [list, index, key]))];
}

function questionnaireConditions({ questions, facts = [], dispositions }: QuestionnaireSource): readonly Path[] {
  return [
    ...placesOf('questions', questions, ['ask_if']),
    ...placesOf('dispositions', dispositions, ['when']),
    ...placesOf('facts', facts, ['first_of', 'count', 'points']),
    ...facts.flatMap(({ first_of: branches = [], count = [] }, index) => [
      ...branches.map((_, place) => ['facts', index, 'first_of', place, 'when']),
      ...count.map((_, place) => ['facts', index, 'count', place]),
    ]),
  ];
}
