/** Makes every small slip in a folder's files and lists those that no case and no property notices. */

import type { Case, Property } from '../analysis/model.ts';
import { mutants } from '../analysis/mutate.ts';
import { type MutationReport, mutantProblems, reportMutants } from '../analysis/mutation-report.ts';
import type { Problem } from '../problems/problem.ts';
import type { Content } from './content.ts';
import { judgeSlips, type SlipOptions } from './slip-runner.ts';
import { partTooLarge } from './within-budget.ts';

/** What is to notice a slip. */
export interface Watch {
  /** Those that come out without a slip: one that fails already would seem to notice everything. */
  readonly cases: readonly Case[];
  /** How many others there are. */
  readonly failing: number;
  readonly properties: readonly Property[];
}

export interface CheckedMutants {
  readonly problems: readonly Problem[];
  /** Undefined where the content is too large for any slip to be judged. */
  readonly report: MutationReport | undefined;
}

/** Breaks what the files say in every small way; a slip that nobody notices, or that is too large to judge, is a problem at its place. */
export async function checkMutants(
  { questionnaire, policies, sources, documents }: Content,
  { cases, failing, properties }: Watch,
  options: SlipOptions & { readonly place: string },
): Promise<CheckedMutants> {
  // Invariant: content that was compiled has a questionnaire.
  if (documents.questionnaire === undefined) throw new Error('content without a questionnaire');
  const files = { questionnaire: documents.questionnaire, policies: documents.policies };
  const content = { questionnaire, policies, sources, files, cases, properties };
  const made = mutants(content);
  const judged = await judgeSlips(content, made, options);
  if (!judged.ok)
    return { problems: [partTooLarge('the search for slips', options.place, judged.over)], report: undefined };
  const fates = made.map(({ document, slip }, place) => ({ document, slip, fate: judged.fates[place] }));
  return { problems: mutantProblems(fates), report: reportMutants(fates, failing) };
}
