/** The columns of a group together: which options they name and deny, as codes. */

import type { CompiledPolicy } from '../decision/compile.ts';
import { KNOWN, OWN, PLAIN } from './answer-codes.ts';
import type { BoundMapping } from './bound-mapping.ts';
import { ASKED, NONE } from './cell-effects.ts';
import type { OptionsReading } from './mapping.ts';
import type { RowState } from './row-state.ts';

/** What the columns of the groups said in a row so far, by reading. */
export interface GroupBits {
  readonly named: Int32Array;
  readonly deniable: Int32Array;
  readonly marks: Uint8Array;
}

/** Puts what a group says into a row; false where it says "none of these" and names one. */
export type OptionsCodes = (bits: GroupBits, state: RowState) => boolean;

/** Prepares the group of a reading. */
export function optionsCodes(compiled: CompiledPolicy, bound: BoundMapping, place: number): OptionsCodes {
  const { questionnaire, encoding } = compiled.callers;
  const reading = bound.mapping.readings[place];
  const question = questionnaire.questions.find(({ id }) => id === reading?.question);
  if (reading?.kind !== 'options' || question === undefined) return () => true;
  const plain = typeof question.baseline === 'object' ? question.baseline : [];
  const plainBits = bitsOf(reading, (option) => plain.includes(option));
  const variables = new Int32Array(
    reading.options.map(
      ({ option }) =>
        (encoding.ofQuestion.get(question.id) ?? []).find((number) => {
          const variable = encoding.variables[number];
          return variable?.kind === 'option' && variable.option === option;
        }) ?? encoding.variables.length,
    ),
  );
  return ({ named, deniable, marks }, state) => {
    const yes = named[place] ?? 0;
    const no = (deniable[place] ?? 0) & ~yes;
    const group = marks[place] ?? 0;
    if ((group & NONE) !== 0 && yes !== 0) return false;
    if ((yes === 0 && (group & (NONE | ASKED)) === 0) || (yes | no) === 0) return true;
    for (let known = yes | no; known !== 0; known &= known - 1) {
      const bit = 31 - Math.clz32(known & -known);
      state.codes[variables[bit] ?? 0] = (yes >> bit) & 1;
    }
    const isPlain = (yes & ~plainBits) === 0 && (no & plainBits) === 0;
    state.marks[question.index] = KNOWN | OWN | (isPlain ? PLAIN : 0);
    return true;
  };
}

function bitsOf({ options }: OptionsReading, passes: (option: string) => boolean): number {
  return options.reduce((bits, { option }, bit) => (passes(option) ? bits | (1 << bit) : bits), 0);
}
