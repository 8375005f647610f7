/** One call as a pure machine sees it: what can happen in it, where it stands, and what it asks for next. */

import type { FactValue } from '../conditions/model.ts';
import type { CompiledPolicy } from '../decision/compile.ts';
import type { Certainty, Decision } from '../decision/model.ts';
import type { FirstStep, Level } from '../policy/care-lists.ts';
import type { HandOff } from '../questionnaire/hand-off.ts';
import type { Answers } from '../questionnaire/model.ts';
import type { RecordedHandOff } from './hand-off.ts';
import type { Walks } from './walks.ts';

/** What was said to one question: a value, of whose options some may be unsure, or the reason why there is none. */
export type Reply =
  | { readonly said: FactValue; readonly unsure?: readonly string[] }
  | { readonly unknown: 'unsure' | 'declined' };

/** Why the counselor chose another level than the rules. */
export const OVERRIDE_CODES = [
  'caller-preference',
  'not-available-in-area',
  'no-opening',
  'program-declined',
  'payer-declined',
  'no-coverage',
  'transport',
  'work-or-family',
  'language-or-culture',
  'court-or-probation',
  'clinical-judgement',
  'other',
] as const;
export type OverrideCode = (typeof OVERRIDE_CODES)[number];

export interface Override {
  readonly level: Level;
  readonly code: OverrideCode;
  readonly note?: string;
}

/** To whom a document of the call was given. Whoever shows it writes it down; the law asks for it where nobody has consented. */
export interface Disclosure {
  readonly for: 'caller' | 'program' | 'emergency';
  /** Who received it, and where they work; missing where nobody said it. */
  readonly to?: string;
  /** Who disclosed it; missing where nobody said it. */
  readonly by?: string;
  readonly because?: string;
  /** On what ground restricted answers were told; missing where none were, and in older journals. */
  readonly basis?: 'consent' | 'emergency';
  /** Ids of the questionnaire's sections of whose answers it was made; missing in older journals. */
  readonly sections?: readonly string[];
}

/**
 * Everything that can happen in a call. Events are plain JSON: the journal holds them and nothing else.
 * One that does not fit where the call stands changes nothing.
 */
export type CallEvent =
  /** A reply to the question on screen, or to any other one that applies: a correction, or a change of who is calling. */
  | { readonly kind: 'answered'; readonly question: string; readonly reply: Reply }
  /** The earlier reply to the question on screen stands, or is confirmed where it was to be asked afresh. */
  | { readonly kind: 'kept'; readonly question: string }
  | { readonly kind: 'went-back' }
  | { readonly kind: 'jumped'; readonly to: string }
  | { readonly kind: 'noted'; readonly question?: string; readonly text: string }
  /** The emergency panel, opened by the counselor; what was done there, and that it was left: no danger, or none any more. */
  | { readonly kind: 'panel-opened' }
  | { readonly kind: 'panel-logged'; readonly done: string }
  | { readonly kind: 'panel-closed' }
  /** No danger, or none any more: goes on after a stop, or after a safety question without an answer. */
  | { readonly kind: 'went-on' }
  /** The counselor ends the call: with a disposition; or, with none, as the emergency that stopped it. */
  | { readonly kind: 'ended'; readonly disposition?: string }
  | { readonly kind: 'overrode'; readonly override: Override | null }
  /** The review was accepted. */
  | { readonly kind: 'reviewed' }
  /** The call goes on in another of the questionnaire's languages. */
  | { readonly kind: 'spoke'; readonly language: string }
  /** A program was asked to take the caller; this can be recorded after the call as well. */
  | { readonly kind: 'handed-off'; readonly handOff: HandOff }
  | { readonly kind: 'paused' }
  | { readonly kind: 'resumed' }
  /** A document of the call was given to somebody; nothing about the call itself changes. */
  | { readonly kind: 'disclosed'; readonly disclosure: Disclosure };

/** Where the call stands. */
export type Place =
  | { readonly kind: 'question'; readonly id: string }
  /** A safety question was left without an answer, or an answer calls for it: the panel is offered before the call goes on. */
  | { readonly kind: 'safety-unknown'; readonly id: string }
  /** Emergency steps are on screen: a stop option, what the answers add up to, or the counselor's own judgement. */
  | { readonly kind: 'stopped'; readonly by: StopCause }
  /** The answers show that the call ends with a disposition. */
  | { readonly kind: 'disposition'; readonly id: string }
  | { readonly kind: 'review' }
  | { readonly kind: 'over'; readonly how: Ending };

export type StopCause =
  | { readonly kind: 'answer'; readonly question: string; readonly options: readonly string[] }
  | { readonly kind: 'rules' };

export type Ending =
  | { readonly kind: 'reviewed' }
  | { readonly kind: 'stopped' }
  | { readonly kind: 'disposition'; readonly id: string };

export interface Given {
  readonly reply: Reply;
  /** Milliseconds since 1970. */
  readonly at: number;
}

export interface CallState {
  readonly place: Place;
  /** The latest reply to each question, set aside ones among them. */
  readonly given: ReadonlyMap<string, Given>;
  /** Questions whose reply is no longer scored: they are asked afresh, about danger always, else to be confirmed at least. */
  readonly again: ReadonlySet<string>;
  /** Answers that stopped the call, in order; one that was a slip, corrected at the steps, is none of them. */
  readonly stops: readonly { readonly question: string; readonly said: readonly string[]; readonly at: number }[];
  readonly notes: readonly { readonly question?: string; readonly text: string; readonly at: number }[];
  /** The emergency panel was opened by the counselor and not left yet. */
  readonly isPanelOpen: boolean;
  /** How many entries the log had when the panel on screen was opened; 0 where none is open. */
  readonly panelFrom: number;
  /** How many entries the log had when the answers last stopped the call: only what follows was done about that stop. */
  readonly stopFrom: number;
  readonly panelLog: readonly { readonly done: string; readonly at: number }[];
  readonly override: Override | undefined;
  readonly disclosures: readonly (Disclosure & { readonly at: number })[];
  /** Which programs were asked to take the caller, in order; the level and the first steps do not depend on it. */
  readonly handOffs: readonly RecordedHandOff[];
  /** The language spoken last. */
  readonly language: string;
  /** What the replies add up to is an emergency, and the counselor went on from it; it does not stop the call again. */
  readonly wentOn: boolean;
  readonly startedAt: number;
  /** When the last event happened. */
  readonly lastAt: number;
  /** Milliseconds during which the call was laid aside. */
  readonly away: number;
}

/** A call's fixed conditions. */
export interface Call {
  readonly compiled: CompiledPolicy;
  /** Leaves out questions that can no longer change level, first step or support; never one with `safety`, `panel` or a use. */
  readonly brief: boolean;
  /** A faster way to what `walksWith` says, for thousands of calls. */
  readonly walks?: (answers: Answers) => Walks;
}

/** What follows from the replies that are scored; worked out when first asked for, once a state. */
export interface Standing {
  readonly levels: readonly Level[];
  readonly dispositions: Decision['dispositions'];
  /** What has to happen first in every completion. */
  readonly firstSteps: readonly FirstStep[];
  /** The result is an emergency in every completion. */
  readonly isEmergency: boolean;
  readonly applies: ReadonlyMap<string, Certainty>;
  /** Questions to come, in script order: they apply for certain or perhaps and have no reply that counts. */
  readonly open: readonly string[];
  /** Left out by a brief call, in script order. */
  readonly leftOut: readonly string[];
  /** Questions with a reply that certainly do not apply any more, in script order. */
  readonly setAside: readonly string[];
  /** Questions with a reply that counts, in script order. */
  readonly counted: readonly string[];
}

/** What the call asks of whoever performs it. */
export type Ask =
  | {
      readonly kind: 'question';
      readonly id: string;
      /** The earlier reply, if there is one. */
      readonly earlier: Reply | undefined;
      /** The earlier reply may stand: it counts, or counts again once it is confirmed. */
      readonly mayKeep: boolean;
    }
  | Exclude<Place, { kind: 'question' }>
  | { readonly kind: 'panel' };
