/** What is to be said of single rules, over all callers. */

import type { Together } from '../analysis/compile-together.ts';
import { type CoveredRule, coveredRules, type IdleRule, idleRules } from '../analysis/lint-rules.ts';
import { type LoweringRule, loweringRules } from '../analysis/replaced-rules.ts';
import { type UngatedNegation, ungatedNegations } from '../analysis/ungated-negations.ts';
import { percent } from '../render/share.ts';
import { type PolicyFinding, ruleIndex } from './policy-findings.ts';

/** Rules that change nothing, that hold for more people than was meant, or that lower the level. */
export function ruleFindings(together: Together): readonly PolicyFinding[] {
  const findings = [...together.policies.values()].flatMap((compiled) => {
    const { id } = compiled.policy;
    const covered = coveredRules(compiled);
    const idle = idleRules(compiled).filter(({ rule }) => !covered.some((one) => one.rule === rule));
    return [
      ...covered.map((one) => coveredRule(id, one)),
      ...idle.map((one) => idleRule(id, one)),
      ...ungatedNegations(compiled).map(ungatedNegation),
    ];
  });
  return [...findings, ...loweringRules(together).map(loweringRule)];
}

function coveredRule(policy: string, { rule, by, witness }: CoveredRule): PolicyFinding {
  const owner = by.policy === policy ? '' : ` of \`${by.policy}\``;
  return {
    policy,
    finding: (document) => ({
      code: 'covered-rule',
      path: ['rules', ruleIndex(document, rule), 'id'],
      message: `wherever \`${rule}\` holds, \`${by.id}\`${owner} does and asks for at least as much`,
      remedy: 'delete it, let it ask for more, or narrow the other one',
      witness,
    }),
  };
}

function idleRule(policy: string, { rule, witness }: IdleRule): PolicyFinding {
  const why = witness === undefined ? 'holds for nobody' : 'changes nothing for anybody for whom it holds';
  return {
    policy,
    finding: (document) => ({
      code: 'idle-rule',
      path: ['rules', ruleIndex(document, rule), 'id'],
      message: `\`${rule}\` ${why}`,
      remedy:
        witness === undefined
          ? 'correct its condition, or delete it'
          : 'correct its condition or its effect, or delete it',
      witness,
    }),
  };
}

/** A warning for every negated test without its gate. */
function ungatedNegation({ policy, rule, question, witness }: UngatedNegation): PolicyFinding {
  return {
    policy,
    finding: (document) => ({
      code: 'ungated-negation',
      path: ['rules', ruleIndex(document, rule), 'when'],
      message: `\`${rule}\` also holds for callers to whom \`${question}\` does not apply`,
      remedy: `add the condition under which \`${question}\` is asked, or test for the answers that are meant`,
      witness,
    }),
  };
}

function loweringRule({
  policy,
  rule,
  replaces,
  lowered,
  among,
  lowersEmergency,
  witness,
}: LoweringRule): PolicyFinding {
  const share = `${percent(lowered, among)} of the callers who are no emergency`;
  const emergencies = lowersEmergency ? ', and to some who were one' : '';
  return {
    policy,
    finding: (document) => ({
      code: 'replaced-lower',
      path: ['rules', ruleIndex(document, rule), 'replaces'],
      message: `\`${rule}\` gives less care than \`${replaces}\` to ${share}${emergencies}`,
      remedy: 'see that this is meant, and write into the changelog for whom',
      witness,
    }),
  };
}
