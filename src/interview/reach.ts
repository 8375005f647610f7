/** Where a counselor can go from where the call stands, and which levels may be chosen instead. */

import type { Level } from '../policy/care-lists.ts';
import type { Question } from '../questionnaire/model.ts';
import { isStop } from './alarm.ts';
import type { Call, CallState, OverrideCode } from './model.ts';
import { CHOOSABLE_LEVELS, overrideFindings } from './override.ts';
import { questionWith, scoredReply } from './replies.ts';
import { shownBy } from './shown-by.ts';
import { standingOf } from './standing.ts';

/** Questions to which the counselor may jump, in script order: those that apply, none beyond an open safety question. */
export function reachableQuestions(call: Call, state: CallState): readonly string[] {
  const { kind } = state.place;
  const mayJump = kind === 'question' || kind === 'disposition' || kind === 'review';
  return mayJump && !state.isPanelOpen ? withinBarrier(call, state).map((question) => question.id) : [];
}

/**
 * Questions that apply, up to the first one that must be dealt with before anything later may be on screen: a safety
 * question without a reply that counts, or one whose reply is a stop. Red flags come first on every path.
 */
export function withinBarrier(call: Call, state: CallState): readonly Question[] {
  const { applies } = standingOf(call, state);
  const applying = call.compiled.callers.questionnaire.questions.filter(({ id }) => applies.get(id) !== 'no');
  const barrier = applying.findIndex((question) => {
    const reply = scoredReply(state, question.id);
    return reply === undefined ? question.safety : isStop(question, reply);
  });
  return barrier === -1 ? applying : applying.slice(0, barrier + 1);
}

/** The question to which one step back leads; undefined where there is none. */
export function backTarget(call: Call, state: CallState): string | undefined {
  const { place } = state;
  if (state.isPanelOpen || place.kind === 'over') return undefined;
  if (place.kind === 'safety-unknown') return place.id;
  if (place.kind === 'stopped' && place.by.kind === 'answer' && questionWith(call, place.by.question)?.safety)
    return place.by.question;
  const near = withinBarrier(call, state);
  if (place.kind === 'question') return before(call, state, place.id);
  const counted = near.filter(({ id }) => scoredReply(state, id) !== undefined).map((question) => question.id);
  const preferred = preferredTargets(call, state).filter((id) => counted.includes(id));
  return preferred.at(-1) ?? counted.at(-1) ?? near.at(-1)?.id;
}

/** The question before one in script order that applies; in a brief call none that was left out. */
function before(call: Call, state: CallState, id: string): string | undefined {
  const { applies, leftOut } = standingOf(call, state);
  const { questions } = call.compiled.callers.questionnaire;
  const place = questions.findIndex((question) => question.id === id);
  return questions
    .slice(0, place)
    .findLast((question) => applies.get(question.id) !== 'no' && !leftOut.includes(question.id))?.id;
}

/** Questions whose replies brought the call where it stands, the likeliest slip last. */
function preferredTargets(call: Call, { place, given }: CallState): readonly string[] {
  if (place.kind === 'stopped') return place.by.kind === 'answer' ? [place.by.question] : [...given.keys()];
  const { questionnaire } = call.compiled.callers;
  const shown = questionnaire.dispositions.find((one) => place.kind === 'disposition' && one.id === place.id);
  return shown === undefined ? [] : shownBy(questionnaire, shown);
}

/**
 * The levels that the counselor may choose instead of the rules', least intensive first; none unless the review is on
 * screen. A caller who gets no level gets none by choice.
 */
export function overridableLevels(call: Call, state: CallState): readonly Level[] {
  if (state.place.kind !== 'review' || state.isPanelOpen) return [];
  const { levels, isEmergency } = standingOf(call, state);
  const [first, second] = levels;
  if (isEmergency || first === undefined) return [];
  return CHOOSABLE_LEVELS.filter((level) => level !== first || second !== undefined);
}

/** Whether a choice of level needs a note to be made. */
export function needsNote(call: Call, state: CallState, level: Level, code: OverrideCode): boolean {
  return overrideFindings({ level, code }, standingOf(call, state)).length > 0;
}
