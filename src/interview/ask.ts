/** What a call asks of whoever performs it. */

import type { Ask, Call, CallState } from './model.ts';
import { scoredReply } from './replies.ts';

/** What the call asks for where it stands; nothing is worked out for it, so that a stop is on screen at once. */
export function askOf(_call: Call, state: CallState): Ask {
  const { place } = state;
  if (state.isPanelOpen) return { kind: 'panel' };
  if (place.kind !== 'question') return place;
  return {
    kind: 'question',
    id: place.id,
    earlier: state.given.get(place.id)?.reply,
    mayKeep: scoredReply(state, place.id) !== undefined,
  };
}
