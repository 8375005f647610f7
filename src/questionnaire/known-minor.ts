/** Who is known to be no adult. The policies, their fallback and the adult programs of a directory are for nobody younger. */

import type { FactValue } from '../conditions/model.ts';
import type { Answers, Question, Questionnaire } from './model.ts';
import { usedAnswers } from './used-answers.ts';

export const ADULT_AGE = 18;

/** Whether an answer says that the caller is no adult. */
export function saysMinor({ uses }: Question, value: FactValue): boolean {
  return uses.includes('age') && typeof value === 'number' && value < ADULT_AGE;
}

/** Whether some answer says so. */
export function isKnownMinor(questionnaire: Questionnaire, answers: Answers): boolean {
  return usedAnswers(questionnaire, answers, 'age').some(({ question, value }) => saysMinor(question, value));
}
