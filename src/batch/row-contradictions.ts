/** Finds answers of rows to questions that certainly do not apply. */

import type { Condition } from '../conditions/model.ts';
import type { CompiledPolicy } from '../decision/compile.ts';
import type { RowDecider } from '../decision/row-decider.ts';
import { OWN, PLAIN } from './answer-codes.ts';
import { answerableQuestions } from './answerable.ts';
import type { BoundMapping } from './bound-mapping.ts';
import type { RowState } from './row-state.ts';

export interface ContradictionParts {
  readonly compiled: CompiledPolicy;
  readonly bound: BoundMapping;
  readonly decider: RowDecider;
  readonly state: RowState;
}

/**
 * Prepares leaving out answers that are needless. It gives false where one of them says something remarkable, which is for the slow way to
 * tell. One pass is enough: what is asked about a question that does not apply is never read.
 */
export function rowContradictions({ bound, compiled, decider, state }: ContradictionParts): () => boolean {
  const { codes, cautious, marks, ignored } = state;
  const { questionnaire, encoding } = compiled.callers;
  const answerable = answerableQuestions(bound);
  const ignoring = new Set(
    bound.mapping.readings.flatMap(({ question, skipped }) => (skipped === 'ignore' ? [question] : [])),
  );
  const gated = questionnaire.questions.filter(({ id, askIf }) => answerable.has(id) && !isAlways(askIf));
  const places = Uint16Array.from(gated, ({ index }) => index);
  const passes = Uint8Array.from(gated, ({ id }) => (ignoring.has(id) ? 1 : 0));
  const variables = gated.map(({ id }) => encoding.ofQuestion.get(id) ?? []);

  const leaveOut = (index: number, place: number): void => {
    for (const variable of variables[index] ?? []) {
      const unknown = decider.unknown[variable] ?? 0;
      codes[variable] = unknown;
      cautious[variable] = unknown;
    }
    marks[place] = 0;
    ignored[state.ignoredCount++] = place;
  };
  return () => {
    for (let index = 0; index < places.length; index++) {
      const place = places[index] ?? 0;
      const known = marks[place] ?? 0;
      if ((known & OWN) === 0 || decider.mayApply(place, codes)) continue;
      if ((known & PLAIN) === 0 && passes[index] === 0) return false;
      leaveOut(index, place);
    }
    return true;
  };
}

function isAlways(condition: Condition): boolean {
  return condition.kind === 'all' && condition.of.length === 0;
}
