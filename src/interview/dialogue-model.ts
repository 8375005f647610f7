/** A call with everything on screen: where the machine stands, and what lies over it. */

import type { Level } from '../policy/care-lists.ts';
import type { CallTexts } from './call-texts.ts';
import type { Call, CallEvent, CallState, OverrideCode, Reply } from './model.ts';

/** A list, a form or a line that lies over the question on screen, or over the emergency panel. */
export type Overlay =
  | { readonly kind: 'menu' }
  | { readonly kind: 'jump-list' }
  | { readonly kind: 'answers' }
  | { readonly kind: 'note' }
  | { readonly kind: 'danger-over' }
  | { readonly kind: 'switch-caller' }
  /** The ways in which a call may end, and one of them with what to say. */
  | { readonly kind: 'endings' }
  | { readonly kind: 'ending'; readonly id: string }
  | { readonly kind: 'override-level' }
  | { readonly kind: 'override-code'; readonly level: Level }
  | { readonly kind: 'override-note'; readonly level: Level; readonly code: OverrideCode };

/** What an example caller says to a question; or the disposition with which the call ends there. */
export type Coach = (question: string) => Reply | { readonly ended: string } | undefined;

export interface DialogueSetting {
  readonly call: Call;
  readonly texts: CallTexts;
  readonly language: string;
  /** The day on which the call is taken, YYYY-MM-DD. */
  readonly today: string;
  /** A moment in milliseconds since 1970 as a counselor reads it: `14:05`. */
  readonly clock: (at: number) => string;
  readonly coach: Coach | undefined;
  /** Stands in every header: an example call, a resumed call. */
  readonly mark: string | undefined;
  /** The levels that are possible before anything is known. */
  readonly anyLevel: readonly Level[];
}

export interface Dialogue {
  readonly setting: DialogueSetting;
  readonly state: CallState;
  /** Over the call, the one on screen last. */
  readonly overlays: readonly Overlay[];
  /** Over the emergency panel while it is open, so that what lies below is found again as it was. */
  readonly panelOverlays: readonly Overlay[];
  /** Id of the question whose other wording is shown. */
  readonly reworded: string | undefined;
  /** What was typed and not entered or not accepted, by the line where that was; it is there again with its screen. */
  readonly typed: ReadonlyMap<string, string>;
  /** What the last input left to say. */
  readonly notices: readonly string[];
}

/** The call is left for good, laid aside, cut off, or broken off at the keyboard. */
export type Leave = 'over' | 'paused' | 'hung-up' | 'interrupted';

export interface Turn {
  readonly dialogue: Dialogue;
  /** What happened, for the journal; each one changed the state. */
  readonly events: readonly CallEvent[];
  readonly leave: Leave | undefined;
}
