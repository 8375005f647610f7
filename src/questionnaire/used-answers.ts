/** Answers that the referral needs, found by what the questionnaire says they are for: no question id is known here. */

import type { FactValue } from '../conditions/model.ts';
import { isMeaning, type Meaning, type UseWithMeanings } from './meanings.ts';
import type { Answers, Question, Questionnaire } from './model.ts';
import type { Use } from './schema.ts';

export interface UsedAnswer {
  readonly question: Question;
  readonly value: FactValue;
}

/** The answers given to questions that serve a use, in script order. */
export function usedAnswers(questionnaire: Questionnaire, answers: Answers, use: Use): readonly UsedAnswer[] {
  return questionnaire.questions.flatMap((question) => {
    const value = question.uses.includes(use) ? answers.values.get(question.id) : undefined;
    return value === undefined ? [] : [{ question, value }];
  });
}

/** What the answers given to a use mean to it, as their options say; options without a meaning are left out. */
export function usedMeanings<U extends UseWithMeanings>(
  questionnaire: Questionnaire,
  answers: Answers,
  use: U,
): readonly Meaning<U>[] {
  return usedAnswers(questionnaire, answers, use).flatMap(({ question, value }) => {
    const said = typeof value === 'object' ? value : [String(value)];
    return question.options.flatMap(({ id, means }) => (said.includes(id) && isMeaning(means, use) ? [means] : []));
  });
}

/** Whether an answer differs from an unremarkable caller's; one without a baseline always does. */
export function isRemarkable({ question, value }: UsedAnswer): boolean {
  if (question.baseline === undefined) return true;
  if (Array.isArray(value)) return asKey(value) !== asKey(question.baseline);
  return value !== question.baseline;
}

function asKey(value: FactValue): string {
  return Array.isArray(value) ? [...value].sort().join(' ') : String(value);
}

/** Whether somebody calls about another person, which changes the wording of a question. */
export function isThirdParty(questionnaire: Questionnaire, answers: Answers): boolean {
  const role = usedAnswers(questionnaire, answers, 'third_party')[0];
  return role !== undefined && isRemarkable(role);
}

/** The script of a question as it is read to whoever is on the line. */
export function scriptFor(question: Question, thirdParty: boolean): Question['say'] {
  return thirdParty ? (question.sayForOther ?? question.say) : question.say;
}
