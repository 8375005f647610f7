/**
 * The result of a call as plain JSON: every sentence resolved in the chosen language, so that a renderer needs nothing else.
 * This is a published format; `null` stands for what there is nothing to say about.
 */

import type { Certainty, Decision } from '../decision/model.ts';
import type { Status } from '../interview/call-status.ts';
import type { OverrideCode } from '../interview/model.ts';
import type { Action, FirstStep, Level, Support } from '../policy/care-lists.ts';
import type { HandOffOutcome, HandOffWay } from '../questionnaire/hand-off.ts';
import type { Unknown } from '../questionnaire/model.ts';
import type { FallbackStatus } from './fallback.ts';
import type { HardCondition, MatchOutcome, Preference } from './matching/finding.ts';

export interface Citation {
  /** `source#fact`. */
  readonly id: string;
  /** How a reader knows the source, and which of its facts; null where there is no page, only our own judgement. */
  readonly source: string;
  readonly fact: string | null;
}

export interface Named<Id> {
  readonly id: Id;
  readonly name: string;
}

export interface LineCard {
  readonly id: string;
  readonly name: string;
  readonly number: string;
  readonly also: string | null;
  readonly for: string;
  readonly stale: string | null;
}

/** Comes before everything else. */
export interface EmergencyBlock {
  readonly title: string;
  /** What the rules that hold say to do, then the panel's steps. */
  readonly actions: readonly { readonly id: Action; readonly says: string }[];
  readonly steps: readonly string[];
  readonly lines: readonly LineCard[];
  /** Where the caller is, as far as it was said. */
  readonly where: readonly string[];
  readonly notices: readonly string[];
}

/** What an answer said that must not be lost. */
export interface SaidBlock {
  readonly question: string;
  readonly says: string;
}

/** Answers to safety questions that are not scored, because they are asked afresh, and nobody has asked yet. */
export interface ToldBlock {
  readonly says: readonly string[];
  /** Together they were an emergency: until asked it is treated as one. */
  readonly isEmergency: boolean;
  readonly lines: readonly LineCard[];
}

/** What comes first where the caller is gone and danger was told. */
export interface CallBackBlock {
  readonly says: string;
  readonly number: string | null;
  /** Whether a message may be left. */
  readonly notes: readonly string[];
  readonly where: readonly string[];
}

/** How a call ends that gets no level. */
export interface EndingBlock {
  readonly id: string;
  readonly title: string;
  readonly says: string;
  readonly steps: readonly string[];
  readonly lines: readonly LineCard[];
}

export interface LevelBlock {
  /** `too-early`: the lowest level is possible only because hardly anything is known. */
  readonly kind: 'settled' | 'chosen' | 'at-least' | 'too-early' | 'silent' | 'silent-or' | 'if-scored' | 'none';
  readonly headline: string;
  /** The level that the referral is for: the only one, the chosen one, or the lowest still possible; null where it is too early. */
  readonly id: Level | null;
  readonly sentence: string | null;
  readonly possible: readonly Named<Level>[];
  /** What to treat the caller as until a safety question has its answer. */
  readonly untilAsked: string | null;
}

/** The counselor's choice of another level, with what the rules say of the caller. */
export interface OverrideBlock {
  readonly level: Level;
  readonly name: string;
  readonly code: OverrideCode;
  readonly says: string;
  readonly note: string | null;
  readonly byRules: Pick<LevelBlock, 'headline' | 'id' | 'possible'> & {
    readonly kind: Exclude<LevelBlock['kind'], 'chosen'>;
  };
}

export interface Reason {
  readonly rule: string;
  readonly because: string;
  readonly cites: readonly Citation[];
  readonly note: string | null;
}

export interface StepBlock {
  readonly id: FirstStep;
  readonly name: string;
  readonly sentence: string;
  readonly meanwhile: string | null;
  readonly certainty: Exclude<Certainty, 'no'>;
  readonly reasons: readonly Reason[];
}

export interface WhyBlock {
  readonly kind: 'rules' | 'one-of' | 'otherwise' | 'silent' | 'none';
  readonly says: string | null;
  readonly reasons: readonly Reason[];
}

export interface OpenBlock {
  readonly says: readonly string[];
  readonly next: { readonly question: string; readonly says: string } | null;
  /** How many further questions could still change the result. */
  readonly further: number;
}

export interface SafetyBlock {
  readonly says: string;
  readonly urgent: boolean;
  readonly questions: readonly { readonly id: string; readonly says: string; readonly because: Unknown }[];
  /** Numbers at hand, should the answer show danger; only where it is urgent. */
  readonly lines: readonly LineCard[];
}

export interface ProgramCard {
  readonly id: string;
  readonly name: string;
  readonly organization: string | null;
  readonly place: string | null;
  /** How far from the caller, in words and as the number of miles; null where that is not known. */
  readonly distance: string | null;
  readonly miles: number | null;
  /** What they said last of openings, whether that is still believed or not. */
  readonly opening: string | null;
  /** `doubtful` says why the number may be wrong; null where nothing speaks against it. */
  readonly phones: readonly {
    readonly number: string;
    readonly for: string | null;
    readonly doubtful: string | null;
  }[];
  readonly week: string | null;
  /** What could rule it out. None of them is `not-met` in a program that is named to be called. */
  readonly hard: readonly {
    readonly condition: HardCondition;
    readonly outcome: MatchOutcome;
    readonly says: string;
  }[];
  /** What makes it better or worse than another one, and rules nothing out. */
  readonly preferences: readonly {
    readonly preference: Preference;
    readonly outcome: MatchOutcome;
    readonly says: string;
  }[];
  /** The sentences of both lists together, by outcome: what speaks for it, what to ask, what speaks against it. */
  readonly fits: readonly string[];
  readonly ask: readonly string[];
  readonly lowers: readonly string[];
  /** Why it stands behind the first; null for the first itself. */
  readonly behind: string | null;
  readonly notStated: readonly string[];
  readonly source: string;
  readonly verifiedOn: string;
}

/** Programs to call, or what to say where there is none. */
export interface Offer {
  readonly says: readonly string[];
  readonly primary: ProgramCard | null;
  readonly alternatives: readonly ProgramCard[];
  /** How many more fit but are not named. */
  readonly more: number;
  /** Of the programs for the level those that come nearest to fitting, with all that rules them out. */
  readonly ruledOut: readonly { readonly name: string; readonly because: readonly string[] }[];
  /**
   * All that are ruled out, each counted once, under the first condition that it does not meet; `alone` of them would be back
   * if it were given up (counted where no program fits). `named` says that `ruledOut` holds every one of them.
   */
  readonly ruledOutBy: {
    readonly named: boolean;
    readonly conditions: readonly {
      readonly condition: HardCondition;
      readonly count: number;
      readonly alone: number | null;
      readonly says: string;
    }[];
  };
  readonly lines: readonly LineCard[];
  readonly locator: { readonly name: string; readonly address: string } | null;
}

export interface ReferralBlock extends Offer {
  readonly title: string;
}

export interface FallbackBlock {
  readonly status: FallbackStatus;
  /** Where it stands: it is the call to make, beside one for a day program, after an emergency, or under "if it turns out". */
  readonly place: 'call-now' | 'beside' | 'afterwards' | 'if' | 'none';
  readonly title: string | null;
  readonly offer: Offer | null;
  readonly now: readonly string[];
  readonly waiting: readonly string[];
}

/** What a screening instrument came to, with its bounds while items are missing. */
export interface ScreenBlock {
  readonly id: string;
  readonly title: string;
  readonly lowest: number;
  readonly highest: number;
  /** The most that anybody can have. */
  readonly outOf: number;
  readonly positive: Certainty;
  /** What it comes to: one result, or each that is still possible. */
  readonly results: readonly Named<string>[];
  /** All of it in a sentence. */
  readonly says: string;
}

export interface WeekBlock {
  readonly title: string;
  readonly hours: string | null;
  readonly days: string | null;
  readonly length: string | null;
  readonly therapies: readonly string[];
  readonly week: readonly string[];
  readonly cites: readonly Citation[];
}

export interface BarrierBlock {
  readonly says: string;
  readonly answer: string;
}

export interface ChangeBlock {
  readonly says: string;
  readonly levels: readonly Named<Level>[];
}

export interface SupportBlock {
  readonly id: Support;
  readonly name: string;
  readonly sentence: string;
  readonly certainty: Exclude<Certainty, 'no'>;
}

export interface FollowUpBlock {
  /** YYYY-MM-DD. */
  readonly date: string | null;
  /** The same as people read it. */
  readonly day: string | null;
  readonly callback: string | null;
  readonly notes: readonly string[];
}

export interface DisagreementBlock {
  readonly id: string;
  readonly says: string;
  readonly certainty: Exclude<Certainty, 'no'>;
  readonly for: readonly Citation[];
  readonly against: readonly Citation[];
  readonly silent: readonly string[];
}

export interface AskedQuestion {
  readonly question: string;
  /** The sentence that asks it. */
  readonly says: string;
}

/** The call in which the answers were given. Instants are UTC, ISO 8601; `from`, `until` and `clock` are local, HH:MM. */
export interface CallBlock {
  readonly id: string;
  readonly startedAt: string;
  readonly lastAt: string;
  readonly from: string;
  readonly until: string;
  readonly minutes: number;
  readonly state: Status['kind'];
  /** The disposition with which it ended. */
  readonly disposition: string | null;
  /** What was done in an emergency, in order. */
  readonly log: readonly { readonly at: string; readonly clock: string; readonly done: string }[];
  /** Answered, and not used because they do not apply any more. */
  readonly setAside: readonly AskedQuestion[];
  /** Asked afresh: their earlier answer is not used. */
  readonly askAgain: readonly AskedQuestion[];
  /** Answers that stopped the call and were given anew when they were asked again, a sentence each. */
  readonly toldBefore: readonly string[];
  readonly unusedOverride: string | null;
}

export interface NoteBlock {
  /** The question that it belongs to, and the sentence that asks it; null where it is about the whole call. */
  readonly question: string | null;
  readonly about: string | null;
  readonly text: string;
}

/** Which programs were asked to take the caller, in order. It never changes the level or what comes first. */
export interface HandOffsBlock {
  readonly title: string;
  readonly handOffs: readonly {
    /** UTC, ISO 8601; null where the answers came from a file that does not say. */
    readonly at: string | null;
    readonly program: string;
    readonly programId: string | null;
    readonly outcome: HandOffOutcome;
    readonly how: HandOffWay;
    readonly by: string | null;
    /** YYYY-MM-DD. */
    readonly appointment: string | null;
    readonly note: string | null;
    /** Program and outcome in words; then how, who, when and what else, a clause each. */
    readonly says: string;
    readonly more: readonly string[];
  }[];
}

/** The decision itself, in ids and without words, so that a program need not read sentences. */
export type DecisionBlock = Omit<Decision, 'lowest' | 'highest' | 'emergency' | 'silentIfScored' | 'cannotWait'> & {
  readonly lowest: Level | null;
  readonly highest: Level | null;
};

export interface Summary {
  readonly format: 'intakeline/summary/1';
  /** YYYY-MM-DD. */
  readonly date: string;
  /** The same as people read it. */
  readonly day: string;
  readonly language: string;
  readonly questionnaire: { readonly id: string; readonly version: string; readonly title: string };
  readonly policy: {
    readonly id: string;
    readonly version: string;
    readonly date: string;
    readonly title: string;
    readonly reviewedBy: string | null;
  };
  readonly settled: boolean;
  readonly emergency: EmergencyBlock | null;
  readonly told: ToldBlock | null;
  readonly callBack: CallBackBlock | null;
  readonly ending: EndingBlock | null;
  /** What the answers show for certain, where the counselor ended the call otherwise. */
  readonly endingByAnswers: EndingBlock | null;
  readonly now: readonly string[];
  readonly level: LevelBlock;
  readonly override: OverrideBlock | null;
  readonly firstSteps: readonly StepBlock[];
  readonly why: WhyBlock;
  readonly open: OpenBlock | null;
  readonly safety: SafetyBlock | null;
  /** What was said to the safety questions, where the call ends without a level. */
  readonly said: readonly SaidBlock[];
  /** Answers for which the emergency panel is offered, whatever else was said. */
  readonly panelAnswers: readonly SaidBlock[];
  readonly screens: readonly ScreenBlock[];
  readonly referral: ReferralBlock | null;
  readonly fallback: FallbackBlock;
  readonly handOffs: HandOffsBlock | null;
  readonly week: WeekBlock | null;
  readonly barriers: readonly BarrierBlock[];
  readonly changes: readonly ChangeBlock[];
  readonly supports: readonly SupportBlock[];
  readonly aftercare: { readonly lines: readonly string[]; readonly cites: readonly Citation[] } | null;
  readonly followUp: FollowUpBlock | null;
  readonly consent: string | null;
  readonly notes: readonly NoteBlock[];
  readonly call: CallBlock | null;
  readonly disagreements: readonly DisagreementBlock[];
  readonly decision: DecisionBlock;
  readonly notices: readonly string[];
}
