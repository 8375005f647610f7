/** What a row of codes shows, packed into one number: the fast side of row-result-of.ts. */

import type { CompiledPolicy } from '../decision/compile.ts';
import type { Codes, RowBounds, RowDecider } from '../decision/row-decider.ts';
import { LEVELS } from '../policy/care-lists.ts';

/** No level: the rank behind the last one. */
export const NO_LEVEL = LEVELS.length;
const EMERGENCY = LEVELS.indexOf('emergency');

/** No disposition. */
const NONE = -1;

/** Bits of what is shown: the two ranks, then what is so, then the disposition's place and one. */
const SETTLED = 1 << 8;
/** A stop makes the emergency, where the policy would give less. */
const STOPPED = 1 << 9;
const DISPOSITION = 10;

export function lowestShown(shown: number): number {
  return shown & 15;
}

export function highestShown(shown: number): number {
  return (shown >> 4) & 15;
}

export function isSettledShown(shown: number): boolean {
  return (shown & SETTLED) !== 0;
}

export function isStoppedShown(shown: number): boolean {
  return (shown & STOPPED) !== 0;
}

/** Place of the disposition in the questionnaire; -1 where there is none. */
export function dispositionShown(shown: number): number {
  return (shown >> DISPOSITION) - 1;
}

/** Shows a row with these bounds; `ended` is the place of the disposition with which the call was ended, or -1. */
export type ShowRow = (codes: Codes, bounds: RowBounds, ended: number) => number;

/** Prepares showing rows. */
export function rowShower(compiled: CompiledPolicy, decider: RowDecider): ShowRow {
  const { dispositions } = compiled.callers.questionnaire;
  const keepsLevels = dispositions.map(({ level }) => level === 'open');
  const hasStop = stopFinder(compiled, decider);
  const showPlain = ({ lowest, highest, disposition, isSettled }: RowBounds): number =>
    lowest === NO_LEVEL ? pack(NO_LEVEL, NO_LEVEL, isSettled, disposition) : pack(lowest, highest, isSettled, NONE);
  const showEnded = ({ lowest, highest }: RowBounds, ended: number): number =>
    lowest === NO_LEVEL || !keepsLevels[ended]
      ? pack(NO_LEVEL, NO_LEVEL, false, ended)
      : pack(lowest, highest, false, ended);
  return (codes, bounds, ended) => {
    const { lowest, isSettled } = bounds;
    if ((isSettled && lowest === EMERGENCY) || hasStop(codes))
      return pack(EMERGENCY, EMERGENCY, true, NONE) | (lowest === EMERGENCY ? 0 : STOPPED);
    return ended === NONE ? showPlain(bounds) : showEnded(bounds, ended);
  };
}

function pack(lowest: number, highest: number, isSettled: boolean, disposition: number): number {
  return lowest | (highest << 4) | (isSettled ? SETTLED : 0) | ((disposition + 1) << DISPOSITION);
}

/** Whether a row names a stop option of a question that may apply. */
function stopFinder({ callers }: CompiledPolicy, decider: RowDecider): (codes: Codes) => boolean {
  const { questionnaire, encoding } = callers;
  const stops = questionnaire.questions.flatMap(({ id, index, stop }) =>
    (encoding.ofQuestion.get(id) ?? []).flatMap((number) => {
      const variable = encoding.variables[number];
      if (variable?.kind === 'option') return stop.includes(variable.option) ? [[number, 1, index]] : [];
      if (variable?.kind !== 'value') return [];
      return stop.map((option) => [number, variable.values.indexOf(option), index]);
    }),
  );
  const variables = Uint16Array.from(stops, ([variable = 0]) => variable);
  const codesOfStops = Uint8Array.from(stops, ([, code = 0]) => code);
  const questions = Uint16Array.from(stops, ([, , question = 0]) => question);
  return (codes) => {
    for (let index = 0; index < variables.length; index++)
      if (codes[variables[index] ?? 0] === codesOfStops[index] && decider.mayApply(questions[index] ?? 0, codes))
        return true;
    return false;
  };
}
