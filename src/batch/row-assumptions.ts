/** Fills what a mapping takes for granted into rows. */

import type { CompiledPolicy } from '../decision/compile.ts';
import type { RowDecider } from '../decision/row-decider.ts';
import { type EncodeAnswer, KNOWN, OWN, SAID } from './answer-codes.ts';
import type { BoundMapping } from './bound-mapping.ts';
import type { RowState } from './row-state.ts';

export interface AssumptionParts {
  readonly compiled: CompiledPolicy;
  readonly bound: BoundMapping;
  readonly decider: RowDecider;
  readonly encode: EncodeAnswer;
  readonly state: RowState;
}

/**
 * Prepares the assumptions. Filled are the questions about which nothing is recorded; where that may matter to one about safety,
 * the codes without what is assumed about safety are kept beside.
 */
export function rowAssumptions({ bound, compiled, decider, encode, state }: AssumptionParts): () => void {
  const { codes, marks, cautious, assumed } = state;
  const { questions } = compiled.callers.questionnaire;
  const assumptions = bound.mapping.assumptions.map(({ question, answer }) => {
    const encoded = encode(question, answer, []);
    return encoded === undefined ? undefined : { ...encoded, isSafety: questions[encoded.question]?.safety === true };
  });
  const fill = (): void => {
    for (let index = 0; index < assumptions.length; index++) {
      const one = assumptions[index];
      assumed[index] = 0;
      if (one === undefined || ((marks[one.question] ?? 0) & (KNOWN | SAID)) !== 0) continue;
      assumed[index] = 1;
      marks[one.question] = one.marks;
      for (const { variable, code } of one.codes) codes[variable] = code;
    }
  };
  /** Only what may apply counts as assumed. */
  const check = (): void => {
    for (let index = 0; index < assumptions.length; index++) {
      const one = assumptions[index];
      if (one === undefined || assumed[index] === 0) continue;
      if (!decider.mayApply(one.question, codes)) assumed[index] = 0;
      else state.isCautious ||= one.isSafety;
    }
  };
  const keepCautious = (): void => {
    cautious.set(codes);
    for (const one of assumptions) {
      if (!one?.isSafety || ((marks[one.question] ?? 0) & OWN) !== 0) continue;
      for (const { variable } of one.codes) cautious[variable] = decider.unknown[variable] ?? 0;
    }
  };
  return () => {
    fill();
    check();
    if (state.isCautious) keepCautious();
  };
}
