/** Whole calls of worked callers as events, without a screen. */

import { createCall, startCall } from '../../src/interview/call.ts';
import type { CallEvent, CallState } from '../../src/interview/model.ts';
import { transition } from '../../src/interview/transition.ts';
import { compiledPolicy } from '../questionnaires/shipped-policies.ts';
import type { Caller } from './callers.ts';

/** A call under the default policy. */
export const CALL = createCall(compiledPolicy('intake-line'));

/** The events of a caller's whole call up to the review or another end, and the state after each; a millisecond lies between them. */
export function eventsOf(caller: Caller): readonly { readonly event: CallEvent; readonly after: CallState }[] {
  const events: { readonly event: CallEvent; readonly after: CallState }[] = [];
  let state = startCall(CALL, 0);
  while (state.place.kind === 'question' || state.place.kind === 'safety-unknown') {
    const { kind, id } = state.place;
    const event: CallEvent =
      kind === 'question' ? { kind: 'answered', question: id, reply: caller(id) } : { kind: 'went-on' };
    [state] = transition(CALL, state, event, events.length + 1);
    events.push({ event, after: state });
  }
  return events;
}
