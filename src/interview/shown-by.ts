/** The questions whose answers show how a call ends. */

import type { Condition } from '../conditions/model.ts';
import { visitTests } from '../conditions/reads.ts';
import type { Disposition, Questionnaire } from '../questionnaire/model.ts';

/** Ids of the questions that a disposition's condition reads, derived facts looked through, in script order. */
export function shownBy({ facts, questions }: Questionnaire, { when }: Disposition): readonly string[] {
  const read = new Set<string>();
  const visit = (condition: Condition): void =>
    visitTests(condition, ({ id }) => {
      if (read.has(id)) return;
      read.add(id);
      for (const branch of facts.find((fact) => fact.id === id)?.branches ?? []) visit(branch.when);
    });
  if (when !== undefined) visit(when);
  return questions.filter(({ id }) => read.has(id)).map((question) => question.id);
}
