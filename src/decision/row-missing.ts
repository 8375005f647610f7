/** The unknown questions on which the result of a row still depends. */

import { dependsOn } from '../diagram/depends.ts';
import { FIRST_STEPS } from '../policy/care-lists.ts';
import type { CompiledPolicy } from './compile.ts';
import type { Codes } from './row-decider.ts';
import { assignmentOf } from './row-walks.ts';

/** Finds the questions on which the outcome or a first step depends, as places in the script. */
export function missingFromRows(compiled: CompiledPolicy): (codes: Codes) => readonly number[] {
  const { forest, encoding, questionnaire } = compiled.callers;
  const roots = [compiled.outcome, ...FIRST_STEPS.map((id) => compiled.firstSteps[id])];
  const bits = questionnaire.questions.map(({ id }) =>
    (encoding.ofQuestion.get(id) ?? []).reduce((all, variable) => all | (1n << BigInt(variable)), 0n),
  );
  return (codes) => {
    const tested = dependsOn(forest, roots, assignmentOf(encoding.widths, codes));
    return bits.flatMap((own, place) => ((own & tested) !== 0n ? [place] : []));
  };
}
