/** What one other answer would have changed: settled rows that would be settled with another level. */

import type { CompiledPolicy } from '../decision/compile.ts';
import type { RowDecider } from '../decision/row-decider.ts';
import { LEVELS } from '../policy/care-lists.ts';
import { OWN } from './answer-codes.ts';
import type { RowState } from './row-state.ts';
import { isSettledShown, lowestShown, rowShower } from './show-row.ts';

/** Calls `found` with each near miss of a settled row, as it is counted in a tally. */
export type NearMisses = (state: RowState, found: (key: string) => void) => void;

/**
 * Prepares near misses. Each answer of the row's own to a changeable question is changed in turn: to any other
 * answer, to a number of any other band, or by one option of a `choices` question; nothing else. The other answer of a number is the
 * first of its band; of a `choices` question, all options named then.
 */
export function nearMisses(compiled: CompiledPolicy, decider: RowDecider): NearMisses {
  const { encoding } = compiled.callers;
  const show = rowShower(compiled, decider);
  const changeable = encoding.variables.flatMap((variable, number) =>
    variable.question.changeable ? [{ variable, number }] : [],
  );
  const answerOf = (number: number, codes: Uint8Array): string => {
    const variable = encoding.variables[number];
    const code = codes[number] ?? 0;
    if (variable?.kind === 'value') return variable.values[code] ?? '';
    if (variable?.kind === 'band') return String(variable.starts[code] ?? '');
    return (encoding.ofQuestion.get(variable?.question.id ?? '') ?? [])
      .flatMap((one) => {
        const own = encoding.variables[one];
        return own?.kind === 'option' && codes[one] === 1 ? [own.option] : [];
      })
      .join(';');
  };
  return (state, found) => {
    const { codes, marks, ended } = state;
    const from = LEVELS[lowestShown(show(codes, ended))];
    for (const { variable, number } of changeable) {
      const known = codes[number] ?? 0;
      const width = encoding.widths[number] ?? 0;
      if (((marks[variable.question.index] ?? 0) & OWN) === 0 || known === width) continue;
      for (let code = 0; code < width; code++) {
        if (code === known) continue;
        codes[number] = code;
        const after = show(codes, ended);
        const to = LEVELS[lowestShown(after)];
        if (isSettledShown(after) && to !== undefined && to !== from)
          found(`${variable.question.id} ${answerOf(number, codes)} ${from} ${to}`);
      }
      codes[number] = known;
    }
  };
}
