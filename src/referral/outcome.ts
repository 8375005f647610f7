/** What kind of result a summary has to present. */

import type { Decision } from '../decision/model.ts';
import type { Override } from '../interview/model.ts';
import type { Level } from '../policy/care-lists.ts';
import type { Disposition } from '../questionnaire/model.ts';
import { usedAnswers } from '../questionnaire/used-answers.ts';
import type { SummaryInput } from './summary-input.ts';

/** The adult policies and the directory's adult programs are for nobody younger. */
const ADULT_AGE = 18;

export interface Outcome {
  readonly emergency: boolean;
  /** The counselor ended the call as an emergency, and the answers alone do not make it one. */
  readonly judged: boolean;
  /** How the call ends instead of with a level: as the counselor ended it, else as the answers show. */
  readonly ending: Disposition | undefined;
  /** What the answers show for certain, where the counselor ended the call otherwise: neither hides the other. */
  readonly shownBesides: Disposition | undefined;
  /** Whether the ending, or one shown besides, leaves levels open; under `none` no level is named. */
  readonly endsWith: Disposition['level'] | undefined;
  /** The counselor ended the call so, for reasons that no answer shows: nobody is on the line who could be asked more. */
  readonly isCutShort: boolean;
  /** What was said adds up to an emergency, and nobody has asked again since. */
  readonly isDangerUnasked: boolean;
  /** Levels to speak of, least intensive first; under an ending that shows them as open they are never settled. */
  readonly levels: readonly Level[];
  /** The level that the counselor chose instead: what follows from a level follows from this one. */
  readonly chosen: Override | undefined;
  readonly minor: boolean;
}

/** Reads the kind of result off a decision and what the counselor made of it. A stop is an emergency whatever the policy says. */
export function outcomeOf(input: SummaryInput): Outcome {
  const [ending, shownBesides] = endingsOf(input);
  const endsWith = endedWith(ending, shownBesides);
  const shown = isEmergency(input);
  const emergency = shown || input.call?.record.status.kind === 'stopped';
  const isDangerUnasked = !emergency && input.call?.record.isDangerUnasked === true;
  return {
    emergency,
    judged: emergency && !shown,
    ending,
    shownBesides,
    endsWith,
    isDangerUnasked,
    isCutShort: input.answers.ended !== undefined && ending !== undefined && ending.when === undefined,
    levels: emergency ? ['emergency'] : levelsToShow(input.decision, endsWith),
    chosen: emergency || isDangerUnasked || ending !== undefined ? undefined : input.override,
    minor: isMinor(input),
  };
}

/** What the counselor ended the call with stands before what the answers show. */
function endingsOf({ questionnaire, decision, answers }: SummaryInput): readonly Disposition[] {
  const certain = decision.dispositions.find(({ certainty }) => certainty === 'certain');
  return [...new Set([answers.ended, certain?.id])].flatMap(
    (id) => questionnaire.dispositions.find((one) => one.id === id) ?? [],
  );
}

function endedWith(...endings: readonly (Disposition | undefined)[]): Disposition['level'] | undefined {
  const levels = endings.flatMap((ending) => ending?.level ?? []);
  return levels.includes('none') ? 'none' : levels[0];
}

/**
 * Whether the answers make an emergency certain. A disposition leaves `emergency` as the only level that is still possible:
 * that alone makes none.
 */
export function isEmergency({ decision, policy }: Pick<SummaryInput, 'decision' | 'policy'>): boolean {
  const { levels, stops, holding, settled, dispositions } = decision;
  const only = levels.length === 1 && levels[0] === 'emergency';
  const certain = policy.rules.some(({ id, atLeast }) => atLeast === 'emergency' && holding.includes(id));
  return stops.length > 0 || certain || (only && (settled || dispositions.length === 0));
}

function levelsToShow(decision: Decision, endsWith: Outcome['endsWith']): readonly Level[] {
  if (endsWith === undefined) return decision.levels;
  return endsWith === 'open' ? decision.levelsIfScored : [];
}

function isMinor({ questionnaire, answers }: SummaryInput): boolean {
  return usedAnswers(questionnaire, answers, 'age').some(({ value }) => typeof value === 'number' && value < ADULT_AGE);
}
