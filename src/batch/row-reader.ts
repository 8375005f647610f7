/**
 * Reads rows of symbols: from what each cell does to the codes of a row, with assumptions, to whether it can be scored as it is.
 * Agrees with read-row.ts, which is asked about every row that this cannot or may not read.
 */

import type { CompiledPolicy } from '../decision/compile.ts';
import type { RowDecider } from '../decision/row-decider.ts';
import type { EncodeAnswer } from './answer-codes.ts';
import type { BoundMapping } from './bound-mapping.ts';
import { type CellEffects, SLOW } from './cell-effects.ts';
import type { RowReading } from './read-row.ts';
import { rowAssumptions } from './row-assumptions.ts';
import { createRowColumns } from './row-columns.ts';
import { rowContradictions } from './row-contradictions.ts';
import type { RowState } from './row-state.ts';
import { takeReading } from './take-reading.ts';

export interface RowReader {
  /** Reads the symbols of a row's slots from a place on into the state; false where the row must be read the slow way. */
  readonly read: (symbols: Uint16Array, at: number) => boolean;
  /** Puts a row that was read the slow way into the state. */
  readonly take: (reading: RowReading) => void;
}

/** What a reader works with. */
export interface RowReaderParts {
  readonly compiled: CompiledPolicy;
  readonly bound: BoundMapping;
  readonly decider: RowDecider;
  readonly effects: CellEffects;
  readonly encode: EncodeAnswer;
  readonly state: RowState;
}

/** Prepares reading under a mapping. */
export function createRowReader(parts: RowReaderParts): RowReader {
  const { bound, decider, effects, state } = parts;
  const { codes, marks } = state;
  const slotCount = bound.columns.length;
  const nothingKnown = new Uint8Array(codes.length);
  nothingKnown.set(decider.unknown);
  const columns = createRowColumns(parts);
  const assume = rowAssumptions(parts);
  const leaveOutNeedless = rowContradictions(parts);

  const clear = (): void => {
    codes.set(nothingKnown);
    marks.fill(0);
    state.ended = -1;
    state.isStopped = false;
    state.isCautious = false;
    state.impliedCount = 0;
    state.ignoredCount = 0;
    columns.clear();
  };
  const applyCells = (symbols: Uint16Array, at: number): boolean => {
    const { variable, code, question, marks: marksOf, begins } = effects;
    for (let slot = at; slot < at + slotCount; slot++) {
      const symbol = symbols[slot] ?? SLOW;
      if (symbol === SLOW) return false;
      codes[variable[symbol] ?? 0] = code[symbol] ?? 0;
      marks[question[symbol] ?? 0] = marksOf[symbol] ?? 0;
      const begin = begins[symbol] ?? 0;
      if (begin !== 0) columns.run(begin);
    }
    return true;
  };
  return {
    read: (symbols, at) => {
      clear();
      if (!applyCells(symbols, at) || !columns.combine()) return false;
      assume();
      return leaveOutNeedless();
    },
    take: (reading) => {
      clear();
      takeReading(parts, reading);
    },
  };
}
