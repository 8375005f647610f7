/** Questions and answers as an explanation names them. */

import type { FactValue } from '../conditions/model.ts';
import type { KnownCaller } from '../decision/known-caller.ts';
import type { SufficientAnswers } from '../decision/sufficient-answers.ts';
import type { Level } from '../policy/care-lists.ts';
import { askedOf } from '../questionnaire/asked-sentence.ts';
import { answerInWords, answerSoFarInWords } from '../questionnaire/in-words.ts';
import type { Question } from '../questionnaire/model.ts';
import { isRemarkable, type UsedAnswer } from '../questionnaire/used-answers.ts';
import { silence } from '../referral/silence.ts';
import type { AskedQuestion, Named } from '../referral/summary.ts';
import type { SummaryInput } from '../referral/summary-input.ts';
import { capitalized } from '../referral/wording.ts';
import { listedIn } from '../referral/words/locale.ts';
import type { AnswerBlock } from './explanation.ts';

/** A caller to explain: with what a summary says of the caller, and with the compiled policy that the answers were put into. */
export interface Explained {
  readonly input: SummaryInput;
  readonly caller: KnownCaller;
}

/** A question by the sentence that asks it. */
export function asked(input: SummaryInput, id: string): AskedQuestion {
  const question = questionOf(input, id);
  return { question: id, says: question === undefined ? id : askedOf(question, input) };
}

/** A level by its name; where it only stands for what the policy does not say, by that. */
export function namedLevel(input: SummaryInput, id: Level): Named<Level> {
  const { care, policy } = input;
  return { id, name: isSilence(input, id) ? capitalized(silence(policy.otherwise)) : care.levels[id].name };
}

/** Whether a level is never given by a rule, and only stands for what the policy does not say. */
export function isSilence({ policy: { otherwise, rules } }: SummaryInput, id: Level): boolean {
  return otherwise.silent && otherwise.level === id && !rules.some(({ atLeast }) => atLeast === id);
}

/** The question with an id. */
export function questionOf({ questionnaire }: SummaryInput, id: string): Question | undefined {
  return questionnaire.questions.find((one) => one.id === id);
}

/** The answers that suffice for something, in script order. */
export function answerBlocks(explained: Explained, sufficient: SufficientAnswers | undefined): readonly AnswerBlock[] {
  return (sufficient?.questions ?? []).flatMap((id) => answerBlock(explained, id, sufficient?.variables ?? []));
}

/** An answer as it was given, with the options that count; nothing where there is none. */
export function answerBlock(
  { input, caller }: Explained,
  id: string,
  variables: readonly number[],
): readonly AnswerBlock[] {
  const question = questionOf(input, id);
  const value = input.answers.values.get(id);
  if (question === undefined || value === undefined) return [];
  const { encoding } = caller.compiled.callers;
  const counting = (named: number): readonly string[] =>
    variables.flatMap((number) => {
      const variable = encoding.variables[number];
      const isIt = variable?.kind === 'option' && variable.question.id === id && caller.known[number] === named;
      return isIt ? [variable.option] : [];
    });
  const inOrder = (options: readonly string[]) =>
    question.options.map((one) => one.id).filter((one) => options.includes(one));
  const [named, notNamed] = [inOrder(counting(1)), inOrder(counting(0))];
  const counts = { named, notNamed };
  return [
    {
      ...asked(input, id),
      answer: answerThatCounts(input, question, counts),
      remarkable: isOutOfTheOrdinary({ question, value }, counts) || input.answers.unknownOptions.has(id),
      ...counts,
    },
  ];
}

/** Of a list the options that count because they were named, and because they were not; both empty where the whole answer counts. */
interface Counting {
  readonly named: readonly string[];
  readonly notNamed: readonly string[];
}

/** An answer as far as it counts: what was named; where only silence counts, what was not. */
function answerThatCounts({ answers, language }: SummaryInput, question: Question, counts: Counting): string {
  const { named, notNamed } = counts;
  if (named.length > 0) return answerInWords(question, named, language);
  if (notNamed.length === 0) return answerSoFarInWords(question, answers, language);
  const isAll = notNamed.length === question.options.length;
  return isAll ? answerInWords(question, [], language) : `none of: ${answerInWords(question, notNamed, language)}`;
}

/** Whether what counts differs from what an unremarkable caller says. */
function isOutOfTheOrdinary(used: UsedAnswer, { named, notNamed }: Counting): boolean {
  const { baseline } = used.question;
  if (typeof baseline !== 'object' || named.length + notNamed.length === 0) return isRemarkable(used);
  return named.some((option) => !baseline.includes(option)) || notNamed.some((option) => baseline.includes(option));
}

/** Answers that might be given instead of one, as `“no”`, or as `also “this”` and `not “that”` of a list. */
export function insteadOf(
  { answers, language }: SummaryInput,
  question: Question,
  others: readonly FactValue[],
): readonly string[] {
  const before = answers.values.get(question.id);
  const isPartOpen = answers.unknownOptions.has(question.id); // then no other answer denies all
  const quoted = (value: FactValue): string => `“${answerInWords(question, value, language)}”`;
  return others.map((value) => {
    if (typeof value !== 'object' || typeof before !== 'object') return quoted(value);
    if (value.length === 0 && !isPartOpen) return quoted(value);
    const added = value.filter((option) => !before.includes(option));
    const dropped = before.filter((option) => !value.includes(option));
    const words = [
      added.length === 0 ? '' : `${before.length === 0 ? '' : 'also '}${quoted(added)}`,
      dropped.length === 0 ? '' : `not ${quoted(dropped)}`,
    ];
    return listedIn(
      'en',
      words.filter((word) => word !== ''),
      'and',
    );
  });
}
