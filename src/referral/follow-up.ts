/** How the caller is reached again, and with whom their answers may be shared. */

import { askedOf } from '../questionnaire/asked-sentence.ts';
import { answerInWords } from '../questionnaire/in-words.ts';
import type { Use } from '../questionnaire/schema.ts';
import { type UsedAnswer, usedAnswers } from '../questionnaire/used-answers.ts';
import type { FollowUpBlock } from './summary.ts';
import type { SummaryInput } from './summary-input.ts';
import { dayIn } from './words/locale.ts';
import { wordsIn } from './words/words.ts';

/** Date, number and whether a message may be left; null where nothing of it was said. */
export function followUpBlock(input: SummaryInput): FollowUpBlock | null {
  const used = (use: Use): readonly UsedAnswer[] => usedAnswers(input.questionnaire, input.answers, use);
  const ofType = (use: Use, type: 'date' | 'phone'): string | null =>
    used(use)
      .filter(({ question }) => question.type === type)
      .map(({ value }) => String(value))[0] ?? null;
  const date = ofType('follow_up', 'date');
  const callback = ofType('callback', 'phone');
  const others = [...used('callback'), ...used('follow_up')].filter(
    ({ question }) => question.type !== 'date' && question.type !== 'phone',
  );
  const notes = [...messageNotes(input, callback), ...others.map((answer) => note(answer, input))];
  return date === null && callback === null && notes.length === 0
    ? null
    : { date, day: date && dayIn(input.language, date), callback, notes };
}

/** Whether a message may be left. Silence about messages is no permission: one left for the wrong ears can do harm. */
export function messageNotes(input: SummaryInput, callback: string | null): readonly string[] {
  const said = usedAnswers(input.questionnaire, input.answers, 'callback_message');
  if (said.length > 0) return said.map((answer) => note(answer, input));
  return callback === null ? [] : [wordsIn(input.language).call.noMessage];
}

function note({ question, value }: UsedAnswer, input: SummaryInput): string {
  const words = answerInWords(question, value, input.language);
  // A chosen option speaks for itself; a yes or a word means nothing without its question.
  if (question.type === 'choice' || question.type === 'choices') return `${words}.`;
  return `“${askedOf(question, input)}” ${words}`;
}

/** With whom the answers may be shared; without a recorded consent the program is called without naming the caller. */
export function consentNote({ questionnaire, answers, language }: SummaryInput): string | null {
  if (!questionnaire.questions.some(({ uses }) => uses.includes('consent'))) return null;
  const words = wordsIn(language).call;
  const recipients = usedAnswers(questionnaire, answers, 'consent').filter(
    ({ question, value }) => question.type === 'choices' && Array.isArray(value) && value.length > 0,
  );
  if (recipients.length === 0) return words.noConsent;
  return words.consent(recipients.map(({ question, value }) => answerInWords(question, value, language)));
}
