/** What a row gets: its answers decided, shown as a call's are. Slow and obvious; every faster way must agree. */

import { type CompiledPolicy, OTHERWISE } from '../decision/compile.ts';
import { decide } from '../decision/decide.ts';
import type { Deciding, Decision } from '../decision/model.ts';
import { type ShownResult, shownResult } from '../interview/shown-result.ts';
import { isKnownMinor } from '../questionnaire/known-minor.ts';
import type { Answers, Questionnaire } from '../questionnaire/model.ts';
import { fallbackStatus } from '../referral/fallback.ts';
import type { RowResult, RowStatus } from './row-result.ts';

/** A row that says nothing impossible. */
export interface AnsweredRow {
  /** What the row says and what is assumed about it, without answers to questions that certainly do not apply. */
  readonly answers: Answers;
  /** The same without what is assumed about safety questions; undefined where nothing is that may matter. */
  readonly withoutSafety: Answers | undefined;
  /** The disposition with which the call was ended. */
  readonly ended: string | undefined;
  /** A column says that the call was stopped as an emergency. */
  readonly isStopped: boolean;
}

/** The result of a row. `rankMissing` has the missing questions best first instead of in script order. */
export function rowResultOf(compiled: CompiledPolicy, row: AnsweredRow, rankMissing: boolean): RowResult {
  const { questionnaire } = compiled.callers;
  const decision = decide(compiled, row.answers);
  const shown = shownBy(questionnaire, decision, row);
  const without = row.withoutSafety && shownBy(questionnaire, decide(compiled, row.withoutSafety), row);
  return {
    ...toldOf(shown, {
      status: rowStatus(shown, without),
      safetyOpen: decision.unknownSafety.length,
      isMinor: isKnownMinor(questionnaire, row.answers),
    }),
    ...namedRules(shown.isByRules ? decision.deciding : NO_RULE),
    missing: shown.settled ? [] : missingIn(questionnaire, decision, rankMissing),
  };
}

/** What of a result is not shown by itself. */
interface Untold extends Pick<RowResult, 'status' | 'safetyOpen'> {
  readonly isMinor: boolean;
}

/** A result without its rules and what is missing: the same for rows that are decided slowly and fast. */
export function toldOf(
  shown: ShownResult,
  { status, safetyOpen, isMinor }: Untold,
): Omit<RowResult, 'rules' | 'oneOf' | 'missing'> {
  const { lowest, highest, firstSteps, firstStepsPossible } = shown;
  return {
    ...{ status, lowest, highest, disposition: dispositionOf(shown), firstSteps, firstStepsPossible },
    ...{ fallback: fallbackFor(shown, isMinor), safetyOpen },
  };
}

function shownBy({ dispositions }: Questionnaire, decision: Decision, { ended, isStopped }: AnsweredRow): ShownResult {
  return shownResult({ decision, ended, isStopped: isStopped || decision.stops.length > 0 }, dispositions);
}

/** An emergency stands before any disposition. */
function dispositionOf({ emergency, ending }: ShownResult): string | undefined {
  return emergency ? undefined : ending?.id;
}

/** The status of a row; `without` is what it shows without what is assumed about safety questions, where that may matter. */
export function rowStatus(shown: ShownResult, without: ShownResult | undefined): RowStatus {
  if (without !== undefined && !isSameResult(shown, without)) return 'assumed';
  if (shown.highest === undefined) return 'out-of-scope';
  return shown.settled ? 'settled' : 'open';
}

function isSameResult(one: ShownResult, other: ShownResult): boolean {
  if (one.highest === undefined && other.highest === undefined) return dispositionOf(one) === dispositionOf(other);
  return one.settled && other.settled && one.lowest === other.lowest;
}

/** Whether the fallback is due. Where no level can be promised, or the call gets a disposition, nobody's IOP is ruled out for certain. */
function fallbackFor(
  { possible, lowest, emergency, ending }: Pick<ShownResult, 'possible' | 'lowest' | 'emergency' | 'ending'>,
  isMinor: boolean,
): RowResult['fallback'] {
  if (isMinor) return 'no';
  const status = fallbackStatus(possible);
  const isUncertain = lowest === undefined || (!emergency && ending !== undefined);
  return status === 'yes' && isUncertain ? 'possible' : status;
}

const NO_RULE: Deciding = { kind: 'none' };

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
