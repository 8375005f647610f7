/** A worked caller as a finding carries it. */

import type { WitnessCaller } from '../problems/problem.ts';
import type { Answers, Questionnaire } from '../questionnaire/model.ts';
import { isRemarkable } from '../questionnaire/used-answers.ts';
import { answersSource } from '../questionnaire/write-answers.ts';

/** The answers of a case; what has no baseline to differ from, such as a name, is not among the differing ones. */
export function caseWitness(answers: Answers, questionnaire: Questionnaire, policy: string): WitnessCaller {
  const { answers: said, unsure, declined, not_asked: notAsked, ended } = answersSource(answers, questionnaire);
  const differing = questionnaire.questions.filter((question) => {
    const value = answers.values.get(question.id);
    return value !== undefined && question.baseline !== undefined && isRemarkable({ question, value });
  });
  return {
    questionnaire: questionnaire.id,
    answers: said,
    differing: differing.map(({ id }) => id),
    ...(unsure && { unsure }),
    ...(declined && { declined }),
    ...(notAsked && { not_asked: notAsked }),
    ...(ended === undefined ? {} : { ended }),
    policy,
  };
}
