/** What the cells of a row say that takes more than one of them to understand: gathered cell by cell, then put into the row. */

import type { CompiledPolicy } from '../decision/compile.ts';
import { type AnswerCodes, type EncodeAnswer, KNOWN } from './answer-codes.ts';
import type { BoundMapping } from './bound-mapping.ts';
import { caseCodes } from './case-codes.ts';
import { type CellEffects, EFFECT } from './cell-effects.ts';
import { dayCodes } from './day-codes.ts';
import { giveAnswer } from './give-answer.ts';
import { optionsCodes } from './options-codes.ts';
import { ALL_BITS } from './read-cell.ts';
import type { RowState } from './row-state.ts';

/** What was said so far, by reading; a day at twice the reading's place, the later one behind it, NaN where none is said. */
export interface SaidByColumns {
  readonly named: Int32Array;
  readonly deniable: Int32Array;
  readonly groups: Uint8Array;
  readonly allowed: Int32Array;
  readonly days: Float64Array;
}

/** Puts what the columns of one reading say together into the row; false where that must be understood the slow way. */
export type PutReading = (said: SaidByColumns) => boolean;

export interface RowColumns {
  readonly clear: () => void;
  /** Applies the program of a cell. */
  readonly run: (begin: number) => void;
  /** Puts everything into the row; false where the row must be read the slow way. */
  readonly combine: () => boolean;
}

export interface RowColumnParts {
  readonly compiled: CompiledPolicy;
  readonly bound: BoundMapping;
  readonly effects: CellEffects;
  readonly encode: EncodeAnswer;
  readonly state: RowState;
}

/** Prepares the readings of several columns. */
export function createRowColumns(parts: RowColumnParts): RowColumns {
  const { bound, effects, state } = parts;
  const { codes, marks } = state;
  const { program } = effects;
  const count = bound.mapping.readings.length;
  const deniableAtFirst = Int32Array.from({ length: count }, (_, place) => bound.deniable[place] ?? 0);
  const said: SaidByColumns = {
    named: new Int32Array(count),
    deniable: new Int32Array(count),
    groups: new Uint8Array(count),
    allowed: new Int32Array(count),
    days: new Float64Array(2 * count),
  };
  const readings = combinedReadings(parts);
  const implied = impliedAnswers(parts);

  const run = (begin: number): void => {
    for (let at = begin; program[at] !== EFFECT.end; at += 4) {
      const target = program[at + 1] ?? 0;
      const first = program[at + 2] ?? 0;
      switch (program[at]) {
        case EFFECT.know:
          marks[target] = first;
          break;
        case EFFECT.code:
          codes[target] = first;
          break;
        case EFFECT.options:
          said.named[target] = (said.named[target] ?? 0) | first;
          said.deniable[target] = (said.deniable[target] ?? 0) & (program[at + 3] ?? 0);
          break;
        case EFFECT.group:
          said.groups[target] = (said.groups[target] ?? 0) | first;
          break;
        case EFFECT.cases:
          said.allowed[target] = (said.allowed[target] ?? 0) & first;
          break;
        case EFFECT.day:
          said.days[2 * target + first] = program[at + 3] ?? 0;
          break;
        case EFFECT.say:
          marks[target] = (marks[target] ?? 0) | first;
          break;
        case EFFECT.ended:
          state.ended = target;
          break;
        case EFFECT.emergency:
          state.isStopped = true;
          break;
        default:
          implied.add(target);
      }
    }
  };
  return {
    clear: () => {
      implied.clear();
      if (readings.length === 0) return;
      said.named.fill(0);
      said.deniable.set(deniableAtFirst);
      said.groups.fill(0);
      said.allowed.fill(ALL_BITS);
      said.days.fill(Number.NaN);
    },
    run,
    combine: () => {
      for (let index = 0; index < readings.length; index++) if (readings[index]?.(said) === false) return false;
      return implied.put();
    },
  };
}

function combinedReadings({ compiled, bound, encode, state }: RowColumnParts): readonly PutReading[] {
  return bound.mapping.readings.flatMap((reading, place): readonly PutReading[] => {
    if ((bound.readingColumns[place] ?? []).length === 0) return [];
    if (reading.kind === 'options') return [optionsCodes(compiled, { reading, place }, state)];
    if (reading.kind === 'date') return [dayCodes(encode, { reading, place }, state)];
    return reading.kind === 'cases' ? [caseCodes(encode, { reading, place }, state)] : [];
  });
}

interface ImpliedAnswers {
  readonly clear: () => void;
  readonly add: (number: number) => void;
  readonly put: () => boolean;
}

/**
 * Answers that cells imply, in the order of the columns. An answer of the row stands before them; whether the two agree is told
 * here of questions with one variable only, and where they do not, the row is read the slow way, which says so.
 */
function impliedAnswers({ bound, effects, state }: RowColumnParts): ImpliedAnswers {
  const { codes, marks } = state;
  const answersPerCell = bound.mapping.implications.reduce((sum, { answers }) => sum + answers.size, 0);
  const numbers = new Int32Array(bound.columns.length * answersPerCell);
  let count = 0;
  const agrees = ({ codes: values }: AnswerCodes): boolean => {
    const [only] = values;
    return values.length === 1 && only !== undefined && codes[only.variable] === only.code;
  };
  return {
    clear: () => {
      count = 0;
    },
    add: (number) => {
      numbers[count++] = number;
    },
    put: () => {
      for (let index = 0; index < count; index++) {
        const answer = effects.implied[numbers[index] ?? 0];
        if (answer === undefined) continue;
        if (((marks[answer.question] ?? 0) & KNOWN) === 0) {
          giveAnswer(state, answer);
          state.implied[state.impliedCount++] = answer.question;
        } else if (!agrees(answer)) return false;
      }
      return true;
    },
  };
}
