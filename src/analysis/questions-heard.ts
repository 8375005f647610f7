/** Which questions a caller hears, one after the other, until the call ends. */

import { askOf } from '../interview/ask.ts';
import { startCall } from '../interview/call.ts';
import type { Call, CallEvent, CallState } from '../interview/model.ts';
import { replyIn } from '../interview/replies.ts';
import { transition } from '../interview/transition.ts';
import type { Answers, Question } from '../questionnaire/model.ts';

/**
 * The questions that a call comes to with these answers, in the order in which they are asked. A question about which they
 * say nothing is declined, or is where the counselor ends the call, if it is one that was ended.
 */
export function questionsHeard(call: Call, answers: Answers): readonly Question[] {
  const { questions } = call.compiled.callers.questionnaire;
  const heard: string[] = [];
  let state = startCall(call, 0);
  for (let event = nextEvent(call, state, answers); event !== undefined; event = nextEvent(call, state, answers)) {
    if (event.kind === 'answered') heard.push(event.question);
    [state] = transition(call, state, event, 0);
  }
  return heard.flatMap((id) => questions.find((question) => question.id === id) ?? []);
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
