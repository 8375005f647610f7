/** What a row gets: its answers decided, read as a call that was ended. Slow and obvious; every faster way must agree. */

import { type CompiledPolicy, OTHERWISE } from '../decision/compile.ts';
import { decide } from '../decision/decide.ts';
import type { Deciding, Decision } from '../decision/model.ts';
import { isEmergencyShown, isSettledAsEnded, levelsShown } from '../interview/levels-shown.ts';
import { FIRST_STEPS, type Level } from '../policy/care-lists.ts';
import type { Answers, Questionnaire } from '../questionnaire/model.ts';
import { usedAnswers } from '../questionnaire/used-answers.ts';
import { fallbackStatus } from '../referral/fallback.ts';
import type { RowResult, RowStatus } from './row-result.ts';

/** The adult policies, and with them the fallback, are for nobody younger (as in referral/outcome.ts). */
export const ADULT_AGE = 18;

/** A row that says nothing impossible. */
export interface AnsweredRow {
  /** What the row says and what is assumed about it, without answers to questions that certainly do not apply. */
  readonly answers: Answers;
  /** The same without what is assumed about safety questions; undefined where nothing is that may matter. */
  readonly withoutSafety: Answers | undefined;
  /** The disposition with which the call was ended. */
  readonly ended: string | undefined;
}

/** The result that a row shows, without what else is told of it. */
interface Shown {
  readonly levels: readonly Level[];
  readonly settled: boolean;
  readonly emergency: boolean;
  readonly disposition: string | undefined;
}

/** The result of a row. `rankMissing` has the missing questions best first instead of in script order. */
export function rowResultOf(compiled: CompiledPolicy, row: AnsweredRow, rankMissing: boolean): RowResult {
  const { questionnaire } = compiled.callers;
  const decision = decide(compiled, row.answers);
  const shown = shownBy(questionnaire, decision, row.ended);
  const missing = shown.settled ? [] : missingIn(questionnaire, decision, rankMissing);
  return {
    status: needsAssumption(compiled, row, shown) ? 'assumed' : plainStatus(shown),
    lowest: shown.levels.at(0),
    highest: shown.levels.at(-1),
    disposition: shown.disposition,
    firstSteps: FIRST_STEPS.filter((id) => decision.firstSteps[id] === 'certain'),
    firstStepsPossible: FIRST_STEPS.filter((id) => decision.firstSteps[id] === 'possible'),
    fallback: fallbackFor(shown, isKnownMinor(questionnaire, row.answers)),
    ...(isOwedToStop(decision) ? { rules: [], oneOf: false } : namedRules(decision.deciding)),
    missing,
  };
}

function shownBy({ dispositions }: Questionnaire, decision: Decision, ended: string | undefined): Shown {
  const emergency = isEmergencyShown({ decision, ended });
  return {
    levels: levelsShown({ decision, ended }, dispositions),
    settled: isSettledAsEnded({ decision, ended }),
    emergency,
    disposition: emergency ? undefined : (ended ?? certainDisposition(decision)),
  };
}

/** The first disposition of those that may hold names the call wherever it holds. */
function certainDisposition({ levels, dispositions: [first] }: Decision): string | undefined {
  return levels.length === 0 && first?.certainty === 'certain' ? first.id : undefined;
}

/** Whether the row, without what is assumed about safety questions, would not be settled the same. */
function needsAssumption(compiled: CompiledPolicy, row: AnsweredRow, shown: Shown): boolean {
  if (row.withoutSafety === undefined) return false;
  const without = shownBy(compiled.callers.questionnaire, decide(compiled, row.withoutSafety), row.ended);
  return !isSameResult(shown, without);
}

function isSameResult(one: Shown, other: Shown): boolean {
  if (one.levels.length === 0 && other.levels.length === 0)
    return one.disposition !== undefined && one.disposition === other.disposition;
  return one.settled && other.settled && one.levels[0] === other.levels[0];
}

function plainStatus({ levels, settled }: Shown): RowStatus {
  if (levels.length === 0) return 'out-of-scope';
  return settled ? 'settled' : 'open';
}

/** Whether the fallback is due. Where the call gets a disposition, nobody's IOP is ruled out for certain. */
export function fallbackFor(
  { levels, disposition }: Pick<Shown, 'levels' | 'disposition'>,
  isMinor: boolean,
): RowResult['fallback'] {
  if (isMinor) return 'no';
  const status = fallbackStatus(levels);
  return status === 'yes' && disposition !== undefined ? 'possible' : status;
}

function isKnownMinor(questionnaire: Questionnaire, answers: Answers): boolean {
  return usedAnswers(questionnaire, answers, 'age').some(({ value }) => typeof value === 'number' && value < ADULT_AGE);
}

/** An emergency that a stop makes, where the policy would give less, is owed to no rule. */
function isOwedToStop({ stops, lowest }: Decision): boolean {
  return stops.length > 0 && lowest !== 'emergency';
}

/** Deciding rules as a result names them. */
export function namedRules(deciding: Deciding): Pick<RowResult, 'rules' | 'oneOf'> {
  switch (deciding.kind) {
    case 'rules':
      return { rules: deciding.rules, oneOf: false };
    case 'one-of':
      return { rules: deciding.rules, oneOf: true };
    case 'otherwise':
      return { rules: [OTHERWISE], oneOf: false };
    case 'none':
      return { rules: [], oneOf: false };
    default:
      return deciding satisfies never;
  }
}

function missingIn({ questions }: Questionnaire, { ask }: Decision, isRanked: boolean): readonly string[] {
  const asked = ask.map(({ question }) => question);
  return isRanked ? asked : questions.flatMap(({ id }) => (asked.includes(id) ? [id] : []));
}
