/** The unknown questions on which the result of a row still depends. */

import { dependsOn } from '../diagram/depends.ts';
import { FALSE, type Node } from '../diagram/forest.ts';
import { sensitivity } from '../diagram/sensitivity.ts';
import { FIRST_STEPS } from '../policy/care-lists.ts';
import type { CompiledPolicy } from './compile.ts';
import { internedSets } from './interned-sets.ts';
import type { Codes } from './row-decider.ts';
import {
  assignmentOf,
  createRowWalks,
  type RowSpace,
  type RowWalk,
  whenFirstAsked,
  withinBudget,
} from './row-walks.ts';

const NONE: readonly number[] = [];

/**
 * Finds the questions on which the outcome or a first step depends, as places in the script; equal results are the same object.
 * One walk for each unknown question, over where it matters (sensitivity.ts); of one of which some options are known, one for
 * each of the others.
 */
export function missingFromRows(compiled: CompiledPolicy, within: RowSpace): (codes: Codes) => readonly number[] {
  const { known } = within;
  const { encoding, questionnaire } = compiled.callers;
  const matters = whereItMatters(compiled, within);
  const questions = questionnaire.questions.map(({ id }) => questionMissing(encoding.ofQuestion.get(id) ?? []));
  const sets = internedSets((places) => (places.length === 0 ? NONE : places));
  return (codes) => {
    let set = sets.empty;
    for (let place = 0; place < questions.length; place++) {
      if (questions[place]?.(codes)) set = sets.with(set, place);
    }
    return sets.value(set);
  };

  function questionMissing(own: readonly number[]): (codes: Codes) => boolean {
    const isUnknown = (variable: number, codes: Codes): boolean =>
      !known[variable] || codes[variable] === encoding.widths[variable];
    const altogether = whenFirstAsked(() => matters(own));
    if (own.every((variable) => !known[variable])) return (codes) => altogether(codes) === 1;
    const alone = own.map((variable) => ({ variable, matters: whenFirstAsked(() => matters([variable])) }));
    return (codes) => {
      let unknown = 0;
      for (let place = 0; place < own.length; place++) if (isUnknown(own[place] ?? 0, codes)) unknown++;
      if (unknown === 0) return false;
      if (unknown === own.length) return altogether(codes) === 1;
      return alone.some((one) => isUnknown(one.variable, codes) && one.matters(codes) === 1);
    };
  }
}

/** For some variables, whether one of them matters to the result of a row that knows none of them: 1 where it does. */
function whereItMatters(
  compiled: CompiledPolicy,
  { known, budget }: RowSpace,
): (variables: readonly number[]) => RowWalk {
  const { forest, encoding } = compiled.callers;
  const roots = [compiled.outcome, ...FIRST_STEPS.map((id) => compiled.firstSteps[id])];
  const walks = createRowWalks(forest, known, budget);
  const sensitive = sensitivity(walks.forest, known);
  const anyOf = (variables: readonly number[]): Node =>
    variables
      .flatMap((variable) => roots.map((root) => sensitive(walks.take(root), variable)))
      .reduce(walks.forest.or, FALSE);
  return (variables) =>
    withinBudget(
      () => walks.walk(anyOf(variables), 'max'),
      () => {
        const bits = variables.reduce((all, variable) => all | (1n << BigInt(variable)), 0n);
        return (codes) =>
          (dependsOn(forest, roots, assignmentOf(encoding.widths, known, codes)) & bits) === 0n ? 0 : 1;
      },
    );
}
