/** Which questions a caller hears, one after the other, until the call ends. */

import type { CompiledPolicy } from '../decision/compile.ts';
import { decide } from '../decision/decide.ts';
import { knownCaller } from '../decision/known-caller.ts';
import type { Answers, Question } from '../questionnaire/model.ts';

/**
 * The questions that a full call comes to with these answers, in script order: each whose gate holds in some completion of
 * what was said before it. The call ends after an answer that stops it, with a disposition that the answers show, or where
 * an ended call has nothing more to say.
 */
export function questionsHeard(compiled: CompiledPolicy, answers: Answers): readonly Question[] {
  const { questions } = compiled.callers.questionnaire;
  const heard: Question[] = [];
  for (const question of questions) {
    const before = saidTo(heard, answers);
    if (isOver(compiled, before, question)) break;
    if (answers.ended !== undefined && !hasReply(answers, question.id)) break;
    const applies = knownCaller(compiled, before).certainty(compiled.callers.applies(question.id));
    if (applies !== 'no') heard.push(question);
  }
  return heard;
}

/** Whether the answers contain a reply to a question: a value, or that it is unsure or declined. */
export function hasReply({ values, unknown, unknownOptions }: Answers, question: string): boolean {
  return values.has(question) || unknown.has(question) || unknownOptions.has(question);
}

function saidTo(heard: readonly Question[], answers: Answers): Answers {
  const ids = new Set(heard.map(({ id }) => id));
  const among = <T>(map: ReadonlyMap<string, T>): ReadonlyMap<string, T> =>
    new Map([...map].filter(([id]) => ids.has(id)));
  return {
    ...answers,
    values: among(answers.values),
    unknown: among(answers.unknown),
    unknownOptions: among(answers.unknownOptions),
  };
}

/** Whether the call ends before a question: stopped, or with a disposition whose time has come. */
function isOver(compiled: CompiledPolicy, before: Answers, next: Question): boolean {
  const { questionnaire } = compiled.callers;
  const { stops, dispositions } = decide(compiled, before);
  if (stops.length > 0) return true;
  const isSafetyLeft = questionnaire.questions.some(({ safety, index }) => safety && index >= next.index);
  return dispositions.some(
    ({ id, certainty }) =>
      certainty === 'certain' &&
      (!isSafetyLeft || questionnaire.dispositions.some((one) => one.id === id && one.ends === 'at-once')),
  );
}
