/** Cases and properties as the program uses them. */

import type { Condition } from '../conditions/model.ts';
import type { Action, FirstStep, Level, Support } from '../policy/care-lists.ts';
import type { Answers } from '../questionnaire/model.ts';

/** What one or more policies must make of a case. What is undefined is not asked for. */
export interface Expectation {
  /** Place in the case, from 0. */
  readonly index: number;
  readonly policies: readonly string[];
  /** Settled at this level. */
  readonly level: Level | undefined;
  /** Exactly these levels are possible. */
  readonly levels: readonly Level[] | undefined;
  readonly silent: boolean | undefined;
  readonly disposition: string | undefined;
  /** Exactly these are certain. */
  readonly first: readonly FirstStep[] | undefined;
  /** Not even possible. */
  readonly notFirst: readonly FirstStep[];
  /** At least these are certain. */
  readonly supports: readonly Support[];
  /** Not even possible. */
  readonly notSupports: readonly Support[];
  /** Exactly these are certain. */
  readonly actions: readonly Action[] | undefined;
  /** Exactly the deciding rules; `otherwise` where no rule decides. */
  readonly deciding: readonly string[] | undefined;
  /** Among the rules that hold for certain. */
  readonly holds: readonly string[];
  /** Questions that apply to the caller for certain. */
  readonly asked: readonly string[];
  /** Questions that do not apply to the caller, whatever is still open. */
  readonly notAsked: readonly string[];
}

/** One worked caller with what must come out. */
export interface Case {
  readonly id: string;
  /** Place in the file, from 0. */
  readonly index: number;
  readonly says: string;
  /** Number in the list of callers that must come out right. */
  readonly caller: number | undefined;
  /** Its name as an example caller; undefined where it is none. */
  readonly example: string | undefined;
  readonly answers: Answers;
  /** The answers that are written down, before the baseline was filled in; undefined where the case asks for none. */
  readonly beforeBaseline: Answers | undefined;
  readonly expect: readonly Expectation[];
}

/** What can be said about a result: everything that is defined must be so. */
export interface ResultTest {
  readonly levelAtLeast: Level | undefined;
  readonly levelAtMost: Level | undefined;
  readonly levelIn: readonly Level[] | undefined;
  readonly firstAny: readonly FirstStep[] | undefined;
  readonly supportsAny: readonly Support[] | undefined;
  readonly supportsAll: readonly Support[] | undefined;
  readonly actionAny: boolean;
  readonly actionsAll: readonly Action[] | undefined;
  readonly dispositionIn: readonly string[] | undefined;
  readonly silent: boolean;
}

/** What a property states, for every caller. */
export type Statement =
  | {
      readonly kind: 'implies' | 'never';
      /** Only callers who get a level are meant, none whose call ends with a disposition. */
      readonly scoredOnly: boolean;
      /** ALWAYS where every caller is meant. */
      readonly when: Condition;
      readonly result: ResultTest;
    }
  | { readonly kind: 'total' | 'every-effect-counts' | 'unknown-removes-nothing' }
  | { readonly kind: 'monotone' | 'unaffected-by'; readonly questions: readonly string[] }
  | {
      readonly kind: 'asked-before';
      readonly questions: readonly string[];
      /** The only questions on whose answers it may depend whether one of them is asked. */
      readonly gatedOnlyBy: readonly string[];
      /** The only other questions that may stand before them. */
      readonly onlyAfter: readonly string[];
    }
  | {
      readonly kind: 'equivalent-to' | 'at-least-as-protective-as';
      /** The policy that is compared with. */
      readonly policy: string;
      /** ALWAYS where every caller is meant. */
      readonly when: Condition;
    };

export interface Property {
  readonly id: string;
  /** Place in the file, from 0. */
  readonly index: number;
  readonly number: number | undefined;
  readonly says: string;
  readonly policies: readonly string[];
  readonly cites: readonly string[];
  readonly statement: Statement;
}
