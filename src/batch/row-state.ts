/** A row while it is scored: what is known of it, in arrays that the next row overwrites. */

import type { CompiledPolicy } from '../decision/compile.ts';
import { MINOR } from './answer-codes.ts';

export interface RowState {
  /** Codes of the variables, assumptions included; a last one that stands for no variable. */
  readonly codes: Uint8Array;
  /** The same without what is assumed about safety questions, where `isCautious`. */
  readonly cautious: Uint8Array;
  /** Whether something that may matter is assumed about a safety question. */
  isCautious: boolean;
  /** Marks by question (answer-codes.ts); a last one that stands for no question. */
  readonly marks: Uint8Array;
  /** Place of the disposition with which the call was ended; -1 where none is said. */
  ended: number;
  /** A column says that the call was stopped as an emergency. */
  isStopped: boolean;
  /** Places of the questions that tell the caller's age. */
  readonly ages: Uint16Array;
  /** By assumption: 1 where it filled a question that may apply. */
  readonly assumed: Uint8Array;
  /** Places of the questions whose answers other columns imply, and how many they are. */
  readonly implied: Uint16Array;
  impliedCount: number;
  /** Places of the questions whose answers were left out, and how many they are. */
  readonly ignored: Uint16Array;
  ignoredCount: number;
}

/** Makes a state of which nothing is known. */
export function createRowState({ callers }: CompiledPolicy, assumptions: number): RowState {
  const questions = callers.questionnaire.questions.length;
  return {
    codes: new Uint8Array(callers.encoding.variables.length + 1),
    cautious: new Uint8Array(callers.encoding.variables.length + 1),
    isCautious: false,
    marks: new Uint8Array(questions + 1),
    ended: -1,
    isStopped: false,
    ages: Uint16Array.from(
      callers.questionnaire.questions.filter(({ uses }) => uses.includes('age')),
      ({ index }) => index,
    ),
    assumed: new Uint8Array(assumptions),
    implied: new Uint16Array(questions),
    impliedCount: 0,
    ignored: new Uint16Array(questions),
    ignoredCount: 0,
  };
}

/** Whether some known answer says that the caller is no adult. */
export function isMinorRow({ marks, ages }: RowState): boolean {
  for (let at = 0; at < ages.length; at++) if (((marks[ages[at] ?? 0] ?? 0) & MINOR) !== 0) return true;
  return false;
}
