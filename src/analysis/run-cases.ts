/** Runs the worked cases: what each policy makes of each caller, against what is written. */

import { type CompiledPolicy, OTHERWISE } from '../decision/compile.ts';
import { contradictions, type ResultFor, resultFor } from '../decision/decide.ts';
import { decidingRules } from '../decision/deciding.ts';
import { knownCaller } from '../decision/known-caller.ts';
import type { Certainty, Decision } from '../decision/model.ts';
import type { Finding } from '../documents/collect.ts';
import { ACTIONS, FIRST_STEPS } from '../policy/care-lists.ts';
import type { Policy } from '../policy/model.ts';
import { caseWitness } from './case-witness.ts';
import type { Case, Expectation } from './model.ts';
import type { CaseSource } from './schema.ts';

/** Every expectation that does not hold, each as a finding at its place in cases.yaml. */
export function runCases(cases: readonly Case[], compiled: (policy: string) => CompiledPolicy): readonly Finding[] {
  return cases.flatMap((one) => [
    ...contradicting(one, compiled),
    ...one.expect.flatMap((expected) => expected.policies.flatMap((policy) => runOne(one, expected, compiled(policy)))),
  ]);
}

/** The cases that come out as they are written. */
export function soundCases(cases: readonly Case[], compiled: (policy: string) => CompiledPolicy): readonly Case[] {
  return cases.filter((one) => runCases([one], compiled).length === 0);
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
  const caller = knownCaller(compiled, one.answers);
  const decision = resultFor(caller);
  const applies = (id: string) => caller.certainty(compiled.callers.applies(id));
  const found = differences(expected, { ...decision, deciding: () => decidingRules(caller, decision.lowest), applies });
  return found.map(({ key, what, wanted, got }) => ({
    code: 'case-failed',
    path: ['cases', one.index, 'expect', expected.index, key],
    message: `\`${one.id}\` under \`${decision.policy}\` expects ${wanted} as ${what}, and gets ${got}`,
    remedy: 'correct the rules, or the case if its source says so',
    witness: caseWitness(one.answers, compiled.callers.questionnaire, decision.policy),
  }));
}

/** What an expectation speaks about. */
export interface CaseResult
  extends Pick<ResultFor, 'levels' | 'silent' | 'dispositions' | 'firstSteps' | 'supports' | 'actions' | 'holding'> {
  /** Worked out where it is asked for: while much is open that takes longer than everything else. */
  readonly deciding: () => Decision['deciding'];
  /** Whether a question applies. */
  readonly applies: (question: string) => Certainty;
}

export interface Difference {
  /** Key of the expectation that does not hold. */
  readonly key: keyof CaseSource['expect'][number];
  readonly what: string;
  readonly wanted: string;
  readonly got: string;
}

/** What of an expectation does not come out. */
export function differences(expected: Expectation, decision: CaseResult): readonly Difference[] {
  const { level, levels, silent, first, notFirst, supports, notSupports, actions, deciding, holds } = expected;
  const firstSteps = FIRST_STEPS.filter((step) => decision.firstSteps[step] === 'certain');
  const notEvenPossible = notFirst.filter((step) => decision.firstSteps[step] === 'no');
  const certainSupports = supports.filter((support) => decision.supports[support] === 'certain');
  const supportsRuledOut = notSupports.filter((support) => decision.supports[support] === 'no');
  const certainActions = ACTIONS.filter((action) => decision.actions[action] === 'certain');
  return [
    ...exactly('level', 'the level', level && [level], decision.levels),
    ...exactly('levels', 'the levels possible', levels, decision.levels),
    ...exactly('silent', 'its silence', silent === undefined ? undefined : ['certain'], [decision.silent]),
    ...ending(expected, decision),
    ...exactly('first', 'the first steps', first, firstSteps),
    ...atLeast('not_first', 'first steps ruled out', notFirst, notEvenPossible),
    ...atLeast('supports', 'supports', supports, certainSupports),
    ...atLeast('not_supports', 'supports ruled out', notSupports, supportsRuledOut),
    ...exactly('actions', 'the actions', actions, certainActions),
    ...(deciding === undefined
      ? []
      : exactly('deciding', 'the deciding rules', deciding, decidingIds({ deciding: decision.deciding() }))),
    ...atLeast(
      'holds',
      'rules that hold',
      holds,
      holds.filter((rule) => decision.holding.includes(rule)),
    ),
    ...askedOtherwise(expected, decision),
  ];
}

/** Whom the questionnaire asks what: no result need depend on it. */
function askedOtherwise({ asked, notAsked }: Expectation, { applies }: CaseResult): readonly Difference[] {
  const areAsked = asked.filter((id) => applies(id) === 'certain');
  const areNotAsked = notAsked.filter((id) => applies(id) === 'no');
  return [
    ...atLeast('asked', 'questions asked', asked, areAsked),
    ...atLeast('not_asked', 'questions not asked', notAsked, areNotAsked),
  ];
}

/**
 * Alone, a disposition is what the call ends with. Together with levels it is one that the answers show for certain, however
 * urgent what stands above it.
 */
function ending({ disposition, level, levels }: Expectation, decision: CaseResult): readonly Difference[] {
  if (disposition === undefined) return [];
  const shown = decision.dispositions.filter((one) => one.certainty === 'certain').map((one) => one.id);
  const isBesideLevel = level !== undefined || levels !== undefined;
  if (isBesideLevel) return atLeast('disposition', 'dispositions shown', [disposition], shown);
  const ends = decision.levels.length > 0 ? [] : shown.slice(0, 1);
  return exactly('disposition', 'the disposition', [disposition], ends);
}

/** Ids of the deciding rules, `otherwise` among them. */
export function decidingIds({ deciding }: Pick<Decision, 'deciding'>): readonly string[] {
  if (deciding.kind === 'none') return [];
  return deciding.kind === 'otherwise' ? [OTHERWISE] : deciding.rules;
}

/** Exactly the same members, in any order. */
function exactly(
  key: Difference['key'],
  what: string,
  wanted: readonly string[] | undefined,
  got: readonly string[],
): readonly Difference[] {
  if (wanted === undefined || (wanted.length === got.length && wanted.every((one) => got.includes(one)))) return [];
  return [{ key, what, wanted: words(wanted), got: words(got) }];
}

/** All that are wanted, whatever else there is. */
function atLeast(
  key: Difference['key'],
  what: string,
  wanted: readonly string[],
  got: readonly string[],
): readonly Difference[] {
  if (wanted.every((one) => got.includes(one))) return [];
  return [{ key, what, wanted: `at least ${words(wanted)}`, got: words(got) }];
}

function words(ids: readonly string[]): string {
  return ids.length === 0 ? 'none' : ids.map((id) => `\`${id}\``).join(', ');
}

/** A rule, or `otherwise`, of the policy that wrote it. */
export interface RuleOf {
  readonly policy: string;
  readonly rule: string;
}

/**
 * Rules and `otherwise` that no case names as deciding or holding. A rule counts under the policy that wrote it and under
 * those that extend it; a rule of the same name elsewhere does not count for it.
 */
export function uncovered(cases: readonly Case[], policies: readonly Policy[]): readonly RuleOf[] {
  const byId = new Map(policies.map((policy) => [policy.id, policy]));
  const shown = new Set(
    cases
      .flatMap((one) => one.expect)
      .flatMap((expected) => expected.policies.flatMap((id) => rulesNamed(expected, byId.get(id))))
      .map(keyOf),
  );
  return policies.flatMap(ownRules).filter((one) => !shown.has(keyOf(one)));
}

function rulesNamed({ deciding, holds }: Expectation, policy: Policy | undefined): readonly RuleOf[] {
  if (policy === undefined) return [];
  const named = new Set([...holds, ...(deciding ?? [])]);
  const rules = policy.rules
    .filter((rule) => named.has(rule.id))
    .map((rule) => ({ policy: rule.policy, rule: rule.id }));
  return deciding?.includes(OTHERWISE) ? [...rules, { policy: policy.id, rule: OTHERWISE }] : rules;
}

function ownRules(policy: Policy): readonly RuleOf[] {
  const written = policy.rules.filter((rule) => rule.policy === policy.id);
  return [...written.map((rule) => rule.id), OTHERWISE].map((rule) => ({ policy: policy.id, rule }));
}

function keyOf({ policy, rule }: RuleOf): string {
  return `${policy} ${rule}`;
}
