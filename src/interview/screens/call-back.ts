/** How to reach a caller whose answers have ended the call at once: the number and the safe time are asked all the same. */

import type { Use } from '../../questionnaire/schema.ts';
import type { Call, CallEvent, CallState } from '../model.ts';
import { reachableQuestions } from '../reach.ts';
import { questionWith, scoredReply } from '../replies.ts';
import { transition } from '../transition.ts';

const USES: readonly Use[] = ['callback', 'callback_message'];

/** The first question about calling back without a reply, where a call has ended at once; undefined where there is none. */
export function openCallBack(call: Call, state: CallState): string | undefined {
  const { place } = state;
  const { dispositions } = call.compiled.callers.questionnaire;
  const ending = place.kind === 'disposition' ? dispositions.find(({ id }) => id === place.id) : undefined;
  if (ending?.ends !== 'at-once') return undefined;
  return reachableQuestions(call, state).find(
    (id) => isAboutCallingBack(call, id) && scoredReply(state, id) === undefined,
  );
}

/** A reply, and what it leads on to: from the number to the safe time, where the call ends as soon as both are known. */
export function withCallBack(call: Call, state: CallState, event: CallEvent): readonly CallEvent[] {
  if (event.kind !== 'answered' || !isAboutCallingBack(call, event.question)) return [event];
  const [next] = transition(call, state, event, state.lastAt);
  const to = openCallBack(call, next);
  return to === undefined ? [event] : [event, { kind: 'jumped', to }];
}

function isAboutCallingBack(call: Call, id: string): boolean {
  return questionWith(call, id)?.uses.some((use) => USES.includes(use)) ?? false;
}
