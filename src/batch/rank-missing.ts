/** The missing questions of a row, the most telling first. */

import type { CompiledPolicy } from '../decision/compile.ts';
import { knownAs } from '../decision/known-caller.ts';
import { nextQuestions } from '../decision/next-questions.ts';
import type { Codes } from '../decision/row-decider.ts';
import { UNKNOWN } from '../diagram/walk.ts';

/** How many rows' rankings are remembered: ranking takes a thousand times as long as deciding. */
const REMEMBERED = 1 << 12;

/** Ranks what is missing of a row that is not settled, as places in the script; `missing` are the same places, ascending. */
export type RankMissing = (codes: Codes, missing: readonly number[]) => readonly number[];

/** Prepares ranking under a compiled policy. */
export function rankMissing(compiled: CompiledPolicy): RankMissing {
  const { questionnaire, encoding } = compiled.callers;
  const places = new Map(questionnaire.questions.map(({ id, index }) => [id, index]));
  const ranked = new Map<string, readonly number[]>();
  return (codes, missing) => {
    if (missing.length < 2) return missing;
    const known = encoding.widths.map((width, variable) =>
      codes[variable] === width ? UNKNOWN : (codes[variable] ?? UNKNOWN),
    );
    const key = known.join(' ');
    const before = ranked.get(key);
    if (before !== undefined) return before;
    const best = nextQuestions(knownAs(compiled, known)).map(({ question }) => places.get(question) ?? 0);
    if (ranked.size === REMEMBERED) ranked.clear();
    ranked.set(key, best);
    return best;
  };
}
