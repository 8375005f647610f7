/** What kind of result a summary has to present. */

import type { Override } from '../interview/model.ts';
import { type DecidedCall, isEmergency, type ShownResult, shownResult } from '../interview/shown-result.ts';
import type { Level } from '../policy/care-lists.ts';
import { isKnownMinor } from '../questionnaire/known-minor.ts';
import type { SummaryInput } from './summary-input.ts';

export interface Outcome
  extends Pick<ShownResult, 'emergency' | 'ending' | 'shownBesides' | 'endsWith' | 'isCutShort'> {
  /** The counselor ended the call as an emergency, and the answers alone do not make it one. */
  readonly judged: boolean;
  /** What was said adds up to an emergency, and nobody has asked again since. */
  readonly isDangerUnasked: boolean;
  /** Levels to speak of, least intensive first; under an ending that shows them as open they are never settled. */
  readonly levels: readonly Level[];
  /** The level that the counselor chose instead: what follows from a level follows from this one. */
  readonly chosen: Override | undefined;
  readonly minor: boolean;
}

/** Reads the kind of result off a decision and what the counselor made of it. */
export function outcomeOf(input: SummaryInput): Outcome {
  const shown = shownResult(decidedCall(input), input.questionnaire.dispositions);
  const { emergency, ending, shownBesides, endsWith, isCutShort } = shown;
  const isDangerUnasked = !emergency && input.call?.record.isDangerUnasked === true;
  return {
    ...{ emergency, ending, shownBesides, endsWith, isCutShort, isDangerUnasked },
    judged: emergency && !isEmergency(input.decision),
    levels: emergency || endsWith !== 'none' ? shown.possible : [],
    chosen: emergency || isDangerUnasked || ending !== undefined ? undefined : input.override,
    minor: isKnownMinor(input.questionnaire, input.answers),
  };
}

/** The call of a summary, as its result is read off it. */
export function decidedCall({ decision, answers, call }: SummaryInput): DecidedCall {
  const isStopped = decision.stops.length > 0 || call?.record.status.kind === 'stopped';
  return { decision, ended: answers.ended, isStopped };
}
