/** Where a call stands once its replies have changed: which of them are asked afresh, and what comes next. */

import { isThirdParty } from '../questionnaire/used-answers.ts';
import { isSafetyUnknown, stopsNamed } from './alarm.ts';
import type { Call, CallState, Given, Place, StopCause } from './model.ts';
import { withinBarrier } from './reach.ts';
import { asAnswers, questionWith, type Replies, scoredReply } from './replies.ts';
import { endingOf, standingOf } from './standing.ts';

interface Hint {
  /** The question that has just been replied to. */
  readonly replied?: string;
  /** Where the call stood, if it may go on standing there. */
  readonly stay?: Place;
}

/** Puts a call where the rules have it after a change of replies; `before` is the state before that change. */
export function settled(call: Call, before: CallState, changed: CallState, hint: Hint = {}): CallState {
  const again = askedAfresh(call, before, changed, hint.replied);
  const replies = again === changed.again ? changed : { ...changed, again };
  const standing = standingOf(call, replies);
  const wentOn = changed.wentOn && standing.isEmergency;
  const next = { ...replies, wentOn, override: overrideAfter(call, before, replies) };
  return { ...next, place: placeOf(call, next, hint) };
}

/** A reply that names a stop and counts, of the first such question in the script. */
export function stopInForce(call: Call, state: Replies): StopCause | undefined {
  const { applies } = standingOf(call, state);
  for (const question of call.compiled.callers.questionnaire.questions) {
    const reply = scoredReply(state, question.id);
    const options = reply === undefined ? [] : stopsNamed(question, reply);
    if (options.length > 0 && applies.get(question.id) !== 'no')
      return { kind: 'answer', question: question.id, options };
  }
  return undefined;
}

/** What is asked afresh where danger may be other than it was: of the replies that pass, those about safety and those that stop. */
export function dangerAfresh(
  call: Call,
  { given, again }: Replies,
  passes: (given: Given) => boolean,
): ReadonlySet<string> {
  const asked = [...given].filter(([id, one]) => {
    const question = questionWith(call, id);
    return question !== undefined && passes(one) && (question.safety || stopsNamed(question, one.reply).length > 0);
  });
  return asked.length === 0 ? again : new Set([...again, ...asked.map(([id]) => id)]);
}

/**
 * Safety questions to be asked afresh. One that no longer applies was asked about other circumstances; and when it turns
 * out that somebody calls about another person, or does not, those worded for each were asked about the wrong one.
 */
function askedAfresh(call: Call, before: Replies, changed: Replies, replied: string | undefined): Replies['again'] {
  const { applies } = standingOf(call, changed);
  const isOther = concernsOther(call, before) !== concernsOther(call, changed);
  const lapsed = call.compiled.callers.questionnaire.questions.filter(
    ({ id, safety, sayForOther }) =>
      safety &&
      id !== replied &&
      scoredReply(changed, id) !== undefined &&
      (applies.get(id) === 'no' || (isOther && sayForOther !== undefined)),
  );
  return lapsed.length === 0 ? changed.again : new Set([...changed.again, ...lapsed.map((question) => question.id)]);
}

function concernsOther(call: Call, replies: Replies): boolean {
  const { applies } = standingOf(call, replies);
  const counted = asAnswers(call, replies, (id) => applies.get(id) !== 'no');
  return isThirdParty(call.compiled.callers.questionnaire, counted);
}

/** A level was chosen in place of those that the rules left; where they leave others, the reason given no longer fits. */
function overrideAfter(call: Call, before: Replies, after: CallState): CallState['override'] {
  if (after.override === undefined) return undefined;
  const [was, is] = [standingOf(call, before).levels, standingOf(call, after).levels];
  return was.join(' ') === is.join(' ') ? after.override : undefined;
}

function placeOf(call: Call, state: CallState, hint: Hint): Place {
  const by = stopInForce(call, state);
  if (by !== undefined) return { kind: 'stopped', by };
  const standing = standingOf(call, state);
  if (standing.isEmergency && !state.wentOn) return { kind: 'stopped', by: { kind: 'rules' } };
  const offered = hint.stay?.kind === 'safety-unknown' ? hint.stay.id : undefined;
  const unknown = [hint.replied, offered].find((id) => id !== undefined && isLeftUnknown(call, state, id));
  if (unknown !== undefined) return { kind: 'safety-unknown', id: unknown };
  if (hint.stay?.kind === 'question' && hint.stay.id !== hint.replied && mayStay(call, state, hint.stay.id))
    return hint.stay;
  const [next] = standing.open;
  if (next !== undefined) return { kind: 'question', id: next };
  const ending = endingOf(call, standing);
  return ending === undefined ? { kind: 'review' } : { kind: 'disposition', id: ending.id };
}

function isLeftUnknown(call: Call, state: CallState, id: string): boolean {
  const question = questionWith(call, id);
  const reply = scoredReply(state, id);
  const applies = standingOf(call, state).applies.get(id) !== 'no';
  return question !== undefined && reply !== undefined && applies && isSafetyUnknown(question, reply);
}

/** A question on screen stays there while it applies and no red flag comes before it; a call that ends asks no more than that. */
function mayStay(call: Call, state: CallState, id: string): boolean {
  const standing = standingOf(call, state);
  if (endingOf(call, standing) !== undefined) return standing.open.includes(id);
  return withinBarrier(call, state).some((question) => question.id === id);
}
