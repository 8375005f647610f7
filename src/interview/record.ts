/** What is kept of a call beside its answers: when it was, how it ended, what was done in an emergency. */

import { type Status, statusOf } from './call-status.ts';
import type { Call, CallState, Override } from './model.ts';
import { standingOf } from './standing.ts';

export interface CallRecord {
  /** Id of the session. */
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly startedAt: number;
  /** When the last thing happened, in milliseconds since 1970. */
  readonly lastAt: number;
  /** Whole minutes on the line, begun ones counted; the time during which the call was laid aside is left out. */
  readonly minutes: number;
  readonly status: Status;
  /** What was done in an emergency, and when. */
  readonly panelLog: CallState['panelLog'];
  /** Questions whose reply certainly does not apply any more and is not scored, in script order. */
  readonly setAside: readonly string[];
  /** Questions whose reply is not scored until it is given or confirmed afresh, in script order. */
  readonly askAgain: readonly string[];
  readonly override: Override | undefined;
}

const MINUTE = 60_000;

/** Takes from a call what a summary shows of it. */
export function recordOf(call: Call, state: CallState, id: string): CallRecord {
  const { startedAt, lastAt, away, panelLog, again, override } = state;
  const { questions } = call.compiled.callers.questionnaire;
  return {
    id,
    startedAt,
    lastAt,
    minutes: Math.ceil(Math.max(0, lastAt - startedAt - away) / MINUTE),
    status: statusOf(state),
    panelLog,
    setAside: standingOf(call, state).setAside,
    askAgain: questions.map((question) => question.id).filter((question) => again.has(question)),
    override,
  };
}
