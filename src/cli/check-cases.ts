/** Runs the worked cases of a folder, and looks for rules that no case shows. */

import type { Together } from '../analysis/compile-together.ts';
import { type RuleOf, runCases, uncovered } from '../analysis/run-cases.ts';
import { type CompiledPolicy, OTHERWISE } from '../decision/compile.ts';
import { type Finding, problemAt } from '../documents/collect.ts';
import type { Document } from '../documents/document.ts';
import { shownPath } from '../io/installed.ts';
import type { PolicySource } from '../policy/schema.ts';
import type { Problem } from '../problems/problem.ts';
import type { CheckedPart } from './check-part.ts';
import type { Content } from './content.ts';
import { inFolder } from './content-files.ts';
import { type PolicyFinding, placeInPolicies, ruleIndex } from './policy-findings.ts';

type CasesOutcome = Awaited<ReturnType<Content['cases']>>;

/** Everything that the cases of a folder show to be wrong, and what they leave out. They are run where the policies were compiled. */
export function checkCases(
  folder: string,
  { policies, documents }: Content,
  cases: CasesOutcome,
  together: Together | undefined,
): CheckedPart {
  if (!cases.ok) return { problems: cases.problems, checked: [] };
  if (cases.value === undefined) return { problems: [noCases(folder)], checked: [] };
  const { document, value } = cases.value;
  const findings = together === undefined ? [] : runCases(value, (id) => compiledIn(together, id));
  return {
    problems: [
      ...cases.problems,
      ...findings.map((finding) => problemAt(document, finding)),
      ...placeInPolicies(documents.policies, uncovered(value, policies).map(withoutCase)),
    ],
    checked: [{ what: 'cases', count: value.length }],
  };
}

/** The policy of a case, compiled. */
export function compiledIn({ policies }: Together, id: string): CompiledPolicy {
  const found = policies.get(id);
  // Invariant: compiling the cases has accepted only policies that there are, and all of those have been compiled.
  if (found === undefined) throw new Error('a case under a policy that was not compiled');
  return found;
}

function noCases(folder: string): Problem {
  return {
    code: 'missing-case',
    severity: 'error',
    file: shownPath(inFolder(folder, 'cases.yaml')),
    position: undefined,
    message: 'there are no cases, so that nothing shows what the rules do',
    remedy: 'write a case for every rule, and for what each policy says `otherwise`',
    excerpt: undefined,
  };
}

/** A rule without a case, to be said where the rule stands. */
function withoutCase(rule: RuleOf): PolicyFinding {
  return { policy: rule.policy, finding: (document) => missingCase(rule, document) };
}

function missingCase({ policy, rule }: RuleOf, document: Document<PolicySource>): Finding {
  if (rule === OTHERWISE)
    return {
      code: 'missing-case',
      path: ['otherwise'],
      part: 'key',
      message: `no case shows whom \`${policy}\` leaves to its \`otherwise\``,
      remedy: `add a case that has \`otherwise\` among its \`deciding\` under \`${policy}\``,
    };
  return {
    code: 'missing-case',
    path: ['rules', ruleIndex(document, rule), 'id'],
    message: `no case shows the rule \`${rule}\``,
    remedy: `add a case that has \`${rule}\` among its \`deciding\` or \`holds\` under \`${policy}\``,
  };
}
