/** Remembers the result numbers of rows by everything that their results depend on. */

import type { CompiledPolicy } from '../decision/compile.ts';
import { answerableQuestions } from './answerable.ts';
import type { BoundMapping } from './bound-mapping.ts';
import { isMinorRow, type RowState } from './row-state.ts';

/** Rows that are remembered, some 6 MB of them. A row takes the place of the one that stood there. */
const PLACES = 1 << 17;

export interface KnownRows {
  /** The number of an equal row; -1 where none is remembered, and then `remember` may follow. */
  readonly find: (state: RowState) => number;
  /** Remembers the number of the row that was looked for last. */
  readonly remember: (number: number) => void;
  readonly clear: () => void;
}

/**
 * Makes a memory of rows. What a row gets depends on the codes that it can know, on what was assumed about safety, on whether it is
 * about a minor, and on how the call was ended.
 *
 * Rows repeat where few columns are read. In profiles a look cost less than a tenth of a decision with all columns, so that it pays
 * where one row in ten was seen before; generated exports repeat rows more often than real ones.
 */
export function createKnownRows({ callers }: CompiledPolicy, bound: BoundMapping): KnownRows {
  const { questionnaire, encoding } = callers;
  const variables = Uint16Array.from(
    [...answerableQuestions(bound)].flatMap((id) => encoding.ofQuestion.get(id) ?? []),
  );
  const safety = questionnaire.questions.flatMap(({ id, safety: isSafety }) => (isSafety ? [id] : []));
  const assumptions = Uint16Array.from(
    bound.mapping.assumptions.flatMap(({ question }, index) => (safety.includes(question) ? [index] : [])),
  );
  const width = variables.length + assumptions.length + 3;
  const keys = new Uint8Array(PLACES * width);
  const numbers = new Int32Array(PLACES).fill(-1);
  const key = new Uint8Array(width);
  let place = 0;

  const fill = (state: RowState): void => {
    const { codes, assumed } = state;
    let at = 0;
    for (let index = 0; index < variables.length; index++) key[at++] = codes[variables[index] ?? 0] ?? 0;
    for (let index = 0; index < assumptions.length; index++) key[at++] = assumed[assumptions[index] ?? 0] ?? 0;
    key[at++] = state.isCautious ? 1 : 0;
    key[at++] = isMinorRow(state) ? 1 : 0;
    key[at] = state.ended + 1;
  };
  const isKey = (): boolean => {
    const from = place * width;
    for (let at = 0; at < width; at++) if (keys[from + at] !== key[at]) return false;
    return true;
  };
  return {
    find: (state) => {
      fill(state);
      place = hashOf(key) & (PLACES - 1);
      const number = numbers[place] ?? -1;
      return number !== -1 && isKey() ? number : -1;
    },
    remember: (number) => {
      keys.set(key, place * width);
      numbers[place] = number;
    },
    clear: () => numbers.fill(-1),
  };
}

/** FNV-1a, 32 bits, its upper half mixed into the lower. */
function hashOf(bytes: Uint8Array): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < bytes.length; at++) hash = Math.imul(hash ^ (bytes[at] ?? 0), 0x01000193);
  return hash ^ (hash >>> 15);
}
