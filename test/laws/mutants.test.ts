/** What is said of slips, held against every caller of random small content, one by one. */

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createJudge } from '../../src/analysis/judge-mutants.ts';
import type { Case, Property } from '../../src/analysis/model.ts';
import type { Mutant } from '../../src/analysis/mutant.ts';
import { brokenBy } from '../../src/analysis/mutant-properties.ts';
import { type Mutable, mutants } from '../../src/analysis/mutate.ts';
import { createBench } from '../../src/analysis/mutation-bench.ts';
import { holds } from '../../src/conditions/evaluate.ts';
import { ALWAYS, type FactValue } from '../../src/conditions/model.ts';
import { evaluate } from '../../src/decision/evaluate.ts';
import { edited, partAt } from '../../src/documents/edited.ts';
import { CANNOT_WAIT, LEVELS } from '../../src/policy/care-lists.ts';
import type { Policy } from '../../src/policy/model.ts';
import { policySchema } from '../../src/policy/schema.ts';
import { readCaller } from '../../src/questionnaire/complete-caller.ts';
import type { Questionnaire } from '../../src/questionnaire/model.ts';
import { questionnaireSchema } from '../../src/questionnaire/schema.ts';
import { valuesOf } from './small-policies.ts';
import { casesOf, smallContent } from './small-sources.ts';

type Values = ReadonlyMap<string, FactValue>;

/** Everybody, with a value for every question. */
function everybody({ questions }: Questionnaire): readonly Values[] {
  let all: Values[] = [new Map()];
  for (const { id, kind } of questions)
    all = all.flatMap((values) => valuesOf(kind).map((value) => new Map([...values, [id, value]])));
  return all;
}

/** All that a caller is told, by the slow meaning alone. */
function told(questionnaire: Questionnaire, policy: Policy, values: Values): string {
  const read = readCaller(questionnaire, values);
  const verdict = evaluate(questionnaire, policy, read);
  const shown = questionnaire.dispositions.filter(({ when }) => when !== undefined && holds(when, read));
  const held = policy.rules.filter(({ id }) => verdict.rules.has(id));
  const isOpen = verdict.result.kind === 'disposition' && shown[0]?.level === 'open';
  const isUnreached = held.every(({ atLeast }) => atLeast === undefined);
  return JSON.stringify([
    verdict.result,
    isOpen ? [verdict.levelIfScored, isUnreached && policy.otherwise.silent] : [],
    [...verdict.firstSteps].sort(),
    [...verdict.supports].sort(),
    [...verdict.actions].sort(),
    CANNOT_WAIT.filter((step) => held.some(({ first }) => first.includes(step))),
    shown.map(({ id }) => id),
  ]);
}

function asked(questionnaire: Questionnaire, values: Values): readonly string[] {
  const read = readCaller(questionnaire, values);
  return questionnaire.questions.filter(({ askIf }) => holds(askIf, read)).map(({ id }) => id);
}

/** The rules that hold, each with its level, and whether none of those with a level does. */
function reasons(questionnaire: Questionnaire, policy: Policy, values: Values): string {
  const { rules } = evaluate(questionnaire, policy, readCaller(questionnaire, values));
  const held = policy.rules.filter(({ id }) => rules.has(id)).map(({ id, atLeast }) => `${id} ${atLeast}`);
  return JSON.stringify([held.sort(), held.every((one) => one.endsWith('undefined')) && policy.otherwise.level]);
}

interface Drawn {
  readonly content: Mutable;
  readonly picks: readonly number[];
  readonly callers: readonly number[];
  readonly floor: number;
}

const drawn: fc.Arbitrary<Drawn> = fc.record({
  content: smallContent,
  picks: fc.array(fc.nat(), { minLength: 2, maxLength: 4 }),
  callers: fc.array(fc.nat(), { maxLength: 2 }),
  floor: fc.integer({ min: 0, max: 2 }),
});

/** Two callers at most who come out as the original says, with all that is expected of them. */
function drawCases({ content, callers }: Drawn, all: readonly Values[]): readonly Case[] {
  const { questionnaire, policies } = content;
  const [policy] = policies;
  const cases = callers.map((pick, index) => {
    const values = all[pick % all.length] ?? new Map();
    const { result, firstSteps } = evaluate(questionnaire, policy as Policy, readCaller(questionnaire, values));
    const answers = Object.fromEntries(asked(questionnaire, values).map((id) => [id, values.get(id)]));
    const ending = result.kind === 'level' ? { level: result.level } : { disposition: result.disposition };
    return {
      id: `case-${index}`,
      says: 'One.',
      others: 'baseline' as const,
      answers: answers as Record<string, string>,
      expect: [{ policies: ['small'], first: [...firstSteps], ...ending }],
    };
  });
  return cases.length === 0 ? [] : casesOf(content, { format: 'intakeline/cases/1', questionnaire: 'small', cases });
}

function propertyFor(floor: number): Property {
  const nothing = { levelAtMost: undefined, levelIn: undefined, firstAny: undefined, supportsAny: undefined };
  const result = {
    ...nothing,
    levelAtLeast: LEVELS[floor],
    supportsAll: undefined,
    actionAny: false,
    actionsAll: undefined,
    dispositionIn: undefined,
    silent: false,
  };
  return {
    id: 'never-less',
    index: 0,
    number: undefined,
    says: 'Never less.',
    policies: ['small'],
    cites: [],
    statement: { kind: 'implies', scoredOnly: true, when: ALWAYS, result },
  };
}

/** Whether everybody who gets a level gets one of at least this rank. */
function keepsFloor(questionnaire: Questionnaire, policy: Policy, all: readonly Values[], floor: number): boolean {
  return all.every((values) => {
    const { result } = evaluate(questionnaire, policy, readCaller(questionnaire, values));
    return result.kind === 'disposition' || (!result.silent && LEVELS.indexOf(result.level) >= floor);
  });
}

const distance = (questionnaire: Questionnaire, values: Values): number =>
  questionnaire.questions.filter(({ id, baseline }) => JSON.stringify(values.get(id)) !== JSON.stringify(baseline))
    .length;

/** Whether some case comes out otherwise, told from its caller alone. */
function failing(one: Case, { questionnaire, policies }: Mutant, original: Mutable): boolean {
  const policy = policies[0] ?? (original.policies[0] as Policy);
  const said = new Map<string, FactValue>(one.beforeBaseline?.values);
  // Filled question by question, each from the start.
  for (const { id, askIf, baseline } of questionnaire.questions)
    if (!said.has(id) && baseline !== undefined && holds(askIf, readCaller(questionnaire, said)))
      said.set(id, baseline);
  const applying = asked(questionnaire, said);
  if ([...said.keys()].some((id) => !applying.includes(id))) return true;
  const { result, firstSteps } = evaluate(questionnaire, policy, readCaller(questionnaire, said));
  const [expected] = one.expect;
  const got = result.kind === 'level' ? result.level : result.disposition;
  const steps = (ids: Iterable<string>): string => [...ids].sort().join();
  return got !== (expected?.level ?? expected?.disposition) || steps(firstSteps) !== steps(expected?.first ?? []);
}

/** What a judge says, held against everybody. */
function holdAgainstEverybody(one: Drawn, seen: Map<string, number>): void {
  const { content, picks, floor } = one;
  const { questionnaire } = content;
  const policy = content.policies[0] as Policy;
  const all = everybody(questionnaire);
  const cases = drawCases(one, all);
  const property = propertyFor(floor);
  const made = mutants(content).flatMap(({ mutant }) => mutant ?? []);
  if (made.length === 0) return;
  const bench = createBench({ ...content, others: made.flatMap(({ conditions }) => conditions) });
  const judge = createJudge(bench, { cases, broken: brokenBy([property]) });
  for (const mutant of picks.flatMap((pick) => made[pick % made.length] ?? [])) {
    const fate = judge(mutant);
    seen.set(fate.kind, (seen.get(fate.kind) ?? 0) + 1);
    const after = mutant.policies[0] ?? policy;
    const isTold = (values: Values): boolean =>
      told(questionnaire, policy, values) !== told(mutant.questionnaire, after, values);
    const isAsked = (values: Values): boolean =>
      asked(questionnaire, values).join() !== asked(mutant.questionnaire, values).join();
    const differing = all.filter((values) => isTold(values) || isAsked(values));
    const isSameReason = all.every(
      (values) => reasons(questionnaire, policy, values) === reasons(mutant.questionnaire, after, values),
    );
    const isCaught = cases.some((each) => failing(each, mutant, content));
    const isBroken =
      keepsFloor(questionnaire, policy, all, floor) && !keepsFloor(mutant.questionnaire, after, all, floor);
    const wanted = isCaught
      ? 'case'
      : differing.length === 0
        ? isSameReason
          ? 'equivalent'
          : 'reasons-only'
        : isBroken
          ? 'property'
          : 'survivor';
    expect(fate.kind).toBe(wanted);
    if (fate.kind !== 'survivor') continue;
    const answers: Values = new Map([...fate.after.answers, ...fate.before.answers]);
    const witness: Values = new Map(
      questionnaire.questions.map(({ id, baseline }) => [id, answers.get(id) ?? baseline ?? '']),
    );
    const isShown = fate.policy === undefined ? isAsked : isTold;
    expect(isShown(witness)).toBe(true);
    const nearest = Math.min(...all.filter(isShown).map((values) => distance(questionnaire, values)));
    expect(distance(questionnaire, witness)).toBe(nearest);
    if (fate.policy !== undefined)
      expect(evaluate(questionnaire, policy, readCaller(questionnaire, witness))).toEqual(fate.before.verdict);
  }
}

test('caught, equivalent and surviving mutants are what enumeration says', { timeout: 60_000 }, () => {
  const seen = new Map<string, number>();
  fc.assert(
    fc.property(drawn, (one) => holdAgainstEverybody(one, seen)),
    { numRuns: 1000, endOnFailure: true },
  );
  for (const kind of ['case', 'property', 'equivalent', 'reasons-only', 'survivor'])
    expect(seen.get(kind)).toBeGreaterThan(0);
});

test('a slip changes one place, in a way that the schema allows', { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(smallContent, fc.nat(), (content, pick) => {
      const made = mutants(content);
      const one = made[pick % made.length];
      if (one === undefined) return;
      const before = one.document.value;
      const after = edited(before, one.slip.edit);
      expect(after).not.toEqual(before);
      expect(edited(after, { path: one.slip.edit.path, value: partAt(before, one.slip.edit.path) })).toEqual(before);
      const schema = one.document === content.files.questionnaire ? questionnaireSchema : policySchema;
      expect(schema.safeParse(after).success).toBe(true);
      expect(partAt(before, one.slip.at)).toBeDefined();
    }),
    { numRuns: 1000, endOnFailure: true },
  );
});
