/** The first case whose tests all hold gives the answer. Means what combine-reading.ts means. */

import type { FactValue } from '../conditions/model.ts';
import type { Question } from '../questionnaire/model.ts';
import type { CasesReading } from './mapping.ts';
import type { AnswerBranch, BoundSqlReading } from './sql-bound-reading.ts';
import { partsOf } from './sql-questions.ts';
import { isOneOf, type SqlScope, textOf, textsSaying } from './sql-slots.ts';
import { allOf, plain, type Sql } from './sql-text.ts';

export function casesBranches(
  scope: SqlScope,
  { place, slots, question }: BoundSqlReading,
  { cases }: CasesReading,
): readonly AnswerBranch[] {
  const { bound, dialect } = scope;
  return cases.map(({ answer }, index) => {
    const tests = slots.flatMap((slot) => {
      const isTested = (bound.uses[slot] ?? []).some(
        (use) => use.kind === 'cases' && use.reading === place && use.tests[index] !== undefined,
      );
      if (!isTested) return [];
      const texts = textsSaying(
        scope,
        slot,
        (one) => one.kind === 'cases' && one.reading === place && ((one.allowed >> index) & 1) === 1,
      );
      return [isOneOf(textOf(slot), texts, dialect)];
    });
    return { when: allOf(tests), parts: answerParts(question, answer) };
  });
}

function answerParts(question: Question, answer: FactValue | undefined): readonly Sql[] | undefined {
  return answer === undefined ? undefined : partsOf(question, answer, []).map(plain);
}
