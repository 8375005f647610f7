/** The deciders of the rows of one export. */

import type { CompiledPolicy } from '../decision/compile.ts';
import { createRowDecider, type RowDecider } from '../decision/row-decider.ts';
import { answerEncoder } from './answer-codes.ts';
import { answerableQuestions } from './answerable.ts';
import type { BoundMapping } from './bound-mapping.ts';
import type { Assumption } from './mapping.ts';

export interface RowDeciders {
  /** Decides rows with everything that is assumed about them. */
  readonly decider: RowDecider;
  /** Decides the same rows without what is assumed about safety; made when the first row needs it. */
  readonly cautious: () => RowDecider;
}

/**
 * Prepares deciding the rows of an export. What is assumed of a question that no column answers is the same in every row, so that the
 * tables of a decider need not test it: where an export leaves out what is asked first, they are much smaller.
 */
export function rowDeciders(compiled: CompiledPolicy, bound: BoundMapping): RowDeciders {
  const { assumptions } = bound.mapping;
  const answerable = answerableQuestions(bound);
  const encode = answerEncoder(compiled);
  const safety = new Set(
    compiled.callers.questionnaire.questions.flatMap(({ id, safety: isSafety }) => (isSafety ? [id] : [])),
  );
  const deciderWith = (assumed: readonly Assumption[]): RowDecider =>
    createRowDecider(compiled, {
      known: new Set([...answerable, ...assumed.map(({ question }) => question)]),
      fixed: new Map(
        assumed
          .filter(({ question }) => !answerable.has(question))
          .flatMap(({ question, answer }) => encode(question, answer, [])?.codes ?? [])
          .map(({ variable, code }) => [variable, code]),
      ),
    });
  let cautious: RowDecider | undefined;
  return {
    decider: deciderWith(assumptions),
    cautious: () => {
      cautious ??= deciderWith(assumptions.filter(({ question }) => !safety.has(question)));
      return cautious;
    },
  };
}
