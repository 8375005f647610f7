/** Explains a decision: why this level, why no other, what would change it, on which single answers it hangs, what is open. */

import type { CompiledPolicy } from '../decision/compile.ts';
import { knownCaller } from '../decision/known-caller.ts';
import { sufficientAnswers } from '../decision/sufficient-answers.ts';
import type { Node } from '../diagram/forest.ts';
import { reachable, terminalsIn } from '../diagram/walk.ts';
import { LEVELS, type Level } from '../policy/care-lists.ts';
import { supportBlocks } from '../referral/closing.ts';
import { openBlock } from '../referral/open-block.ts';
import { type Outcome, outcomeOf } from '../referral/outcome.ts';
import { stepBlocks } from '../referral/reasons.ts';
import { summarize } from '../referral/summarize.ts';
import type { Summary } from '../referral/summary.ts';
import type { SummaryInput } from '../referral/summary-input.ts';
import { aimBlock, nearMissBlocks } from './explain-changes.ts';
import { groundOf } from './explain-ground.ts';
import { levelReasons } from './explain-levels.ts';
import { ruleBlocks } from './explain-rules.ts';
import { answerBlock, answerBlocks, asked, type Explained } from './explain-words.ts';
import type { AnswerBlock, Explanation, OpenQuestionsBlock, WhyLevelBlock } from './explanation.ts';

/** Explains what a compiled policy makes of a caller; `to` is the level that somebody would like to reach. */
export function explain(input: SummaryInput, compiled: CompiledPolicy, to: Level | undefined): Explanation {
  const caller = knownCaller(compiled, input.answers);
  const explained = { input, caller };
  const outcome = outcomeOf(input);
  const summary = summarize(input);
  const ground = groundOf(caller, outcome);
  const { date, language, questionnaire, policy, settled, emergency, ending, endingByAnswers } = summary;
  const { level, override, safety, notices } = summary;
  return {
    ...{ format: 'intakeline/explanation/1', date, language, questionnaire, policy, settled },
    ...{ emergency, ending, endingByAnswers, level, override },
    why: whyBlock(explained, outcome, summary),
    firstSteps: stepReasons(explained, outcome),
    supports: supportReasons(explained, outcome),
    open: openQuestions(explained, outcome),
    safety,
    levels: levelReasons(explained, ground),
    to: to === undefined ? null : aimBlock(explained, to, ground),
    nearMisses: nearMissBlocks(explained, ground),
    rules: ruleBlocks(explained),
    notices,
  };
}

function whyBlock(explained: Explained, outcome: Outcome, { why }: Summary): WhyLevelBlock {
  const { input, caller } = explained;
  const { decision } = input;
  const rules = why.reasons.map(({ rule }) => rule);
  if (outcome.emergency && decision.emergency !== 'certain')
    return { kind: 'stopped', says: why.says ?? STOPPED, rules: [], answers: stopAnswers(explained) };
  if (outcome.ending !== undefined && !outcome.emergency)
    return { kind: 'ended', says: endingSays(outcome), rules: [], answers: endingAnswers(explained, outcome) };
  const rank = decision.lowest === undefined ? 0 : LEVELS.indexOf(decision.lowest);
  const region = caller.compiled.atLeast[rank];
  return { kind: why.kind, says: why.says, rules, answers: region === undefined ? [] : answersFor(explained, region) };
}

const STOPPED = 'An answer stops the call, whatever the policy says.';

function endingSays({ isCutShort }: Outcome): string {
  return isCutShort
    ? 'The counselor ended the call so; no answer shows it.'
    : 'The call ends so because of these answers:';
}

function answersFor(explained: Explained, region: Node): readonly AnswerBlock[] {
  const { caller } = explained;
  return answerBlocks(explained, sufficientAnswers(caller.compiled.callers, caller.known, region));
}

function stopAnswers(explained: Explained): readonly AnswerBlock[] {
  const questions = new Set(explained.input.decision.stops.map(({ question }) => question));
  return [...questions].flatMap((id) => answerBlock(explained, id, []));
}

/** The answers that show how the call ends; none where only the counselor knows why. */
function endingAnswers(explained: Explained, { ending }: Outcome): readonly AnswerBlock[] {
  const shown = explained.caller.compiled.dispositions.find(({ id }) => id === ending?.id);
  return shown === undefined ? [] : answersFor(explained, shown.shown);
}

/** The rules of a decision that hold or may hold, where they ask for something. */
function rulesThat(
  { input }: Explained,
  certainty: 'certain' | 'possible',
  asks: (rule: Rule) => boolean,
): readonly string[] {
  const { holding, pending } = input.decision;
  const ids = certainty === 'certain' ? holding : [...holding, ...pending.map(({ rule }) => rule)];
  return ids.filter((id) => input.policy.rules.some((rule) => rule.id === id && asks(rule)));
}

type Rule = SummaryInput['policy']['rules'][number];

function stepReasons(explained: Explained, outcome: Outcome): Explanation['firstSteps'] {
  return stepBlocks(explained.input, outcome).map(({ id, name, certainty }) => ({
    ...{ id, name, certainty },
    rules: rulesThat(explained, certainty, ({ first }) => first.includes(id)),
  }));
}

function supportReasons(explained: Explained, outcome: Outcome): Explanation['supports'] {
  return supportBlocks(explained.input, outcome).map(({ id, name, certainty }) => ({
    ...{ id, name, certainty },
    rules: rulesThat(explained, certainty, ({ add }) => add.includes(id)),
  }));
}

function openQuestions({ input, caller }: Explained, outcome: Outcome): OpenQuestionsBlock | null {
  const open = openBlock(input, outcome);
  if (open === null) return null;
  const { forest } = caller.compiled.callers;
  const results = terminalsIn(reachable(forest, caller.compiled.outcome, caller.known)).length;
  const ask = input.decision.ask.map(({ question, expected, worst }) => ({
    ...asked(input, question),
    expected,
    worst,
  }));
  return { says: open.says, results, ask };
}
