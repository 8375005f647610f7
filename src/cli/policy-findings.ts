/** What a check says about the policies of a folder, each at its place in the policy's own file. */

import { type Finding, problemAt } from '../documents/collect.ts';
import type { Document } from '../documents/document.ts';
import type { PolicySource } from '../policy/schema.ts';
import type { Problem } from '../problems/problem.ts';

/** Something about a policy, to be placed in its document. */
export interface PolicyFinding {
  readonly policy: string;
  readonly finding: (document: Document<PolicySource>) => Finding;
}

/** Places the findings in the policies' documents. */
export function placeInPolicies(
  documents: readonly Document<PolicySource>[],
  findings: readonly PolicyFinding[],
): readonly Problem[] {
  return documents.flatMap((document) =>
    findings
      .filter(({ policy }) => policy === document.value.id)
      .map(({ finding }) => problemAt(document, finding(document))),
  );
}

/** The way to a rule of the policy. */
export function ruleIndex(document: Document<PolicySource>, rule: string): number {
  return document.value.rules.findIndex(({ id }) => id === rule);
}
