/** What a decision says of rows whose call ends, or is ended, with a disposition; by tables. */

import { TRUE } from '../diagram/forest.ts';
import { CANNOT_WAIT, FIRST_STEPS, LEVELS } from '../policy/care-lists.ts';
import type { CompiledPolicy } from './compile.ts';
import { certaintyOf } from './known-caller.ts';
import type { Certainty } from './model.ts';
import type { Walking } from './row-deciding.ts';
import { askedFor, type Joinery, scoredLevel, silentIfScored } from './row-tables.ts';
import type { RowResult } from './row-walks.ts';

export interface RowEndings {
  /** Place in the questionnaire of the first disposition that the answers show for certain; -1 where they show none. */
  readonly certain: number;
  /** Ranks of the ends of `Decision.levelsIfScored`; LEVELS.length and -1 where there are none. */
  readonly lowestIfScored: number;
  readonly highestIfScored: number;
  readonly silentIfScored: Certainty;
  /** Bit i: FIRST_STEPS[i] is one of `Decision.cannotWait`. */
  readonly cannotWait: number;
}

/** Finds what a disposition would make of rows, all of it in one joint walk: few rows come to it, and those know much the same. */
export function endingsOfRows(compiled: CompiledPolicy, { member, together }: Walking): RowResult<RowEndings> {
  const { forest } = compiled.callers;
  const whole: Joinery = { forest, take: (root) => root };
  const ends = compiled.dispositions.map(({ shown }) => member(shown, 'min'));
  const levels = [
    member(compiled.shownLevel, 'min'),
    member(scoredLevel(forest, compiled.helped, compiled.level), 'max'),
    member(silentIfScored(compiled, whole), 'same'),
  ];
  const steps = CANNOT_WAIT.map((id) => member(askedFor(compiled, id, whole), 'min'));
  return together([...levels, ...steps, ...ends], ([lowest = 0, highest = 0, silent = 0, ...others]) => {
    const isAsked = others.slice(0, steps.length);
    return {
      certain: others.indexOf(TRUE, steps.length) === -1 ? -1 : others.indexOf(TRUE, steps.length) - steps.length,
      lowestIfScored: lowest,
      highestIfScored: lowest === LEVELS.length ? -1 : highest,
      silentIfScored: certaintyOf(silent),
      cannotWait: CANNOT_WAIT.reduce((bits, id, place) => bits | ((isAsked[place] ?? 0) << FIRST_STEPS.indexOf(id)), 0),
    };
  });
}
