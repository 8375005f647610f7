/** What kind of result a summary has to present. */

import type { Decision } from '../decision/model.ts';
import type { Level } from '../policy/care-lists.ts';
import type { Disposition } from '../questionnaire/model.ts';
import { usedAnswers } from '../questionnaire/used-answers.ts';
import type { SummaryInput } from './summary-input.ts';

/** The adult policies and the directory's adult programs are for nobody younger. */
const ADULT_AGE = 18;

export interface Outcome {
  readonly emergency: boolean;
  /** How the call ends instead of with a level. */
  readonly ending: Disposition | undefined;
  /** Levels to speak of, least intensive first; under an ending that shows them as open they are never settled. */
  readonly levels: readonly Level[];
  readonly minor: boolean;
}

/** Reads the kind of result off a decision. A stop is an emergency whatever the policy says. */
export function outcomeOf(input: SummaryInput): Outcome {
  const { questionnaire, decision } = input;
  const certain = decision.dispositions.find(({ certainty }) => certainty === 'certain');
  const ending = questionnaire.dispositions.find(({ id }) => id === certain?.id);
  const emergency = isEmergency(input);
  return {
    emergency,
    ending,
    levels: emergency ? ['emergency'] : levelsToShow(decision, ending),
    minor: isMinor(input),
  };
}

/** A disposition leaves `emergency` as the only level that is still possible: that alone makes none. */
function isEmergency({ decision, policy }: SummaryInput): boolean {
  const { levels, stops, holding, settled, dispositions } = decision;
  const only = levels.length === 1 && levels[0] === 'emergency';
  const certain = policy.rules.some(({ id, atLeast }) => atLeast === 'emergency' && holding.includes(id));
  return stops.length > 0 || certain || (only && (settled || dispositions.length === 0));
}

function levelsToShow(decision: Decision, ending: Disposition | undefined): readonly Level[] {
  if (ending === undefined) return decision.levels;
  return ending.level === 'open' ? decision.levelsIfScored : [];
}

function isMinor({ questionnaire, answers }: SummaryInput): boolean {
  return usedAnswers(questionnaire, answers, 'age').some(({ value }) => typeof value === 'number' && value < ADULT_AGE);
}
