/** What was said to the safety questions and must not be lost where the call has no level, or asks them afresh. */

import type { Told } from '../interview/record.ts';
import { askedOf } from '../questionnaire/asked-sentence.ts';
import { answerInWords } from '../questionnaire/in-words.ts';
import { isRemarkable, isThirdParty, type UsedAnswer } from '../questionnaire/used-answers.ts';
import { lineCards } from './line-cards.ts';
import type { Outcome } from './outcome.ts';
import type { SaidBlock, ToldBlock } from './summary.ts';
import type { SummaryInput } from './summary-input.ts';
import { type Words, wordsIn } from './words/words.ts';

const DAY = 24 * 60 * 60 * 1000;

/** What an unremarkable caller would not have said to the safety questions, in script order. */
export function saidBlocks(input: SummaryInput): readonly SaidBlock[] {
  const { questionnaire, answers, language } = input;
  const words = wordsIn(language).call;
  const says = isThirdParty(questionnaire, answers) ? words.saidOfOther : words.said;
  return questionnaire.questions.flatMap((question) => {
    const value = answers.values.get(question.id);
    if (!question.safety || value === undefined || !isRemarkable({ question, value })) return [];
    return [{ question: question.id, says: says(inWords({ question, value }, input)) }];
  });
}

/** What was told and nobody has asked again since; null where there is nothing of the kind. */
export function toldBlock(input: SummaryInput, outcome: Outcome): ToldBlock | null {
  const { call, directory, emergency, today, language } = input;
  const { toldAndNotAsked } = wordsIn(language).call;
  const open = (call?.record.told ?? []).filter(({ isAskedAfresh }) => isAskedAfresh);
  if (open.length === 0) return null;
  return {
    says: open.map((one) => toldInWords(one, toldAndNotAsked, input)),
    isEmergency: outcome.emergency || outcome.isDangerUnasked,
    lines: lineCards(directory, emergency.lines, today, language),
  };
}

/** Answers that stopped the call and were given anew when they were asked again. */
export function toldBefore(input: SummaryInput): readonly string[] {
  const before = (input.call?.record.told ?? []).filter(({ isAskedAfresh }) => !isAskedAfresh);
  const { toldAndAskedAgain } = wordsIn(input.language).call;
  return before.map((one) => toldInWords(one, toldAndAskedAgain, input));
}

/** When it was told. Of whom is left open: it may be asked afresh because somebody else is called about. */
function toldInWords(
  { question: id, said, at }: Told,
  says: Words['call']['toldAndNotAsked'],
  input: SummaryInput,
): string {
  const { call, questionnaire } = input;
  if (call === undefined) return '';
  const days = Math.floor((call.record.lastAt - at) / DAY);
  const question = questionnaire.questions.find((one) => one.id === id);
  const words = question === undefined ? id : inWords({ question, value: said }, input);
  return says({ days: Math.max(0, days), clock: call.clock(at) }, words);
}

/** An answer in its own words; a yes means nothing without its question. */
function inWords({ question, value }: UsedAnswer, input: SummaryInput): string {
  const words = answerInWords(question, value, input.language);
  return question.type === 'yes-no' ? wordsIn(input.language).call.answeredTo(words, askedOf(question, input)) : words;
}
