/** How lists and notes come to lie over a screen and leave it again, and the commands that work wherever they do. */

import { isPanelUsed } from '../call-status.ts';
import type { Dialogue, Overlay } from '../dialogue-model.ts';
import type { Commands, Move } from './view.ts';

/** What lies over the screen that is worked on now: over the open panel, or over the call. */
export function overlaysOn({ state, overlays, panelOverlays }: Dialogue): readonly Overlay[] {
  return state.isPanelOpen ? panelOverlays : overlays;
}

/** Lays something over the screen. */
export function laidOver(dialogue: Dialogue, overlay: Overlay): Move {
  return { overlays: [...overlaysOn(dialogue), overlay] };
}

/** Puts something in the place of what lies on top. */
export function inItsPlace(dialogue: Dialogue, overlay: Overlay): Move {
  return { overlays: [...overlaysOn(dialogue).slice(0, -1), overlay] };
}

/** Takes away what lies on top. */
export function takenAway(dialogue: Dialogue): Move {
  return { overlays: overlaysOn(dialogue).slice(0, -1) };
}

/** Goes to a question, from wherever that is asked for. */
export function goTo(id: string): Move {
  return { events: [{ kind: 'jumped', to: id }], overlays: [] };
}

/** Whether the emergency steps are on screen or lie right below. */
export function isInEmergency({ state }: Dialogue): boolean {
  return state.isPanelOpen || state.place.kind === 'stopped';
}

/** Whether the counselor has opened the panel, and done nothing yet that says that there is danger. */
export function isPanelUnused({ state }: Dialogue): boolean {
  return state.isPanelOpen && !isPanelUsed(state);
}

/** The emergency steps from wherever the counselor is: the panel, or the steps that are on screen below a list. */
export function emergencyMove(dialogue: Dialogue): Move {
  return isInEmergency(dialogue) ? { overlays: [] } : { events: [{ kind: 'panel-opened' }] };
}

export const PAUSE: Move = { isPause: true };

/** The commands of everything that lies over a screen. */
export function overlayCommands(dialogue: Dialogue): Commands {
  const leave = (): Move => takenAway(dialogue);
  return { emergency: () => emergencyMove(dialogue), back: leave, close: leave, pause: () => PAUSE };
}
