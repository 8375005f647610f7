/** Calls played event by event, and the events in a word each. */

import type { FactValue } from '../../src/conditions/model.ts';
import { createCall, startCall } from '../../src/interview/call.ts';
import type { Call, CallEvent, CallState, Override } from '../../src/interview/model.ts';
import { transition } from '../../src/interview/transition.ts';
import type { Rule } from '../../src/policy/model.ts';
import type { Question, Questionnaire } from '../../src/questionnaire/model.ts';
import { compiled, policy, questionnaire } from '../decision/given.ts';

type Parts = Partial<Pick<Questionnaire, 'facts' | 'dispositions'>> & { readonly brief?: boolean };

/** A call of these questions, in script order, by these rules. */
export function callOf(questions: readonly Question[], rules: readonly Rule[], { brief, ...parts }: Parts = {}): Call {
  return createCall(compiled(questionnaire(questions, parts), policy(rules)), brief === undefined ? {} : { brief });
}

/** The state after the events, which happen a second apart from the start at 0. */
export function played(call: Call, ...events: readonly CallEvent[]): CallState {
  return on(call, startCall(call, 0), ...events);
}

/** The state after more events, each a second after the one before. */
export function on(call: Call, state: CallState, ...events: readonly CallEvent[]): CallState {
  return events.reduce((before, event) => transition(call, before, event, before.lastAt + 1000)[0], state);
}

/** Whether an event does not fit and so leaves the very same state. */
export function isRefused(call: Call, state: CallState, event: CallEvent): boolean {
  return transition(call, state, event, state.lastAt + 1000)[0] === state;
}

/** The id of the question on screen, or the kind of place and what it is about. */
export function where({ place }: CallState): string {
  switch (place.kind) {
    case 'question':
      return place.id;
    case 'safety-unknown':
      return `unknown ${place.id}`;
    case 'stopped':
      return place.by.kind === 'rules' ? 'stopped by rules' : `stopped by ${place.by.question}`;
    case 'disposition':
      return `ends ${place.id}`;
    case 'review':
      return 'review';
    case 'over':
      return place.how.kind === 'disposition' ? `over ${place.how.id}` : `over ${place.how.kind}`;
    default:
      return place satisfies never;
  }
}

export const said = (question: string, value: FactValue, ...unsure: readonly string[]): CallEvent => ({
  kind: 'answered',
  question,
  reply: unsure.length === 0 ? { said: value } : { said: value, unsure },
});
export const unsure = (question: string): CallEvent => ({ kind: 'answered', question, reply: { unknown: 'unsure' } });
export const declined = (question: string): CallEvent => ({
  kind: 'answered',
  question,
  reply: { unknown: 'declined' },
});
export const kept = (question: string): CallEvent => ({ kind: 'kept', question });
export const jumped = (to: string): CallEvent => ({ kind: 'jumped', to });
export const noted = (text: string, question?: string): CallEvent =>
  question === undefined ? { kind: 'noted', text } : { kind: 'noted', question, text };
export const logged = (done: string): CallEvent => ({ kind: 'panel-logged', done });
export const ended = (disposition?: string): CallEvent =>
  disposition === undefined ? { kind: 'ended' } : { kind: 'ended', disposition };
export const overrode = (override: Override | null): CallEvent => ({ kind: 'overrode', override });
export const BACK: CallEvent = { kind: 'went-back' };
export const WENT_ON: CallEvent = { kind: 'went-on' };
export const REVIEWED: CallEvent = { kind: 'reviewed' };
export const RESUMED: CallEvent = { kind: 'resumed' };
export const PAUSED: CallEvent = { kind: 'paused' };
export const PANEL: CallEvent = { kind: 'panel-opened' };
export const CLOSED: CallEvent = { kind: 'panel-closed' };
