/** Makes every small slip in a folder's files and lists those that no case and no property notices. */

import type { Case, Property } from '../analysis/model.ts';
import { brokenBy } from '../analysis/mutant-properties.ts';
import { mutate } from '../analysis/mutate.ts';
import { type MutationReport, reportMutants, survivors } from '../analysis/mutation-report.ts';
import type { Problem } from '../problems/problem.ts';
import type { Content } from './content.ts';

/** What is to notice a slip. */
export interface Watch {
  readonly cases: readonly Case[];
  readonly properties: readonly Property[];
}

export interface CheckedMutants {
  readonly problems: readonly Problem[];
  readonly report: MutationReport;
}

/** Breaks what the files say in every small way; a survivor is a problem at its place. */
export function checkMutants(content: Content, { cases, properties }: Watch): CheckedMutants {
  const { questionnaire, policies } = content.documents;
  // Invariant: content that was compiled has a questionnaire.
  if (questionnaire === undefined) throw new Error('content without a questionnaire');
  const judged = mutate({ ...content, files: { questionnaire, policies }, cases, properties }, brokenBy(properties));
  return { problems: survivors(judged), report: reportMutants(judged) };
}
