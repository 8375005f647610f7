/** What stands above everything else: an emergency, and how a call ends that gets no level. */

import { actionText } from '../policy/action-text.ts';
import { ACTIONS } from '../policy/care-lists.ts';
import { answerInWords, inLanguage } from '../questionnaire/in-words.ts';
import type { Disposition } from '../questionnaire/model.ts';
import { isThirdParty, usedAnswers } from '../questionnaire/used-answers.ts';
import { lineCards } from './line-cards.ts';
import type { EmergencyBlock, EndingBlock } from './summary.ts';
import type { SummaryInput } from './summary-input.ts';

/** The steps of the rules that hold, the panel's steps, the numbers, and where to send help. */
export function emergencyBlock(input: SummaryInput): EmergencyBlock {
  const { emergency, directory, decision, today, language } = input;
  const actions = ACTIONS.filter((action) => decision.actions[action] === 'certain');
  const aboutOther = isThirdParty(input.questionnaire, input.answers);
  return {
    title: inLanguage(emergency.title, language),
    actions: actions.map((id) => ({ id, says: inLanguage(actionText(emergency, id, aboutOther), language) })),
    steps: emergency.steps.map((step) => inLanguage(step, language)),
    lines: lineCards(directory, emergency.lines, today),
    where: whereIs(input),
    notices: emergency.notices.map((notice) => inLanguage(notice, language)),
  };
}

/** Where help would have to go, as far as it was said. Where somebody lives is not where they are, and is named as that. */
export function whereIs({ questionnaire, answers, language }: SummaryInput): readonly string[] {
  const said = (use: 'location' | 'state' | 'postal_code', as: (words: string) => string): readonly string[] =>
    usedAnswers(questionnaire, answers, use).map(({ question, value }) => as(answerInWords(question, value, language)));
  return [
    ...said('location', (place) => place),
    ...said('state', (state) => `lives in ${state}`),
    ...said('postal_code', (code) => `ZIP code at home ${code}`),
  ];
}

/** What to say and do where the call ends without a level. */
export function endingBlock(disposition: Disposition, { directory, today, language }: SummaryInput): EndingBlock {
  return {
    id: disposition.id,
    title: inLanguage(disposition.title, language),
    says: inLanguage(disposition.say, language),
    steps: disposition.steps.map((step) => inLanguage(step, language)),
    lines: lineCards(directory, disposition.lines, today),
  };
}
