/** What a call or a row shows as its result: one meaning for summaries, for exported calls and for scored rows. */

import type { Certainty, Decision } from '../decision/model.ts';
import { FIRST_STEPS, type FirstStep, type Level } from '../policy/care-lists.ts';
import type { Disposition, Questionnaire } from '../questionnaire/model.ts';

/** What a result is read off: the decision, and what the counselor made of the call. */
export interface DecidedCall {
  readonly decision: Pick<
    Decision,
    | 'levels'
    | 'levelsIfScored'
    | 'lowest'
    | 'emergency'
    | 'silent'
    | 'silentIfScored'
    | 'settled'
    | 'dispositions'
    | 'firstSteps'
    | 'cannotWait'
  >;
  /** The disposition with which the counselor ended the call. */
  readonly ended: string | undefined;
  /** An answer stopped the call, or the counselor did: an emergency whatever the policy says. */
  readonly isStopped: boolean;
}

export interface ShownResult {
  readonly emergency: boolean;
  /** How the call ends instead of with a level: as the counselor ended it, else as the answers show. */
  readonly ending: Disposition | undefined;
  /** What the answers show for certain, where the counselor ended the call otherwise: neither hides the other. */
  readonly shownBesides: Disposition | undefined;
  /** Whether the ending, or one shown besides, leaves levels open; under `none` no level is named. */
  readonly endsWith: Disposition['level'] | undefined;
  /** The counselor ended the call so, for reasons that no answer shows: nobody is on the line who could be asked more. */
  readonly isCutShort: boolean;
  /** Levels that are still possible, least intensive first. Of an ending without levels an emergency alone is left, until the safety questions are asked. */
  readonly possible: readonly Level[];
  /** The least intensive one. Undefined where none can be promised: there is none, or a completion without one, or one of which the policy does not say. */
  readonly lowest: Level | undefined;
  readonly highest: Level | undefined;
  /** Whether there is one result. What the counselor ended, what is shown as open and what the policy does not say is not settled. */
  readonly settled: boolean;
  /** Whether the lowest level is what the decision's deciding rules give. */
  readonly isByRules: boolean;
  /** What has to happen first, and what may have to. */
  readonly firstSteps: readonly FirstStep[];
  readonly firstStepsPossible: readonly FirstStep[];
}

/**
 * Reads the result of a call off its decision and off how the counselor ended it. An emergency is certain however many first steps
 * are open. That a disposition leaves `emergency` as the only level that is still possible makes none.
 */
export function shownResult(call: DecidedCall, dispositions: Questionnaire['dispositions']): ShownResult {
  const endings = endingsOf(call, dispositions);
  const [ending, shownBesides] = endings;
  const endsWith = endedWith(endings);
  const isCutShort = call.ended !== undefined && ending !== undefined && ending.when === undefined;
  const shown = { ending, shownBesides, endsWith, isCutShort, ...stepsUnder(call, ending) };
  if (call.decision.emergency === 'certain' || call.isStopped) return { ...shown, ...emergencyOf(call) };
  return { ...shown, emergency: false, ...levelsUnder(call, shown), settled: isSettled(call, endings) };
}

/** What the counselor ended the call with stands before what the answers show. */
function endingsOf(
  { decision, ended }: DecidedCall,
  dispositions: Questionnaire['dispositions'],
): readonly Disposition[] {
  return [...new Set([ended, certainEnding(decision)])].flatMap(
    (id) => dispositions.find((one) => one.id === id) ?? [],
  );
}

function certainEnding({ dispositions }: DecidedCall['decision']): string | undefined {
  return dispositions.find(({ certainty }) => certainty === 'certain')?.id;
}

function endedWith(endings: readonly Disposition[]): Disposition['level'] | undefined {
  const levels = endings.map(({ level }) => level);
  return levels.includes('none') ? 'none' : levels[0];
}

/** Under an ending, what a danger to life or body asks for holds whatever the level. */
function stepsUnder(
  { decision: { firstSteps: steps, cannotWait } }: DecidedCall,
  ending: Disposition | undefined,
): Pick<ShownResult, 'firstSteps' | 'firstStepsPossible'> {
  const urgent: readonly FirstStep[] = ending === undefined ? [] : cannotWait;
  const firstSteps = FIRST_STEPS.filter((id) => steps[id] === 'certain' || urgent.includes(id));
  return {
    firstSteps,
    firstStepsPossible: FIRST_STEPS.filter((id) => steps[id] === 'possible' && !firstSteps.includes(id)),
  };
}

type Levels = Pick<ShownResult, 'possible' | 'lowest' | 'highest' | 'isByRules'>;

function emergencyOf({ decision }: DecidedCall): Levels & Pick<ShownResult, 'emergency' | 'settled'> {
  const isByRules = decision.emergency === 'certain';
  return {
    ...{ emergency: true, possible: ['emergency'], lowest: 'emergency', highest: 'emergency' },
    ...{ settled: true, isByRules },
  };
}

type Ending = Pick<ShownResult, 'ending' | 'endsWith' | 'isCutShort'>;

function levelsUnder({ decision }: DecidedCall, ending: Ending): Levels {
  const possible = possibleLevels(decision, ending);
  const [least] = possible;
  const silence = silenceUnder(decision, ending);
  const isEmergencyOrNone = possible.length === 1 && least === 'emergency'; // it is not certain: others get no level
  return {
    possible,
    lowest: silence === 'no' && !isEmergencyOrNone ? least : undefined,
    highest: silence === 'certain' ? undefined : possible.at(-1),
    isByRules: !isEmergencyOrNone && least !== undefined && least === decision.lowest,
  };
}

function possibleLevels({ levels, levelsIfScored }: DecidedCall['decision'], end: Ending): readonly Level[] {
  if (end.endsWith === undefined) return levels;
  if (end.endsWith === 'open') return levelsIfScored;
  return end.isCutShort && end.ending?.level === 'none' ? [] : levels.filter((level) => level === 'emergency');
}

function silenceUnder({ silent, silentIfScored }: DecidedCall['decision'], { endsWith }: Ending): Certainty {
  if (endsWith === undefined) return silent;
  return endsWith === 'open' ? silentIfScored : 'no';
}

function isSettled({ decision }: DecidedCall, endings: readonly Disposition[]): boolean {
  const certain = certainEnding(decision);
  const isAsAnswered = endings.every(({ id, level }) => id === certain && level !== 'open');
  return decision.settled && decision.silent === 'no' && isAsAnswered;
}

/** Whether the answers alone make an emergency certain: by the policy, or because one of them stops the call. */
export function isEmergency({ emergency, stops }: Pick<Decision, 'emergency' | 'stops'>): boolean {
  return emergency === 'certain' || stops.length > 0;
}
