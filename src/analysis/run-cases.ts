/** Runs the worked cases: what each policy makes of each caller, against what is written. */

import type { CompiledPolicy } from '../decision/compile.ts';
import { contradictions, decide } from '../decision/decide.ts';
import type { Decision } from '../decision/model.ts';
import type { Finding } from '../documents/collect.ts';
import { FIRST_STEPS } from '../policy/care-lists.ts';
import type { Policy } from '../policy/model.ts';
import type { Case, Expectation } from './model.ts';

/** Every expectation that does not hold, each as a finding at its place in cases.yaml. */
export function runCases(cases: readonly Case[], compiled: (policy: string) => CompiledPolicy): readonly Finding[] {
  return cases.flatMap((one) => [
    ...contradicting(one, compiled),
    ...one.expect.flatMap((expected) => expected.policies.flatMap((policy) => runOne(one, expected, compiled(policy)))),
  ]);
}

function contradicting(one: Case, compiled: (policy: string) => CompiledPolicy): readonly Finding[] {
  const policy = one.expect[0]?.policies[0];
  return (policy === undefined ? [] : contradictions(compiled(policy), one.answers)).map((question) => ({
    code: 'contradiction',
    path: ['cases', one.index, 'answers', question],
    message: `\`${question}\` has an answer, but does not apply to the caller`,
    remedy: 'take the answer out, or correct the one that it depends on',
  }));
}

function runOne(one: Case, expected: Expectation, compiled: CompiledPolicy): readonly Finding[] {
  const decision = decide(compiled, one.answers);
  return differences(expected, decision).map(({ what, wanted, got }) => ({
    code: 'case-failed',
    path: ['cases', one.index, 'expect', expected.index],
    message: `\`${one.id}\` under \`${decision.policy}\`: ${what} should be ${wanted}, but is ${got}`,
    remedy: 'correct the rules, or the case if its source says so',
  }));
}

interface Difference {
  readonly what: string;
  readonly wanted: string;
  readonly got: string;
}

function differences(expected: Expectation, decision: Decision): readonly Difference[] {
  const certain = FIRST_STEPS.filter((step) => decision.firstSteps[step] === 'certain');
  const endings = decision.dispositions.filter((one) => one.certainty === 'certain').map((one) => one.id);
  return [
    ...lists('the level', expected.level === undefined ? undefined : [expected.level], decision.levels),
    ...lists('the levels possible', expected.levels, decision.levels),
    ...(expected.silent === undefined ? [] : lists('"this page does not say"', ['certain'], [decision.silent])),
    ...lists('the disposition', expected.disposition === undefined ? undefined : [expected.disposition], decision.levels.length > 0 ? [] : endings.slice(0, 1)),
    ...lists('the first steps', expected.first, certain),
    ...missing('the first steps that cannot be', expected.notFirst, expected.notFirst.filter((step) => decision.firstSteps[step] === 'no')),
    ...missing('the supports', expected.supports, expected.supports.filter((support) => decision.supports[support] === 'certain')),
    ...lists('the deciding rules', expected.deciding, decidingIds(decision)),
    ...missing('the rules that hold', expected.holds, expected.holds.filter((rule) => decision.holding.includes(rule))),
  ];
}

/** Ids of the deciding rules, `otherwise` among them. */
export function decidingIds({ deciding }: Decision): readonly string[] {
  if (deciding.kind === 'none') return [];
  return deciding.kind === 'otherwise' ? ['otherwise'] : deciding.rules;
}

/** Exactly the same members, in any order. */
function lists(what: string, wanted: readonly string[] | undefined, got: readonly string[]): readonly Difference[] {
  if (wanted === undefined || (wanted.length === got.length && wanted.every((one) => got.includes(one)))) return [];
  return [{ what, wanted: words(wanted), got: words(got) }];
}

function missing(what: string, wanted: readonly string[], got: readonly string[]): readonly Difference[] {
  return wanted.length === got.length ? [] : [{ what, wanted: `at least ${words(wanted)}`, got: `only ${words(got)}` }];
}

function words(ids: readonly string[]): string {
  return ids.length === 0 ? 'none' : ids.map((id) => `\`${id}\``).join(', ');
}

/** Rules and `otherwise` that no case names as deciding or holding: each policy's own, extended ones where they were written. */
export function uncovered(cases: readonly Case[], policies: readonly Policy[]): readonly { readonly policy: string; readonly rule: string }[] {
  const named = new Set(cases.flatMap((one) => one.expect).flatMap((expected) => [...expected.holds, ...(expected.deciding ?? [])]));
  const otherwise = new Set(
    cases.flatMap((one) => one.expect).filter((expected) => expected.deciding?.includes('otherwise')).flatMap((expected) => expected.policies),
  );
  return policies.flatMap((policy) => [
    ...policy.rules.filter((rule) => rule.policy === policy.id && !named.has(rule.id)).map((rule) => ({ policy: policy.id, rule: rule.id })),
    ...(otherwise.has(policy.id) ? [] : [{ policy: policy.id, rule: 'otherwise' }]),
  ]);
}
