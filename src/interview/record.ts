/** What is kept of a call beside its answers: when it was, how it ended, what was done in an emergency. */

import type { Question } from '../questionnaire/model.ts';
import { isRemarkable } from '../questionnaire/used-answers.ts';
import { isStop, panelNamed, stopsNamed } from './alarm.ts';
import { type Status, statusOf } from './call-status.ts';
import type { Call, CallState, Override } from './model.ts';
import type { Replies } from './replies.ts';
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
  /** Danger that was told and does not count: it is asked afresh, or was; in script order, earlier ones first. */
  readonly told: readonly Told[];
  /** What was said is an emergency, counting what is asked afresh, and nobody has asked again since. */
  readonly isDangerUnasked: boolean;
  readonly override: Override | undefined;
  /** To whom a document of the call was given, in order. */
  readonly disclosures?: CallState['disclosures'];
}

/** An answer to a safety question, or one that stopped the call. */
export interface Told {
  readonly question: string;
  /** Options, those that stop the call first. */
  readonly said: readonly string[];
  /** Milliseconds since 1970. */
  readonly at: number;
  /** Nobody has asked again since; else it was answered anew. */
  readonly isAskedAfresh: boolean;
}

const MINUTE = 60_000;

/** Takes from a call what a summary shows of it. */
export function recordOf(call: Call, state: CallState, id: string): CallRecord {
  const { startedAt, lastAt, away, panelLog, again, override, disclosures } = state;
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
    told: toldIn(call, state),
    isDangerUnasked: isDangerUnasked(call, state),
    override,
    disclosures,
  };
}

function toldIn(call: Call, state: CallState): readonly Told[] {
  return call.compiled.callers.questionnaire.questions.flatMap((question) => {
    const earlier = state.stops.filter((stop) => stop.question === question.id);
    return [...earlier.flatMap((stop) => answeredSince(question, stop, state)), ...toBeAsked(call, state, question)];
  });
}

function answeredSince(
  question: Question,
  { said, at }: CallState['stops'][number],
  state: CallState,
): readonly Told[] {
  const isLatest = state.given.get(question.id)?.at === at;
  return isLatest ? [] : [{ question: question.id, said: stopsFirst(question, said), at, isAskedAfresh: false }];
}

/** A reply that is not scored until the question is asked afresh, if an unremarkable caller would not have given it. */
function toBeAsked(call: Call, { given, again }: CallState, question: Question): readonly Told[] {
  const latest = given.get(question.id);
  if (latest === undefined || !('said' in latest.reply) || !isAskedAfresh(call, { given, again }, question)) return [];
  const { said } = latest.reply;
  const isDanger =
    question.safety || stopsNamed(question, latest.reply).length > 0 || panelNamed(question, latest.reply).length > 0;
  if (!isDanger || typeof said === 'number' || !isRemarkable({ question, value: said })) return [];
  return [{ question: question.id, said: stopsFirst(question, said), at: latest.at, isAskedAfresh: true }];
}

function stopsFirst({ stop }: Question, said: string | readonly string[]): readonly string[] {
  const options = typeof said === 'string' ? [said] : said;
  return [...options.filter((id) => stop.includes(id)), ...options.filter((id) => !stop.includes(id))];
}

/** A question that does not apply any more is not asked again. */
function isAskedAfresh(call: Call, replies: Replies, { id }: Question): boolean {
  return replies.again.has(id) && standingOf(call, replies).applies.get(id) !== 'no';
}

const NONE: Replies['again'] = new Set();

function isDangerUnasked(call: Call, state: CallState): boolean {
  const open = call.compiled.callers.questionnaire.questions.filter((one) => toBeAsked(call, state, one).length > 0);
  if (open.length === 0) return false;
  const { given } = state;
  const isStopped = (question: Question): boolean => {
    const reply = given.get(question.id)?.reply;
    return reply !== undefined && isStop(question, reply);
  };
  return open.some(isStopped) || standingOf(call, { given, again: NONE }).isEmergency;
}
