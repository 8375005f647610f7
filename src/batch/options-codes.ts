/** The columns of a group together: which options they name and deny, as codes. */

import type { CompiledPolicy } from '../decision/compile.ts';
import { KNOWN, OWN, PLAIN } from './answer-codes.ts';
import type { PlacedReading } from './case-codes.ts';
import { ASKED, NONE } from './cell-effects.ts';
import { lowestBit } from './lowest-bit.ts';
import type { OptionsReading } from './mapping.ts';
import type { PutReading } from './row-columns.ts';
import type { RowState } from './row-state.ts';

/** Prepares the group of a reading; "none of these" beside one of them is left to the slow way. */
export function optionsCodes(
  compiled: CompiledPolicy,
  { reading, place }: PlacedReading<OptionsReading>,
  state: RowState,
): PutReading {
  const question = compiled.callers.questionnaire.questions.find(({ id }) => id === reading.question);
  if (question === undefined) return () => true;
  const plain = typeof question.baseline === 'object' ? question.baseline : [];
  const plainBits = bitsOf(reading, (option) => plain.includes(option));
  const variables = optionVariables(compiled, reading);
  const put = (yes: number, no: number): void => {
    for (let known = yes | no; known !== 0; known &= known - 1) {
      const bit = lowestBit(known);
      state.codes[variables[bit] ?? 0] = (yes >> bit) & 1;
    }
    const isPlain = (yes & ~plainBits) === 0 && (no & plainBits) === 0;
    state.marks[question.index] = KNOWN | OWN | (isPlain ? PLAIN : 0);
  };
  return ({ named, deniable, groups }) => {
    const yes = named[place] ?? 0;
    const group = groups[place] ?? 0;
    const isNone = (group & NONE) !== 0;
    if (isNone && yes !== 0) return false;
    const isAsked = isNone || (group & ASKED) !== 0 || (reading.namingAsks && yes !== 0);
    const no = isAsked ? (deniable[place] ?? 0) & ~yes : 0;
    if ((yes | no) !== 0) put(yes, no);
    return true;
  };
}

function bitsOf({ options }: OptionsReading, passes: (option: string) => boolean): number {
  return options.reduce((bits, { option }, bit) => (passes(option) ? bits | (1 << bit) : bits), 0);
}

/** The variable of each option; one that has none gets the last one, which stands for no variable. */
function optionVariables(
  { callers }: CompiledPolicy,
  { question, options }: OptionsReading & { readonly question: string },
): Uint16Array {
  const { variables, ofQuestion } = callers.encoding;
  const isOf = (number: number, option: string): boolean => {
    const variable = variables[number];
    return variable?.kind === 'option' && variable.option === option;
  };
  const own = ofQuestion.get(question) ?? [];
  return Uint16Array.from(options, ({ option }) => own.find((number) => isOf(number, option)) ?? variables.length);
}
