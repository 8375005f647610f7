/** What a policy makes of a caller's answers. Unknown answers stand for every way of completing them. */

import type { Action, FirstStep, Level, Support } from '../policy/care-lists.ts';

/** Over all completions: in every one, in some, in none. */
export type Certainty = 'certain' | 'possible' | 'no';

export interface Decision {
  readonly questionnaire: string;
  readonly policy: string;
  /** Levels of the completions that get one, least intensive first; empty only where a disposition is certain. */
  readonly levels: readonly Level[];
  readonly lowest: Level | undefined;
  readonly highest: Level | undefined;
  /** Whether a completion ends as an emergency. One that is certain stands before any disposition and waits for no first step. */
  readonly emergency: Certainty;
  /** Whether a level here is only the policy's "this page does not say". */
  readonly silent: Certainty;
  /** Exactly one result: one disposition, or one level with no first step merely possible. */
  readonly settled: boolean;
  /** Dispositions shown by the answers, those that cannot hold left out. An emergency stands before any of them. */
  readonly dispositions: readonly { readonly id: string; readonly certainty: 'certain' | 'possible' }[];
  /**
   * What the levels would be if the caller were scored in spite of a disposition that shows levels as open
   * (third party); the same as `levels` otherwise.
   */
  readonly levelsIfScored: readonly Level[];
  /** The same as `silent`, where those whose disposition shows levels as open count like those who get a level. */
  readonly silentIfScored: Certainty;
  readonly firstSteps: Readonly<Record<FirstStep, Certainty>>;
  /** First steps that wait for no level (`CANNOT_WAIT`) and that some rule asks for in every completion, whatever way the call ends. */
  readonly cannotWait: readonly FirstStep[];
  readonly supports: Readonly<Record<Support, Certainty>>;
  readonly actions: Readonly<Record<Action, Certainty>>;
  /** Ids of the rules that hold in every completion, highest floor first. */
  readonly holding: readonly string[];
  /** Rules that hold in some completions only, with the unanswered questions that each waits for, in script order. */
  readonly pending: readonly { readonly rule: string; readonly waitsFor: readonly string[] }[];
  readonly deciding: Deciding;
  /** Answers that stop the call whatever the policy. */
  readonly stops: readonly { readonly question: string; readonly option: string }[];
  /** Safety questions that apply for certain or perhaps and have no value, in script order. */
  readonly unknownSafety: readonly string[];
  /** What to ask, best first. */
  readonly ask: readonly NextQuestion[];
  /** The smallest changes of answers that would make another level possible; at most five. */
  readonly changes: readonly Change[];
}

/** The rules to which the lowest level is owed. */
export type Deciding =
  | { readonly kind: 'rules'; readonly rules: readonly string[] } // each certain, each with this floor
  | { readonly kind: 'one-of'; readonly rules: readonly string[] } // none certain; together they cover every completion; may name `otherwise`
  | { readonly kind: 'otherwise' }
  | { readonly kind: 'none' }; // a disposition: no level

export interface NextQuestion {
  readonly question: string;
  /** Mean number of results (levels and dispositions) left over its answers, each equally likely. */
  readonly expected: number;
  /** Number of results left after the least telling answer. */
  readonly worst: number;
}

export interface Change {
  /** What would have to be different, in script order. A `choices` value names all options of the changed answer. */
  readonly changed: readonly { readonly question: string; readonly value: string | number | readonly string[] }[];
  /** Only circumstances that can change, no history. */
  readonly changeable: boolean;
  /** Questions that would apply then and did not before. */
  readonly newlyAsked: readonly string[];
  /** Levels possible after the change. */
  readonly levels: readonly Level[];
}
