/** Where a call stands once its replies have changed: which of them are asked afresh, and what comes next. */

import { callsForPanel, stopsNamed } from './alarm.ts';
import { askedAfresh } from './asked-afresh.ts';
import type { Call, CallState, Place, StopCause } from './model.ts';
import { withinBarrier } from './reach.ts';
import { questionWith, type Replies, scoredReply } from './replies.ts';
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
  const unknown = [hint.replied, offered].find((id) => id !== undefined && isPanelOffered(call, state, id));
  if (unknown !== undefined) return { kind: 'safety-unknown', id: unknown };
  if (hint.stay?.kind === 'question' && hint.stay.id !== hint.replied && mayStay(call, state, hint.stay.id))
    return hint.stay;
  const [next] = standing.open;
  if (next !== undefined) return { kind: 'question', id: next };
  const ending = endingOf(call, standing);
  return ending === undefined ? { kind: 'review' } : { kind: 'disposition', id: ending.id };
}

function isPanelOffered(call: Call, state: CallState, id: string): boolean {
  const question = questionWith(call, id);
  const reply = scoredReply(state, id);
  const applies = standingOf(call, state).applies.get(id) !== 'no';
  return question !== undefined && reply !== undefined && applies && callsForPanel(question, reply);
}

/**
 * A question on screen stays there while it applies and neither a red flag nor anything to be asked afresh comes before
 * it; a call that ends asks no more than that.
 */
function mayStay(call: Call, state: CallState, id: string): boolean {
  const standing = standingOf(call, state);
  if (endingOf(call, standing) !== undefined) return standing.open.includes(id);
  const near = withinBarrier(call, state).map((question) => question.id);
  return near.includes(id) && !near.slice(0, near.indexOf(id)).some((before) => state.again.has(before));
}
