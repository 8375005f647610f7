/** What a call asks of whoever performs it. */

import { mayConfirm } from './asked-afresh.ts';
import type { Ask, Call, CallState } from './model.ts';

/** What the call asks for where it stands; nothing is worked out for it, so that a stop is on screen at once. */
export function askOf(call: Call, state: CallState): Ask {
  const { place } = state;
  if (state.isPanelOpen) return { kind: 'panel' };
  if (place.kind !== 'question') return place;
  const { id } = place;
  const earlier = state.given.get(id)?.reply;
  const mayKeep = earlier !== undefined && (!state.again.has(id) || mayConfirm(call, id));
  return { kind: 'question', id, earlier, mayKeep };
}
