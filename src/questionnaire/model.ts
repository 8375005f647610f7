/** The questionnaire as the program uses it. */

import type { Condition, FactKind, FactValue } from '../conditions/model.ts';
import type { DatedHandOff } from './hand-off.ts';
import type { QuestionType, Text, Use } from './schema.ts';

export interface Option {
  readonly id: string;
  readonly label: Text;
  readonly synonyms: readonly string[];
  /** What it means to the uses of its question (meanings.ts); undefined where it means nothing to them. */
  readonly means?: string | undefined;
  readonly loinc?: string | undefined;
}

/** How graver answers compare with harmless ones. `ranks` maps each option to its rank, 0 the most harmless. */
export type Order =
  | { readonly kind: 'ranks'; readonly ranks: ReadonlyMap<string, number> }
  | { readonly kind: 'more' | 'less' } // number: the larger / the smaller the worse; choices: by inclusion
  | { readonly kind: 'unordered'; readonly because: string }
  | { readonly kind: 'not-scored' }; // text, date, phone

export interface Question {
  readonly id: string;
  /** Place in the script, from 0. */
  readonly index: number;
  readonly section: string;
  readonly type: QuestionType;
  readonly kind: FactKind;
  readonly say: Text;
  readonly sayForOther: Text | undefined;
  readonly probe: Text | undefined;
  readonly help: Text | undefined;
  /** Options in display order; empty but for `choice` and `choices` (and the two of `yes-no`). */
  readonly options: readonly Option[];
  /** Label of "none of these"; `choices` only. */
  readonly none: Text | undefined;
  /** Why options are asked for apart that no rule tells apart. */
  readonly apart?: string | undefined;
  /** Holds for the callers to whom the question applies; ALWAYS when not gated. */
  readonly askIf: Condition;
  readonly order: Order;
  /** The answer of an unremarkable caller; undefined for text, date and phone. */
  readonly baseline: FactValue | undefined;
  /** Options that end the call at once with the emergency steps. */
  readonly stop: readonly string[];
  /** Options after which the emergency panel is offered before the call goes on; undefined where there are none. */
  readonly panel?: readonly string[] | undefined;
  readonly safety: boolean;
  readonly changeable: boolean;
  readonly restricted: boolean;
  /** Told to whoever helps in a medical emergency, consent or not. */
  readonly inEmergency?: true | undefined;
  readonly uses: readonly Use[];
  /** The instrument that its words or its score come from. */
  readonly instrument?: string | undefined;
  readonly loinc?: string | undefined;
}

/** A fact defined from others: the first branch whose condition holds gives the value. Total by construction. */
export interface DerivedFact {
  readonly id: string;
  readonly title: Text;
  /** Every value it can take, in branch order, `otherwise` last; no value twice. */
  readonly values: readonly string[];
  readonly branches: readonly { readonly value: string; readonly when: Condition }[];
  readonly otherwise: string;
  /** A short sentence per value that has one, for explanations. */
  readonly labels: ReadonlyMap<string, Text>;
}

/** How a call ends that gets no level. */
export interface Disposition {
  readonly id: string;
  readonly title: Text;
  readonly say: Text;
  /** What else the counselor does, a line each. */
  readonly steps: readonly Text[];
  /** Ids of directory lines to offer. */
  readonly lines: readonly string[];
  /** For whom the answers alone show it; undefined where only the counselor can end a call so. */
  readonly when: Condition | undefined;
  /** `open`: the levels that the answers leave possible are shown, never as settled; `none`: no level is shown. */
  readonly level: 'open' | 'none';
  /** Whether the call ends as soon as the answers show it, or goes on until every safety question was asked. */
  readonly ends: 'at-once' | 'after-safety';
  readonly supports: readonly string[];
}

/** A published score that a summary shows. */
export interface Screen {
  readonly id: string;
  readonly title: Text;
  /** Shown once a question of this instrument has an answer. */
  readonly instrument: string;
  /** The fact that adds up the points. */
  readonly score: string;
  /** The fact that says what they come to; often the same. */
  readonly result: string;
  /** The values of `result` that make it positive. */
  readonly positive: readonly string[];
  /** By question, the option that counts where somebody was not sure or declined. */
  readonly unsaid?: ReadonlyMap<string, string> | undefined;
}

export interface Section {
  readonly id: string;
  readonly title: Text;
}

export interface Questionnaire {
  readonly id: string;
  readonly version: string;
  readonly title: Text;
  readonly languages: readonly string[];
  /** By language, the clinician who reviewed its texts; nobody where it is not named. */
  readonly translationReviewers?: ReadonlyMap<string, string> | undefined;
  readonly sections: readonly Section[];
  /** In script order. */
  readonly questions: readonly Question[];
  /** Each reads questions and earlier facts only. */
  readonly facts: readonly DerivedFact[];
  /** In order of precedence: of several that hold, the first one names the call. */
  readonly dispositions: readonly Disposition[];
  /** In the order in which a summary shows them; undefined where there are none. */
  readonly screens?: readonly Screen[] | undefined;
}

/** Why a question has no value. */
export type Unknown = 'unsure' | 'declined' | 'not-asked';

/** A counselor's choice of another level, as an answers file writes it; interview/override.ts knows the codes. */
export interface OverrideSource {
  readonly level: string;
  readonly code: string;
  readonly note?: string;
}

export interface Note {
  readonly question?: string;
  readonly text: string;
}

/**
 * What a caller said. A question missing from `values` is unknown; `unknown` says why where it is not simply `not-asked`.
 * A `choices` value names the options said; `unknownOptions` of the same question are neither named nor denied.
 */
export interface Answers {
  readonly questionnaire: string;
  /** The disposition with which the counselor ended the call, where the answers alone do not show it. */
  readonly ended?: string;
  /** The level that the counselor chose instead. */
  readonly override?: OverrideSource;
  /** What the counselor wrote down, in order; a note belongs to a question or to the call. */
  readonly notes?: readonly Note[];
  /** Which programs were asked to take the caller, in order. */
  readonly handOffs?: readonly DatedHandOff[];
  readonly values: ReadonlyMap<string, FactValue>;
  readonly unknown: ReadonlyMap<string, Unknown>;
  readonly unknownOptions: ReadonlyMap<string, ReadonlyMap<string, Unknown>>;
}
