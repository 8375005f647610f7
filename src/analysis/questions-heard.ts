/** Which questions a caller hears, one after the other, until the call ends. */

import { askOf } from '../interview/ask.ts';
import { startCall } from '../interview/call.ts';
import type { Call, CallEvent, CallState } from '../interview/model.ts';
import { replyIn } from '../interview/replies.ts';
import { transition } from '../interview/transition.ts';
import type { Answers, Question } from '../questionnaire/model.ts';

export interface TakenCall {
  /** Ids of the questions in the order in which they were asked; one that is asked afresh stands there again. */
  readonly heard: readonly string[];
  /** Where the call stood after each of them, the start before the first. */
  readonly states: readonly CallState[];
  readonly end: CallState;
}

/**
 * Takes a call with these answers. A question about which they say nothing is declined, or is where the counselor ends the call,
 * if it is one that was ended.
 */
export function takeCall(call: Call, answers: Answers): TakenCall {
  const heard: string[] = [];
  let state = startCall(call, 0);
  const states = [state];
  for (let event = nextEvent(call, state, answers); event !== undefined; event = nextEvent(call, state, answers)) {
    [state] = transition(call, state, event, 0);
    if (event.kind !== 'answered') continue;
    heard.push(event.question);
    states.push(state);
  }
  return { heard, states, end: state };
}

/** The questions that a call comes to with these answers, in the order in which they are asked. */
export function questionsHeard(call: Call, answers: Answers): readonly Question[] {
  return questionsNamed(call, takeCall(call, answers).heard);
}

/** The questions with some ids, in the order of the ids. */
export function questionsNamed(call: Call, ids: readonly string[]): readonly Question[] {
  const { questions } = call.compiled.callers.questionnaire;
  return ids.flatMap((id) => questions.find((question) => question.id === id) ?? []);
}

/** What happens next; undefined at the end of the questions. Invariant: the call goes on with each of these events. */
function nextEvent(call: Call, state: CallState, answers: Answers): CallEvent | undefined {
  const ask = askOf(call, state);
  if (ask.kind === 'safety-unknown') return { kind: 'went-on' };
  if (ask.kind !== 'question') return undefined;
  if (answers.ended !== undefined && !hasReply(answers, ask.id)) return undefined;
  return { kind: 'answered', question: ask.id, reply: replyIn(answers, ask.id) ?? { unknown: 'declined' } };
}

/** Whether the answers contain a reply to a question: a value, or that it is unsure or declined. */
export function hasReply({ values, unknown, unknownOptions }: Answers, question: string): boolean {
  return values.has(question) || unknown.has(question) || unknownOptions.has(question);
}
