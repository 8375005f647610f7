/** Where a call stands, in a word, and whether there was an emergency in it. */

import { isStop } from './alarm.ts';
import type { Call, CallState } from './model.ts';
import { questionWith } from './replies.ts';

/** `open`: may go on; `stopped`: at or after the emergency steps; `ended`: with a disposition; `done`: the review was accepted. */
export type Status =
  | { readonly kind: 'open' | 'stopped' | 'done' }
  | { readonly kind: 'ended'; readonly disposition: string };

/** Reads the status off the place at which a call stands. */
export function statusOf({ place }: CallState): Status {
  if (place.kind === 'stopped') return { kind: 'stopped' };
  if (place.kind !== 'over') return { kind: 'open' };
  const { how } = place;
  if (how.kind === 'disposition') return { kind: 'ended', disposition: how.id };
  return { kind: how.kind === 'reviewed' ? 'done' : 'stopped' };
}

/** Whether something was logged since the panel on screen was opened: to leave it then counts as the danger being over. */
export function isPanelUsed({ isPanelOpen, panelFrom, panelLog }: CallState): boolean {
  return isPanelOpen && panelLog.length > panelFrom;
}

/** Whether the call was stopped or something was done in the emergency panel, and no correction has taken that back. */
export function hadEmergency(call: Call, state: CallState): boolean {
  const { given, panelLog } = state;
  const isTold = [...given].some(([id, { reply }]) => {
    const question = questionWith(call, id);
    return question !== undefined && isStop(question, reply);
  });
  return isTold || panelLog.length > 0 || statusOf(state).kind === 'stopped';
}
