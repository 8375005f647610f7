/** The worked callers who answer a call for training and demonstration. */

import type { Answers, Questionnaire } from '../questionnaire/model.ts';
import { fillBaseline } from './case-answers.ts';
import type { Case } from './model.ts';

export interface ExampleCaller {
  readonly name: string;
  /** The sentence of the case. */
  readonly title: string;
  /**
   * What they say. A question that is neither answered nor unsure or declined is one that their call does not come to;
   * with `ended`, the counselor ends the call there.
   */
  readonly answers: Answers;
}

/**
 * The example callers among the cases, in the order of the file. Whoever is expected to get a level says the baseline where
 * the case says nothing; a call that stays open or ends with a disposition is left as the case has it.
 */
export function exampleCallers(cases: readonly Case[], questionnaire: Questionnaire): readonly ExampleCaller[] {
  return cases.flatMap((one) => {
    if (one.example === undefined) return [];
    const answers = getsLevel(one) ? fillBaseline(one.answers, questionnaire) : one.answers;
    return [{ name: one.example, title: one.says, answers }];
  });
}

function getsLevel({ answers, expect }: Case): boolean {
  return answers.ended === undefined && expect.some(({ level }) => level !== undefined);
}
