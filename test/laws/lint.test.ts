import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compileTogether, type Together } from '../../src/analysis/compile-together.ts';
import { impossibleValues } from '../../src/analysis/lint-facts.ts';
import { unreadOptions } from '../../src/analysis/lint-options.ts';
import { idleQuestions, unreachableQuestions } from '../../src/analysis/lint-questions.ts';
import { coveredRules, idleRules } from '../../src/analysis/lint-rules.ts';
import { loweringRules } from '../../src/analysis/replaced-rules.ts';
import { ungatedNegations } from '../../src/analysis/ungated-negations.ts';
import { questionnaireConditions } from '../../src/callers/callers.ts';
import { holds } from '../../src/conditions/evaluate.ts';
import type { Condition, FactValue } from '../../src/conditions/model.ts';
import { visitTests } from '../../src/conditions/reads.ts';
import { INCLUDED_IN, LEVELS, type Level } from '../../src/policy/care-lists.ts';
import type { Policy, Rule } from '../../src/policy/model.ts';
import type { WitnessCaller } from '../../src/problems/problem.ts';
import { readCaller } from '../../src/questionnaire/complete-caller.ts';
import type { Questionnaire } from '../../src/questionnaire/model.ts';
import { type Listed, listCallers, withRuns } from './listing.ts';
import { type Small, small, valuesOf } from './small-policies.ts';

const RUNS = 1000;

/** Checks a thousand questionnaires; the check says how many findings it compared, which must not be none by chance. */
function law(check: (drawn: Small) => number): void {
  let compared = 0;
  const counted = (drawn: Small): void => {
    compared += check(drawn);
  };
  fc.assert(fc.property(small, counted), { numRuns: RUNS, endOnFailure: true });
  expect(compared).toBeGreaterThan(50);
}

function together(questionnaire: Questionnaire, ...policies: readonly Policy[]): Together {
  const compiled = compileTogether(questionnaire, policies);
  if (!compiled.ok) throw new Error('over budget');
  return compiled.value;
}

const rank = (level: Level): number => LEVELS.indexOf(level);

/** Whether somebody gets a level, or has levels shown as open. */
function isHelped({ verdict: { result } }: Listed, { dispositions }: Questionnaire): boolean {
  return result.kind === 'level' || dispositions.find(({ id }) => id === result.disposition)?.level === 'open';
}

/** What somebody is given: the result, the levels shown, first steps, supports and actions. */
function given(one: Listed, questionnaire: Questionnaire): string {
  const { result, levelIfScored, firstSteps, supports, actions } = one.verdict;
  const sets = [firstSteps, supports, actions].map((set) => [...set].sort());
  const ends = result.kind === 'level' ? result.level : result.disposition;
  return JSON.stringify([ends, isHelped(one, questionnaire) ? levelIfScored : '', sets]);
}

/** All that somebody is told: what they are given, whether the page is silent, and every disposition that the answers show. */
function told(one: Listed, questionnaire: Questionnaire): string {
  const { result } = one.verdict;
  const shown = questionnaire.dispositions.filter(({ when }) => when !== undefined && holds(when, one.read));
  const silent = result.kind === 'level' && result.silent;
  return JSON.stringify([given(one, questionnaire), silent, shown.map(({ id }) => id)]);
}

/** The same, with every rule that holds, every fact and every question that applies. */
function readOf(one: Listed, questionnaire: Questionnaire): string {
  const facts = questionnaire.facts.map(({ id }) => one.read(id));
  const asked = questionnaire.questions.map(({ id }) => one.read(id) !== undefined);
  return JSON.stringify([told(one, questionnaire), [...one.verdict.rules].sort(), facts, asked]);
}

/** Callers who differ in one question alone, together. */
function alikeBut(id: string, all: readonly Listed[]): readonly (readonly Listed[])[] {
  const groups = new Map<string, Listed[]>();
  for (const one of all) {
    const key = JSON.stringify([...one.values].filter(([other]) => other !== id));
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()];
}

const named = (value: FactValue | undefined, option: string): boolean =>
  typeof value === 'object' && value.includes(option);

test('questions that nobody is asked and values that no fact has are those of no caller on the list', () => {
  law(({ questionnaire, policy }) => {
    const all = listCallers(questionnaire, policy);
    const compiled = together(questionnaire, policy);
    expect(unreachableQuestions(compiled).map(({ id }) => id)).toEqual(
      questionnaire.questions.map(({ id }) => id).filter((id) => all.every(({ read }) => read(id) === undefined)),
    );
    expect(impossibleValues(compiled)).toEqual(
      questionnaire.facts.flatMap(({ id, values }) =>
        values.filter((value) => all.every(({ read }) => read(id) !== value)).map((value) => ({ fact: id, value })),
      ),
    );
    return Math.min(unreachableQuestions(compiled).length, 1) + Math.min(impossibleValues(compiled).length, 1);
  });
}, 60_000);

test('a question changes nothing exactly if callers who differ in it alone are always told the same', () => {
  law(({ questionnaire, policy }) => {
    const all = listCallers(questionnaire, policy);
    const expected = questionnaire.questions
      .map(({ id }) => id)
      .filter((id) => all.some(({ read }) => read(id) !== undefined))
      .filter((id) =>
        alikeBut(id, all).every((group) => new Set(group.map((one) => told(one, questionnaire))).size === 1),
      );
    expect(idleQuestions(together(questionnaire, policy), []).map(({ id }) => id)).toEqual(expected);
    return expected.length;
  });
}, 60_000);

test('an option is read by nothing exactly if everything is as with the harmless answer, for every caller', () => {
  law(({ questionnaire, policy }) => {
    const all = listCallers(questionnaire, policy);
    const expected = questionnaire.questions.flatMap(({ id, kind, baseline }) => {
      const groups = alikeBut(id, all).map((group) =>
        group.map((one) => ({ value: one.values.get(id), reads: readOf(one, questionnaire) })),
      );
      if (groups.every((group) => new Set(group.map(({ reads }) => reads)).size === 1)) return [];
      const options = kind.kind === 'options' ? kind.options : kind.kind === 'values' ? kind.values : [];
      const harmless = (value: FactValue | undefined, option: string): FactValue | undefined =>
        typeof value === 'object' ? value.filter((one) => one !== option) : baseline;
      return options
        .filter((option) => option !== baseline)
        .filter((option) =>
          groups.every((group) =>
            group
              .filter(({ value }) => value === option || named(value, option))
              .every(({ value, reads }) => {
                const instead = JSON.stringify(harmless(value, option));
                return group.find((one) => JSON.stringify(one.value) === instead)?.reads === reads;
              }),
          ),
        )
        .map((option) => `${id} ${option}`);
    });
    const found = unreadOptions(together(questionnaire, policy), []).map(
      ({ question, option }) => `${question.id} ${option}`,
    );
    expect(found).toEqual(expected);
    return expected.length;
  });
}, 60_000);

/** Whether a rule asks for all that another one asks for. */
function asksForAllOf(one: Rule, other: Rule): boolean {
  const floor = ({ atLeast }: Rule): number => (atLeast === undefined ? -1 : rank(atLeast));
  return (
    floor(one) >= floor(other) &&
    other.first.every((step) => one.first.includes(step) || one.first.some((own) => own === INCLUDED_IN[step])) &&
    other.add.every((support) => one.add.includes(support)) &&
    other.do.every((action) => one.do.includes(action))
  );
}

test('a covered rule holds only where one that asks for as much does, and of two that are the same the later one is covered', () => {
  law(({ questionnaire, policy }) => {
    const all = listCallers(questionnaire, policy);
    const holders = (rule: Rule) => all.filter(({ verdict }) => verdict.rules.has(rule.id));
    const covers = (other: Rule, rule: Rule): boolean => {
      if (other === rule || !asksForAllOf(other, rule)) return false;
      if (!holders(rule).every(({ verdict }) => verdict.rules.has(other.id))) return false;
      const areTheSame = holders(rule).length === holders(other).length && asksForAllOf(rule, other);
      return !areTheSame || policy.rules.indexOf(other) < policy.rules.indexOf(rule);
    };
    const expected = policy.rules.filter(
      (rule) => holders(rule).length > 0 && policy.rules.some((other) => covers(other, rule)),
    );
    const found = coveredRules(compiledOf({ questionnaire, policy }));
    expect(found.map(({ rule }) => rule).sort()).toEqual(expected.map(({ id }) => id).sort());
    for (const { rule, by, witness } of found) {
      const covered = policy.rules.find(({ id }) => id === rule);
      expect(covered && covers(by, covered)).toBe(true);
      expectSmallest(witness, ({ verdict }) => verdict.rules.has(rule), { questionnaire, policy, all });
    }
    return found.length;
  });
}, 60_000);

test('a rule can never decide exactly if its floor is nobody’s level and everybody is given the same without it', () => {
  law(({ questionnaire, policy }) => {
    const all = listCallers(questionnaire, policy);
    const expected = policy.rules.filter((rule) => {
      const decides = all.some(
        (one) =>
          one.verdict.rules.has(rule.id) && isHelped(one, questionnaire) && one.verdict.levelIfScored === rule.atLeast,
      );
      const without = listCallers(questionnaire, { ...policy, rules: policy.rules.filter((one) => one !== rule) });
      return (
        !decides &&
        all.every((one, place) => {
          const other = without[place];
          return other !== undefined && given(one, questionnaire) === given(other, questionnaire);
        })
      );
    });
    const found = idleRules(compiledOf({ questionnaire, policy }));
    expect(found.map(({ rule }) => rule).sort()).toEqual(expected.map(({ id }) => id).sort());
    for (const { rule, witness } of found)
      expectSmallest(witness, ({ verdict }) => verdict.rules.has(rule), { questionnaire, policy, all });
    return found.length;
  });
}, 60_000);

test('a rule is warned of exactly if it negates a test on a question and holds for somebody to whom that does not apply', () => {
  law(({ questionnaire, policy }) => {
    const all = listCallers(questionnaire, policy);
    const isMeant = (rule: Rule, id: string) => (one: Listed) =>
      one.verdict.rules.has(rule.id) && one.read(id) === undefined;
    const expected = policy.rules.flatMap((rule) =>
      questionnaire.questions
        .filter(({ id }) => negated(rule.when).has(id) && all.some(isMeant(rule, id)))
        .map(({ id }) => `${rule.id} ${id}`),
    );
    const found = ungatedNegations(compiledOf({ questionnaire, policy }));
    expect(found.map(({ rule, question }) => `${rule} ${question}`).sort()).toEqual(expected.sort());
    for (const { rule, question, witness } of found) {
      const owner = policy.rules.find(({ id }) => id === rule);
      if (owner !== undefined) expectSmallest(witness, isMeant(owner, question), { questionnaire, policy, all });
    }
    return found.length;
  });
}, 60_000);

/** Questions and facts that are tested where the answer no makes the condition hold. */
function negated(condition: Condition): ReadonlySet<string> {
  const ids = new Set<string>();
  const all = (part: Condition) => visitTests(part, ({ id }) => ids.add(id));
  if (condition.kind === 'none') condition.of.forEach(all);
  else if (condition.kind === 'all' || condition.kind === 'any')
    for (const part of condition.of) for (const id of negated(part)) ids.add(id);
  else if (condition.kind === 'sum')
    for (const { when } of condition.terms) {
      if (condition.atMost !== Number.POSITIVE_INFINITY) all(when);
      else for (const id of negated(when)) ids.add(id);
    }
  return ids;
}

test('a replacement lowers the level of exactly the callers for whom the rule that it replaces gives more', () => {
  law(({ questionnaire, policy }) => {
    const [original, when, ...others] = policy.rules;
    if (original === undefined || when === undefined) return 0;
    const standIn: Rule = { ...when, id: 'stand-in', policy: 'other', replaces: original.id };
    const other: Policy = { ...policy, id: 'other', rules: [standIn, ...others] };
    const before = listCallers(questionnaire, { ...policy, rules: [original, ...others] });
    const after = listCallers(questionnaire, other);
    const callers = before.map((one, place) => ({ one, later: after[place] ?? one }));
    const isLowered = ({ one, later }: (typeof callers)[number]) =>
      isHelped(one, questionnaire) && rank(later.verdict.levelIfScored) < rank(one.verdict.levelIfScored);
    const lowered = callers.filter(isLowered);
    const isEmergency = ({ verdict }: Listed) => verdict.levelIfScored === 'emergency';
    const calm = callers.filter(({ one, later }) => !isEmergency(one) && !isEmergency(later));
    const [found] = loweringRules(together(questionnaire, policy, other));
    expect(found === undefined).toBe(lowered.length === 0);
    if (found === undefined) return 0;
    expect([found.policy, found.rule, found.replaces]).toEqual(['other', 'stand-in', original.id]);
    expect(found.lowersEmergency).toBe(lowered.some(({ one }) => isEmergency(one)));
    // The weights count bands of numbers as many times as they hold numbers, so that the shares are equal.
    expect(found.lowered * BigInt(calm.length)).toBe(
      found.among * BigInt(lowered.filter((one) => calm.includes(one)).length),
    );
    const places = new Set(lowered.map(({ later }) => later));
    expectSmallest(found.witness, (one) => places.has(one), {
      questionnaire,
      policy: other,
      all: after,
      before: policy,
    });
    return 1;
  });
}, 60_000);

function compiledOf({ questionnaire, policy }: Pick<Small, 'questionnaire' | 'policy'>) {
  const compiled = together(questionnaire, policy).policies.get(policy.id);
  if (compiled === undefined) throw new Error('not compiled');
  return compiled;
}

interface Ground {
  readonly questionnaire: Questionnaire;
  readonly policy: Policy;
  readonly all: readonly Listed[];
  /** Another policy that was compiled along. */
  readonly before?: Policy;
}

/** Holds a witness to be one of the callers who are meant, and none of them to be nearer to the baseline. */
function expectSmallest(
  found: WitnessCaller | undefined,
  isMeant: (one: Listed) => boolean,
  { questionnaire, policy, all, before }: Ground,
): void {
  const meant = all.filter(isMeant);
  expect(found === undefined).toBe(meant.length === 0);
  if (found === undefined) return;
  const rules = [...policy.rules, ...(before?.rules ?? [])];
  const simple = withRuns(questionnaire, [...rules.map(({ when }) => when), ...questionnaireConditions(questionnaire)]);
  const key = (id: string, value: FactValue | undefined): string =>
    JSON.stringify(value === undefined ? null : simple(id, value));
  const away = (one: Listed): number =>
    questionnaire.questions.filter(({ id, baseline }) => {
      const value = one.read(id);
      return value !== undefined && key(id, value) !== key(id, baseline);
    }).length;
  expect(found.differing.length).toBe(Math.min(...meant.map(away)));
  const answers = new Map<string, FactValue>(Object.entries(found.answers));
  const filled = new Map(
    questionnaire.questions.map(({ id, kind }) => [id, answers.get(id) ?? valuesOf(kind)[0] ?? '']),
  );
  const read = readCaller(questionnaire, filled);
  const same = (one: Listed): boolean =>
    questionnaire.questions.every(({ id }) => key(id, one.read(id)) === key(id, read(id)));
  expect(meant.some(same)).toBe(true);
}
