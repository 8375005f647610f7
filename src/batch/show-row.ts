/** What a row of codes shows: the fast side of row-result-of.ts. What is shown of equal bounds is worked out once. */

import type { CompiledPolicy } from '../decision/compile.ts';
import type { Codes, RowBounds, RowDecider } from '../decision/row-decider.ts';
import type { RowEndings } from '../decision/row-endings.ts';
import { type DecidedCall, type ShownResult, shownResult } from '../interview/shown-result.ts';
import { CANNOT_WAIT, FIRST_STEPS, LEVELS } from '../policy/care-lists.ts';
import { forEachId } from '../policy/for-each-id.ts';
import type { RowState } from './row-state.ts';

/** What a row shows, with a number that is the same for all that show the same. */
export interface ShownRow {
  readonly number: number;
  readonly result: ShownResult;
}

/** How a call was ended, by the row: the place of a disposition or -1, and whether it was stopped as an emergency. */
export type RowEnd = Pick<RowState, 'ended' | 'isStopped'>;

export interface RowShower {
  /** What a row with these bounds shows. */
  readonly show: (codes: Codes, bounds: RowBounds, end: RowEnd) => ShownRow;
  /** Forgets all results, so that numbers begin at 0 again. */
  readonly clear: () => void;
}

/** What no disposition makes anything of. */
const NO_ENDINGS: RowEndings = {
  certain: -1,
  lowestIfScored: LEVELS.length,
  highestIfScored: -1,
  silentIfScored: 'no',
  cannotWait: 0,
};

/** Bounds of which what they show is kept: there are hundreds of distinct ones, and a decider may give equal ones anew. */
const MOST_KEPT = 1 << 14;

/** Prepares showing rows. */
export function rowShower(compiled: CompiledPolicy, decider: RowDecider): RowShower {
  const { dispositions } = compiled.callers.questionnaire;
  const hasStop = stopFinder(compiled, decider);
  const kept = new Map<RowBounds, Map<RowEndings, ShownRow[]>>();
  const numbers = new Map<string, number>();

  const numbered = (result: ShownResult): ShownRow => {
    const key = JSON.stringify({ ...result, ending: result.ending?.id, shownBesides: result.shownBesides?.id });
    const number = numbers.get(key) ?? numbers.size;
    numbers.set(key, number);
    return { number, result };
  };
  const keptFor = (bounds: RowBounds, endings: RowEndings): ShownRow[] => {
    if (kept.size === MOST_KEPT) kept.clear();
    const byEndings = kept.get(bounds) ?? new Map<RowEndings, ShownRow[]>();
    if (byEndings.size === 0) kept.set(bounds, byEndings);
    const shown = byEndings.get(endings) ?? [];
    if (shown.length === 0) byEndings.set(endings, shown);
    return shown;
  };
  return {
    show: (codes, bounds, { ended, isStopped: isSaid }) => {
      const isStopped = isSaid || hasStop(codes);
      const endings = ended !== -1 || bounds.isEnding ? decider.endings(codes) : NO_ENDINGS;
      const shown = keptFor(bounds, endings);
      const place = 2 * (ended + 1) + (isStopped ? 1 : 0);
      const before = shown[place];
      if (before !== undefined) return before;
      const decision = decisionOf(bounds, endings, dispositions[endings.certain]?.id);
      const made = numbered(shownResult({ decision, ended: dispositions[ended]?.id, isStopped }, dispositions));
      shown[place] = made;
      return made;
    },
    clear: () => {
      kept.clear();
      numbers.clear();
    },
  };
}

/** Bounds as what `decide` says of them. Levels between two possible ones count as possible: nothing that is shown depends on them. */
function decisionOf(bounds: RowBounds, endings: RowEndings, certain: string | undefined): DecidedCall['decision'] {
  const { lowest, highest, firstSteps: bits } = bounds;
  return {
    levels: LEVELS.slice(lowest, highest + 1),
    lowest: LEVELS[lowest],
    emergency: bounds.isEmergency ? 'certain' : 'possible',
    silent: bounds.silent,
    settled: bounds.isSettled,
    levelsIfScored: LEVELS.slice(endings.lowestIfScored, endings.highestIfScored + 1),
    silentIfScored: endings.silentIfScored,
    dispositions: certain === undefined ? [] : [{ id: certain, certainty: 'certain' }],
    firstSteps: forEachId(FIRST_STEPS, (id) => stepIn(bits, FIRST_STEPS.indexOf(id))),
    cannotWait: CANNOT_WAIT.filter((id) => (endings.cannotWait >> FIRST_STEPS.indexOf(id)) & 1),
  };
}

function stepIn(bits: number, step: number): 'certain' | 'possible' | 'no' {
  if ((bits >> step) & 1) return 'certain';
  return (bits >> (16 + step)) & 1 ? 'possible' : 'no';
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
