/** Where a call stands, in a word. */

import type { CallState } from './model.ts';

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
