/** A call with everything on screen: where the machine stands, and what lies over it. */

import type { Level } from '../policy/care-lists.ts';
import type { HandOffOutcome, HandOffWay } from '../questionnaire/hand-off.ts';
import type { CallTexts } from './call-texts.ts';
import type { OfferedProgram } from './hand-off.ts';
import type { Call, CallEvent, CallState, OverrideCode, Reply } from './model.ts';
import type { Words } from './words/words.ts';

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
  | { readonly kind: 'override-note'; readonly level: Level; readonly code: OverrideCode }
  /** A hand-off to a program, a step each; what was chosen so far goes along. */
  | { readonly kind: 'hand-off-program' }
  | { readonly kind: 'hand-off-name' }
  | { readonly kind: 'hand-off-outcome'; readonly handOff: BegunHandOff }
  | { readonly kind: 'hand-off-way'; readonly handOff: BegunHandOff }
  | { readonly kind: 'hand-off-day'; readonly handOff: BegunHandOff }
  | { readonly kind: 'hand-off-by'; readonly handOff: BegunHandOff }
  | { readonly kind: 'hand-off-note'; readonly handOff: BegunHandOff };

/** A hand-off that is being written down. */
export interface BegunHandOff {
  readonly program: string;
  readonly programId?: string;
  readonly outcome?: HandOffOutcome;
  readonly how?: HandOffWay;
  readonly appointment?: string;
  readonly by?: string;
}

/** What an example caller says to a question; or the disposition with which the call ends there. */
export type Coach = (question: string) => Reply | { readonly ended: string } | undefined;

export interface DialogueSetting {
  readonly call: Call;
  /** The words of the content in a language; resolved once. */
  readonly textsIn: (language: string) => CallTexts;
  /** What is spoken now: the call's language, the words of the content and of the screens in it. */
  readonly language: string;
  readonly texts: CallTexts;
  readonly words: Words;
  /** The programs of the referral as the call stands, in the order in which they are to be tried. */
  readonly offered: (state: CallState) => readonly OfferedProgram[];
  /** The day on which the call is taken, YYYY-MM-DD. */
  readonly today: string;
  /** A moment in milliseconds since 1970 as a counselor reads it: `14:05`. */
  readonly clock: (at: number) => string;
  readonly coach: Coach | undefined;
  /** Stands in every header: an example call, a resumed call. */
  readonly mark: ((words: Words) => string) | undefined;
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
