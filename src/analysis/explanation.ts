/**
 * Why a caller gets a level and no other, as plain JSON: every sentence resolved, so that a renderer needs nothing else. This is a
 * published format; `null` stands for what there is nothing to say about. It holds answers of the caller: it belongs in the chart.
 */

import type { Standing } from '../decision/level-standings.ts';
import type { NextQuestion } from '../decision/model.ts';
import type { Level } from '../policy/care-lists.ts';
import type {
  AskedQuestion,
  Citation,
  EmergencyBlock,
  EndingBlock,
  LevelBlock,
  Named,
  OverrideBlock,
  SafetyBlock,
  StepBlock,
  Summary,
  SupportBlock,
} from '../referral/summary.ts';

/** An answer of the caller on which something rests. */
export interface AnswerBlock extends AskedQuestion {
  /** The answer, as far as it counts: of a list the options named, or that none was. */
  readonly answer: string;
  /** Whether it differs from what an unremarkable caller says. An ordinary answer only excludes something else. */
  readonly remarkable: boolean;
  /** Of a list the ids of the options that count because they were named, and of those that count because they were not. */
  readonly named: readonly string[];
  readonly notNamed: readonly string[];
}

/** A derived fact that a rule reads, with the answers that make it what it is. */
export interface FactBlock {
  readonly fact: string;
  readonly title: string;
  /** What it is for this caller; null where that is still open. */
  readonly value: string | null;
  /** Those of the values that the rule takes which the answers beside it leave possible. */
  readonly values: readonly string[];
  readonly says: string;
  readonly answers: readonly AnswerBlock[];
}

/** A rule that holds, or may hold, for this caller. `otherwise` is what the policy says of everybody whom no rule reaches. */
export interface RuleBlock {
  readonly rule: string;
  readonly certainty: 'certain' | 'possible';
  /** The level that it asks for at least. */
  readonly level: Named<Level> | null;
  readonly because: string;
  readonly cites: readonly Citation[];
  readonly note: string | null;
  readonly facts: readonly FactBlock[];
  /** The fewest answers with which it holds, whatever else is answered; empty where it is only possible. */
  readonly answers: readonly AnswerBlock[];
  /** The open questions on which it depends; empty where it holds for certain. */
  readonly waitsFor: readonly AskedQuestion[];
}

export interface WhyLevelBlock {
  readonly kind: 'rules' | 'one-of' | 'otherwise' | 'silent' | 'stopped' | 'ended' | 'none';
  readonly says: string | null;
  /** Ids of the rules that decide. */
  readonly rules: readonly string[];
  /** The fewest answers with which the level is at least this one, whatever else is answered; or with which the call ends so. */
  readonly answers: readonly AnswerBlock[];
}

export interface StepReasonBlock extends Pick<StepBlock, 'id' | 'name' | 'certainty'> {
  readonly rules: readonly string[];
}

export interface SupportReasonBlock extends Pick<SupportBlock, 'id' | 'name' | 'certainty'> {
  readonly rules: readonly string[];
}

/** Answers that would have to be others, and what would follow. */
export interface ChangedBlock {
  readonly changed: readonly (AskedQuestion & {
    /** What was said, and what would have to be said instead. */
    readonly now: string;
    readonly then: string;
    readonly value: string | number | readonly string[];
    /** Whether that would take back an answer about safety: thinkable only where it was recorded wrongly. */
    readonly askAgain: boolean;
  })[];
  /** Only circumstances that can change, no history. */
  readonly changeable: boolean;
  /** Questions that would be asked then and were not. */
  readonly newlyAsked: readonly AskedQuestion[];
  /** Levels possible then. */
  readonly levels: readonly Named<Level>[];
  readonly says: string;
}

export type RuleSentence = Pick<RuleBlock, 'rule' | 'because'>;

export interface LevelReasonBlock extends Named<Level> {
  readonly standing: Standing;
  readonly says: string;
  /** Rules that hold for certain and ask for more. */
  readonly against: readonly string[];
  /** Rules that give exactly this level, whether they hold or not. */
  readonly giving: readonly RuleSentence[];
  /** Where it is not reached: the smallest change that reaches it, and the rules of `giving` that would hold then, or might. */
  readonly nearest: (ChangedBlock & Pick<RuleBlock, 'certainty'> & { readonly by: readonly string[] }) | null;
}

/** What was asked with `--to`. */
export interface AimBlock extends Named<Level> {
  readonly says: string;
  /** The smallest, at most five: first of circumstances alone, then of anything. */
  readonly changes: readonly ChangedBlock[];
}

/** A single answer on which the level hangs. */
export interface NearMissBlock extends AskedQuestion {
  readonly now: string;
  /** Other answers, any of which makes the same levels possible. */
  readonly then: readonly string[];
  /** Whether one of them would take back an answer about safety: thinkable only where it was recorded wrongly. */
  readonly askAgain: boolean;
  readonly levels: readonly Named<Level>[];
  readonly newlyAsked: readonly AskedQuestion[];
}

export interface OpenQuestionsBlock {
  readonly says: readonly string[];
  /** How many results (levels and ways to end the call) are possible now. */
  readonly results: number;
  /** What to ask, best first. */
  readonly ask: readonly (AskedQuestion & Pick<NextQuestion, 'expected' | 'worst'>)[];
}

export interface Explanation extends Pick<Summary, 'date' | 'language' | 'questionnaire' | 'policy' | 'notices'> {
  readonly format: 'intakeline/explanation/1';
  readonly settled: boolean;
  readonly emergency: EmergencyBlock | null;
  readonly ending: EndingBlock | null;
  readonly endingByAnswers: EndingBlock | null;
  readonly level: LevelBlock;
  readonly override: OverrideBlock | null;
  readonly why: WhyLevelBlock;
  readonly firstSteps: readonly StepReasonBlock[];
  readonly supports: readonly SupportReasonBlock[];
  readonly open: OpenQuestionsBlock | null;
  readonly safety: SafetyBlock | null;
  /** One for each level, least intensive first. */
  readonly levels: readonly LevelReasonBlock[];
  readonly to: AimBlock | null;
  /** Most serious first. */
  readonly nearMisses: readonly NearMissBlock[];
  /** Every rule that holds or may hold: those that hold first, most intensive first among both. */
  readonly rules: readonly RuleBlock[];
}
