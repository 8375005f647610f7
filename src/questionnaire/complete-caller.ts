/** One complete caller: a value for every question, and what every fact is for them. */

import { holds, type ReadFact } from '../conditions/evaluate.ts';
import type { FactValue } from '../conditions/model.ts';
import type { DerivedFact, Question, Questionnaire } from './model.ts';

/**
 * Reads the facts of a complete caller from the values of all questions.
 * The value of a question that does not apply is never read, whatever it is; a missing value reads as not applying.
 */
export function readCaller(questionnaire: Questionnaire, values: ReadonlyMap<string, FactValue>): ReadFact {
  const questions = new Map(questionnaire.questions.map((question) => [question.id, question]));
  const facts = new Map(questionnaire.facts.map((fact) => [fact.id, fact]));
  const known = new Map<string, FactValue | undefined>();
  const read: ReadFact = (id) => {
    if (!known.has(id)) known.set(id, compute(id));
    return known.get(id);
  };
  const compute = (id: string): FactValue | undefined => {
    const question = questions.get(id);
    if (question !== undefined) return questionValue(question, values, read);
    const fact = facts.get(id);
    return fact === undefined ? undefined : derivedValue(fact, read);
  };
  return read;
}

function questionValue(
  question: Question,
  values: ReadonlyMap<string, FactValue>,
  read: ReadFact,
): FactValue | undefined {
  return holds(question.askIf, read) ? values.get(question.id) : undefined;
}

/** The value of a derived fact: that of the first branch whose condition holds. */
export function derivedValue(fact: DerivedFact, read: ReadFact): string {
  return fact.branches.find((branch) => holds(branch.when, read))?.value ?? fact.otherwise;
}
