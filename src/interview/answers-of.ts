/** The replies that count, as answers: what a decision and a summary are made from. */

import type { Answers, OverrideSource } from '../questionnaire/model.ts';
import { instantText } from './instant.ts';
import type { Call, CallState } from './model.ts';
import { asAnswers } from './replies.ts';
import { endingOf, standingOf } from './standing.ts';

/** What the caller said so far. Replies set aside and replies to be asked afresh count as not asked. */
export function answersOf(call: Call, state: CallState): Answers {
  const counted = new Set(standingOf(call, state).counted);
  const ended = endedBy(call, state);
  return {
    ...asAnswers(call, state, (id) => counted.has(id)),
    ...(ended === undefined ? {} : { ended }),
    ...(state.override === undefined ? {} : { override: overrideSource(state.override) }),
    ...(state.notes.length === 0 ? {} : { notes: state.notes.map(({ at: _, ...note }) => note) }),
    ...(state.handOffs.length === 0
      ? {}
      : { handOffs: state.handOffs.map(({ at, ...one }) => ({ ...one, at: instantText(at) })) }),
  };
}

/** The disposition that the counselor chose; one that the answers show by themselves is not said twice. */
function endedBy(call: Call, state: CallState): string | undefined {
  const { place } = state;
  if (place.kind !== 'over' || place.how.kind !== 'disposition') return undefined;
  return endingOf(call, standingOf(call, state))?.id === place.how.id ? undefined : place.how.id;
}

function overrideSource({ level, code, note }: OverrideSource): OverrideSource {
  return note === undefined ? { level, code } : { level, code, note };
}
