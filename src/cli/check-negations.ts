/** Looks for rules that hold for people only because a question was never put to them. */

import { type UngatedNegation, ungatedNegations } from '../analysis/ungated-negations.ts';
import type { CompiledPolicy } from '../decision/compile.ts';
import type { Problem } from '../problems/problem.ts';
import type { ContentFiles } from './content-files.ts';
import { type PolicyFinding, placeInPolicies, ruleIndex } from './policy-findings.ts';

/** A warning for every negated test without its gate, where the rule stands. */
export function checkNegations(
  folder: string,
  policies: Iterable<CompiledPolicy>,
  files: ContentFiles,
): Promise<readonly Problem[]> {
  return placeInPolicies(
    folder,
    [...policies].flatMap((policy) => ungatedNegations(policy).map(asFinding)),
    files,
  );
}

function asFinding({ policy, rule, question }: UngatedNegation): PolicyFinding {
  return {
    policy,
    finding: (document) => ({
      code: 'ungated-negation',
      path: ['rules', ruleIndex(document, rule), 'when'],
      message: `\`${rule}\` also holds for callers to whom \`${question}\` does not apply`,
      remedy: `add the condition under which \`${question}\` is asked, or test for the answers that are meant`,
    }),
  };
}
