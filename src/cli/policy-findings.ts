/** What a check says about the policies of a folder, each at its place in the policy's own file. */

import { type Finding, problemAt } from '../documents/collect.ts';
import type { Document } from '../documents/document.ts';
import type { PolicySource } from '../policy/schema.ts';
import type { Problem } from '../problems/problem.ts';
import { type ContentFiles, inFolder, readContent } from './content-files.ts';

/** Something about a policy, to be placed once its file is read. */
export interface PolicyFinding {
  readonly policy: string;
  readonly finding: (document: Document<PolicySource>) => Finding;
}

/** Places the findings; the policies' files are read only where there are any. */
export async function placeInPolicies(
  folder: string,
  findings: readonly PolicyFinding[],
  files: ContentFiles,
): Promise<readonly Problem[]> {
  if (findings.length === 0) return [];
  const listing = files.list(inFolder(folder, 'policies'), '.yaml');
  const problems: Problem[] = [];
  for (const path of listing.ok ? listing.files : []) {
    const read = await readContent(files, 'policy', path);
    if (!read.ok) continue;
    const own = findings.filter((one) => one.policy === read.value.value.id);
    problems.push(...own.map((one) => problemAt(read.value, one.finding(read.value))));
  }
  return problems;
}

/** The way to a rule of the policy. */
export function ruleIndex(document: Document<PolicySource>, rule: string): number {
  return document.value.rules.findIndex(({ id }) => id === rule);
}
