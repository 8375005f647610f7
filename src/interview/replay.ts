/** A journal replayed: the state in which its call stands now, under the questionnaire and the policy as they are now. */

import type { Question } from '../questionnaire/model.ts';
import { startCall } from './call.ts';
import type { Journal, JournalHeader } from './journal.ts';
import type { Call, CallEvent, CallState } from './model.ts';
import { fits } from './replies.ts';
import { transition } from './transition.ts';

/** A reply that could not be replayed. What it said is left out, because it is shown. */
export interface Misfit {
  readonly question: string;
  readonly why:
    | 'question-gone' // the questionnaire has no such question any more
    | 'answer-gone' // the question does not accept such an answer any more
    | 'out-of-place'; // as things stand now, the call would not have taken a reply to it at that point
  /** When it was given, in milliseconds since 1970. */
  readonly at: number;
}

export interface Replay {
  readonly state: CallState;
  readonly misfits: readonly Misfit[];
}

/**
 * Folds the machine over a journal's events. Whether an event is left out depends on the event and the call alone or on the
 * fold before it, so that a journal that was continued under a newer questionnaire replays to the state it was continued to.
 */
export function replay(call: Call, { header, entries }: Journal): Replay {
  const questions = new Map(call.compiled.callers.questionnaire.questions.map((one) => [one.id, one]));
  const misfits: Misfit[] = [];
  const { languages } = call.compiled.callers.questionnaire;
  // A language that the questionnaire has no more, or never had, is that of nobody's call.
  const language = languages.find((one) => one === header.language);
  let state = startCall(call, header.startedAt, language);
  for (const { at, event } of entries) {
    const why = whyGone(questions, event);
    const next = why === undefined ? transition(call, state, current(questions, event), at)[0] : state;
    if (event.kind === 'answered' && next === state)
      misfits.push({ question: event.question, why: why ?? 'out-of-place', at });
    state = next;
  }
  return { state, misfits };
}

/** Which content is not the same as when the call began; none where a journal replays exactly. */
export function changedContent(
  header: Pick<JournalHeader, 'questionnaire' | 'policy'>,
  now: { readonly questionnaire: string; readonly policy: string }, // hashes
): readonly ('questionnaire' | 'policy')[] {
  return (['questionnaire', 'policy'] as const).filter((part) => header[part].hash !== now[part]);
}

type Questions = ReadonlyMap<string, Question>;

function whyGone(questions: Questions, event: CallEvent): 'question-gone' | 'answer-gone' | undefined {
  if (event.kind !== 'answered') return undefined;
  const question = questions.get(event.question);
  if (question === undefined) return 'question-gone';
  return fits(question, event.reply) ? undefined : 'answer-gone';
}

/** A note on a question that is gone becomes one on the call: what was written down is not lost. */
function current(questions: Questions, event: CallEvent): CallEvent {
  if (event.kind !== 'noted' || event.question === undefined || questions.has(event.question)) return event;
  return { kind: 'noted', text: event.text };
}
