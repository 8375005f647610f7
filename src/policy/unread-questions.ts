/** Nobody in distress is asked a question that serves nothing. */

import type { Condition } from '../conditions/model.ts';
import { readIds } from '../conditions/reads.ts';
import { collect } from '../documents/collect.ts';
import type { Document } from '../documents/document.ts';
import type { Problem } from '../problems/problem.ts';
import type { Questionnaire } from '../questionnaire/model.ts';
import type { QuestionnaireSource } from '../questionnaire/schema.ts';
import type { Policy } from './model.ts';
import type { Sources } from './texts.ts';

/** What reads the questions beside the questionnaire itself. */
export interface Readers {
  readonly policies: readonly Policy[];
  readonly sources: Sources;
}

/** Reports questions that no condition reads and that have no other use, and facts that nothing reads. */
export function unreadProblems(
  document: Document<QuestionnaireSource>,
  questionnaire: Questionnaire,
  readers: Readers,
): readonly Problem[] {
  const { report, problems } = collect(document);
  const read = idsRead(questionnaire, readers);
  for (const question of questionnaire.questions) {
    if (read.has(question.id) || question.uses.length > 0 || question.stop.length > 0) continue;
    report({
      code: 'unread-question',
      path: ['questions', question.index, 'id'],
      message: `nothing needs the answer to \`${question.id}\``,
      remedy: 'let a rule read it, say its `use`, or do not ask',
    });
  }
  for (const [index, { id }] of questionnaire.facts.entries()) {
    if (!read.has(id))
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
