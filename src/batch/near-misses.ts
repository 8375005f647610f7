/** What one other answer would have changed: settled rows that would be settled with another level. */

import type { Encoding, Variable } from '../callers/encoding.ts';
import type { CompiledPolicy } from '../decision/compile.ts';
import type { RowDecider } from '../decision/row-decider.ts';
import type { Level } from '../policy/care-lists.ts';
import type { Question } from '../questionnaire/model.ts';
import { OWN } from './answer-codes.ts';
import type { RowState } from './row-state.ts';
import { rowShower } from './show-row.ts';

/** Calls `found` with each near miss of a settled row, as it is counted in a tally. */
export type NearMisses = (state: RowState, found: (key: string) => void) => void;

/**
 * Prepares near misses. Each answer of the row's own to a changeable question is changed in turn: to any other answer, to a number
 * of any other band, or by one option of a `choices` question; nothing else. The other answer of a number is the first of its band;
 * of a `choices` question, all options named then.
 */
export function nearMisses(compiled: CompiledPolicy, decider: RowDecider): NearMisses {
  const { encoding } = compiled.callers;
  const { show } = rowShower(compiled, decider);
  const changeable: readonly Changeable[] = encoding.variables.flatMap(({ question }, number) =>
    question.changeable ? [{ question, number, width: encoding.widths[number] ?? 0 }] : [],
  );
  const settledLevel = (state: RowState): Level | undefined => {
    const { settled, lowest } = show(state.codes, decider.bounds(state.codes), state).result;
    return settled ? lowest : undefined;
  };
  const levelWith = (state: RowState, number: number, code: number): Level | undefined => {
    const before = state.codes[number] ?? 0;
    state.codes[number] = code;
    const level = settledLevel(state);
    state.codes[number] = before;
    return level;
  };
  const changeOne = (state: RowState, { question, number, width }: Changeable, found: (key: string) => void): void => {
    const from = settledLevel(state);
    const own = state.codes[number] ?? 0;
    if (((state.marks[question.index] ?? 0) & OWN) === 0 || own === width) return;
    for (let code = 0; code < width; code++) {
      const to = code === own ? undefined : levelWith(state, number, code);
      if (to !== undefined && to !== from)
        found(`${question.id} ${answerWith(encoding, state, { number, code })} ${from} ${to}`);
    }
  };
  return (state, found) => {
    for (const one of changeable) changeOne(state, one, found);
  };
}

/** A variable of a question about something that can change. */
interface Changeable {
  readonly question: Question;
  readonly number: number;
  readonly width: number;
}

/** The answer to the question of a variable, if it had another code. */
function answerWith(
  { variables, ofQuestion }: Encoding,
  { codes }: RowState,
  { number, code }: { readonly number: number; readonly code: number },
): string {
  const variable = variables[number];
  if (variable?.kind === 'value') return variable.values[code] ?? '';
  if (variable?.kind === 'band') return String(variable.starts[code] ?? '');
  const own = ofQuestion.get(variable?.question.id ?? '') ?? [];
  const isNamed = (one: number) => (one === number ? code : codes[one]) === 1;
  return own
    .filter(isNamed)
    .flatMap((one) => optionOf(variables[one]))
    .join(';');
}

function optionOf(variable: Variable | undefined): readonly string[] {
  return variable?.kind === 'option' ? [variable.option] : [];
}
