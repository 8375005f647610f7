/** The work on some of all slips, the same in a worker and beside one. */

import type { Fate } from '../analysis/judge-mutants.ts';
import { type JudgeSlips, type Mutable, mutants, type SlipRange, slipJudge } from '../analysis/mutate.ts';
import { BudgetExceeded } from '../diagram/budget.ts';
import { type Budget, DEFAULT_BUDGET } from '../diagram/forest.ts';
import { builtDocument } from '../documents/document.ts';
import type { PolicySource } from '../policy/schema.ts';
import type { QuestionnaireSource } from '../questionnaire/schema.ts';

/** Content as it is sent to a worker: what it was read as, so that a file that is edited meanwhile changes nothing. */
export interface SlipSetup extends Omit<Mutable, 'files'> {
  readonly files: { readonly questionnaire: QuestionnaireSource; readonly policies: readonly PolicySource[] };
  readonly budget: Budget;
}

/** What became of the slips, or what ran out because the content alone is too large with all their thresholds. */
export type SlipFates =
  | { readonly ok: true; readonly fates: readonly (Fate | undefined)[] }
  | { readonly ok: false; readonly over: Pick<BudgetExceeded, 'what' | 'limit'> };

export type SlipWork = (range: SlipRange) => SlipFates;

/** What a worker needs of the content. */
export function slipSetup(
  { questionnaire, policies, sources, files, cases, properties }: Mutable,
  budget: Budget = DEFAULT_BUDGET,
): SlipSetup {
  const values = { questionnaire: files.questionnaire.value, policies: files.policies.map(({ value }) => value) };
  return { questionnaire, policies, sources, files: values, cases, properties, budget };
}

/** Makes the work from content that was read elsewhere: every slip anew, in the same order. */
export function restoredSlipWork({ budget, files, ...content }: SlipSetup): SlipWork {
  const documents = {
    questionnaire: builtDocument<QuestionnaireSource>('', files.questionnaire),
    policies: files.policies.map((policy) => builtDocument<PolicySource>('', policy)),
  };
  const restored = { ...content, files: documents };
  return slipWork(() => slipJudge(restored, mutants(restored), budget));
}

/** Makes the work of a judge. */
export function slipWork(makeJudge: () => JudgeSlips): SlipWork {
  let judge: JudgeSlips | undefined;
  return (range) => {
    try {
      judge ??= makeJudge();
      return { ok: true, fates: judge(range) };
    } catch (error) {
      if (!(error instanceof BudgetExceeded)) throw error;
      return { ok: false, over: { what: error.what, limit: error.limit } };
    }
  };
}
