/** Replies to questions: which ones fit, which ones are scored, and how they read as answers. */

import type { FactValue } from '../conditions/model.ts';
import { rejections } from '../questionnaire/accept-answer.ts';
import type { Answers, Question, Unknown } from '../questionnaire/model.ts';
import type { Call, CallState, Given, Reply } from './model.ts';

/** The part of a call from which everything is worked out. */
export type Replies = Pick<CallState, 'given' | 'again'>;

/** The question with an id; undefined where the questionnaire has none. */
export function questionWith(call: Call, id: string): Question | undefined {
  return call.compiled.callers.questionnaire.questions.find((question) => question.id === id);
}

/** Whether a question takes a reply. Only options of a `choices` question that were not said can be unsure on their own. */
export function fits(question: Question, reply: Reply): boolean {
  if ('unknown' in reply) return reply.unknown === 'unsure' || reply.unknown === 'declined';
  return rejections(question, reply.said).length === 0 && fitsUnsure(question, reply.said, reply.unsure ?? []);
}

function fitsUnsure({ kind }: Question, said: unknown, unsure: readonly string[]): boolean {
  if (unsure.length === 0) return true;
  if (kind.kind !== 'options' || !Array.isArray(said)) return false;
  const isOption = (id: string) => kind.options.includes(id) && !said.includes(id);
  return unsure.every(isOption) && new Set(unsure).size === unsure.length;
}

/** The replies with one more: the latest stands last, and what is said afresh is scored again. */
export function withReply({ given, again }: Replies, id: string, latest: Given): Replies {
  const others = [...given].filter(([other]) => other !== id);
  return {
    given: new Map([...others, [id, latest]]),
    again: again.has(id) ? new Set([...again].filter((other) => other !== id)) : again,
  };
}

/** The reply to a question, unless it is to be asked afresh. A question that does not apply may still have one. */
export function scoredReply({ given, again }: Replies, id: string): Reply | undefined {
  return again.has(id) ? undefined : given.get(id)?.reply;
}

/** The replies to the questions that pass, as answers: those to be asked afresh count as not asked. */
export function asAnswers(call: Call, replies: Replies, passes: (id: string) => boolean): Answers {
  const { questionnaire } = call.compiled.callers;
  const values = new Map<string, FactValue>();
  const unknown = new Map<string, Unknown>();
  const unknownOptions = new Map<string, ReadonlyMap<string, Unknown>>();
  // A plain loop: every reply runs through all of them a few times, and lists in between took a quarter of a whole call.
  for (const { id } of questionnaire.questions) {
    const reply = scoredReply(replies, id);
    if (reply === undefined || !passes(id)) continue;
    if ('unknown' in reply) unknown.set(id, reply.unknown);
    else values.set(id, reply.said);
    const unsure = 'said' in reply ? (reply.unsure ?? []) : [];
    if (unsure.length > 0) unknownOptions.set(id, new Map(unsure.map((option) => [option, 'unsure'])));
  }
  return { questionnaire: questionnaire.id, values, unknown, unknownOptions };
}

/** The reply to a question among answers, the way back from `asAnswers`; undefined where they have none. */
export function replyIn({ values, unknown, unknownOptions }: Answers, id: string): Reply | undefined {
  const said = values.get(id);
  const unsure = [...(unknownOptions.get(id)?.keys() ?? [])];
  if (said !== undefined) return unsure.length === 0 ? { said } : { said, unsure };
  const why = unknown.get(id);
  return why === 'unsure' || why === 'declined' ? { unknown: why } : undefined;
}
