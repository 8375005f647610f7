import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type CallerSide, compareCaller } from '../../src/analysis/compare-caller.ts';
import { type Comparison, comparer, type Shown } from '../../src/analysis/compare-policies.ts';
import { compileTogether } from '../../src/analysis/compile-together.ts';
import { compileVersions } from '../../src/analysis/compile-versions.ts';
import { joinVersions } from '../../src/analysis/join-versions.ts';
import { saidName, saidOf } from '../../src/analysis/said.ts';
import type { Callers } from '../../src/callers/callers.ts';
import { bandOf } from '../../src/callers/encoding.ts';
import { uniformWeights, type Weights } from '../../src/callers/share.ts';
import type { ReadFact } from '../../src/conditions/evaluate.ts';
import type { FactKind, FactValue } from '../../src/conditions/model.ts';
import { isOnGrid } from '../../src/conditions/number-test.ts';
import type { CompiledPolicy } from '../../src/decision/compile.ts';
import { evaluate, type Verdict } from '../../src/decision/evaluate.ts';
import { LEVELS } from '../../src/policy/care-lists.ts';
import { readCaller } from '../../src/questionnaire/complete-caller.ts';
import type { Question, Questionnaire } from '../../src/questionnaire/model.ts';
import { completions, listCallers } from './listing.ts';
import { valuesOf } from './small-policies.ts';
import { answersFor, combinations, isSmall, policyPair, type SmallPair, versionPair } from './small-versions.ts';

const RUNS = 1000;

/** What a policy makes of a caller, and whether one of the caller's answers stops the call. */
interface OneSide {
  readonly verdict: Verdict;
  readonly isStopped: boolean;
}

/** One caller who can answer under both, with what each side makes of them. */
interface Both {
  readonly values: ReadonlyMap<string, FactValue>;
  readonly before: OneSide;
  readonly after: OneSide;
  /** Questions that apply under one side at least. */
  readonly applying: ReadonlySet<string>;
}

interface Answerable {
  readonly id: string;
  readonly values: readonly FactValue[];
  readonly baseline: FactValue | undefined;
}

/** The questions of both sides, each with the answers that every side accepts which has the question. */
function answerable(before: Questionnaire, after: Questionnaire): readonly Answerable[] {
  const ids = new Set([...before.questions, ...after.questions].map(({ id }) => id));
  return [...ids].map((id) => {
    const sides = [before, after].flatMap(({ questions }) => questions.filter((question) => question.id === id));
    const kinds = sides.map(({ kind }) => kind);
    const values = valuesOf(kinds[0] ?? { kind: 'unreadable' }).filter((value) =>
      kinds.every((kind) => accepts(kind, value)),
    );
    return { id, values, baseline: sides.at(-1)?.baseline };
  });
}

function accepts(kind: FactKind, value: FactValue): boolean {
  if (kind.kind === 'number') return typeof value === 'number' && isOnGrid(value, kind);
  if (kind.kind === 'options') return typeof value === 'object' && value.every((one) => kind.options.includes(one));
  return kind.kind === 'values' && typeof value === 'string' && kind.values.includes(value);
}

function everybody({ before, after }: SmallPair): readonly Both[] {
  return combinations(answerable(before.questionnaire, after.questionnaire)).map((values) => {
    const [earlier, later] = [before, after].map(({ questionnaire, policy }) => {
      const read = readCaller(questionnaire, values);
      const applying = questionnaire.questions.filter(({ id }) => read(id) !== undefined).map(({ id }) => id);
      const side = {
        verdict: evaluate(questionnaire, policy, read),
        isStopped: stopsNamed(questionnaire, read).length > 0,
      };
      return { side, applying };
    });
    if (earlier === undefined || later === undefined) throw new Error('two sides');
    const applying = new Set([...earlier.applying, ...later.applying]);
    return { values, before: earlier.side, after: later.side, applying };
  });
}

/** Questions that apply and whose answer is one at which the call stops. */
function stopsNamed({ questions }: Questionnaire, read: ReadFact): readonly string[] {
  return questions
    .filter(({ id, stop }) => {
      const value = read(id);
      return stop.some((option) => (typeof value === 'object' ? value.includes(option) : value === option));
    })
    .map(({ id }) => id);
}

/** Weights of values, from which those of variables are added up: those of a number's values in a band. */
function weighted(pair: SmallPair, callers: Callers) {
  const weightAt = (id: string, place: number): bigint => {
    const seed = [...id].reduce((sum, letter) => sum * 7 + letter.charCodeAt(0), place * 13);
    return pair.weights[seed % pair.weights.length] ?? 1n;
  };
  const numbersOf = ({ kind }: Question) => valuesOf(kind).filter((value) => typeof value === 'number');
  const weights: Weights = callers.encoding.variables.map((variable) => {
    const { id } = variable.question;
    if (variable.kind === 'option') return [weightAt(id, 1), weightAt(id + variable.option, 2)];
    if (variable.kind === 'value') return variable.values.map((_, place) => weightAt(id, place));
    const bands = variable.starts.map(() => 0n);
    for (const [place, number] of numbersOf(variable.question).entries()) {
      const band = bandOf(variable.starts, number);
      bands[band] = (bands[band] ?? 0n) + weightAt(id, place);
    }
    return bands;
  });
  const of = ({ values }: Both): bigint =>
    callers.encoding.variables.reduce((product, variable) => {
      const { id } = variable.question;
      const value = values.get(id);
      if (variable.kind === 'option') {
        const isNamed = typeof value === 'object' && value.includes(variable.option);
        return product * (isNamed ? weightAt(id + variable.option, 2) : weightAt(id, 1));
      }
      const places: readonly FactValue[] = variable.kind === 'value' ? variable.values : numbersOf(variable.question);
      return product * weightAt(id, places.indexOf(value ?? ''));
    }, 1n);
  return { weights, of };
}

interface Compiled {
  readonly callers: Callers;
  readonly before: CompiledPolicy;
  readonly after: CompiledPolicy;
}

/** Compiled as the command does it; undefined where the versions cannot be joined. */
function compiled({ before, after }: SmallPair): Compiled | undefined {
  if (before.questionnaire === after.questionnaire) {
    const policies = [before.policy, { ...after.policy, id: 'other' }];
    const made = compileTogether(before.questionnaire, policies);
    const [one, other] = made.ok ? [...made.value.policies.values()] : [];
    if (!made.ok || one === undefined || other === undefined) throw new Error('over budget');
    return { callers: made.value.callers, before: one, after: other };
  }
  const joined = joinVersions(before.questionnaire, after.questionnaire);
  if (!joined.ok) return undefined;
  const made = compileVersions(joined.value, [{ before: before.policy, after: after.policy }]);
  const [policies] = made.ok ? made.value.policies : [];
  if (!made.ok || policies === undefined) throw new Error('over budget');
  return { callers: made.value.callers, ...policies };
}

/** A stop is an emergency whatever the policy makes of the rest. */
const said = ({ verdict: { result }, isStopped }: OneSide): string =>
  isStopped ? 'emergency' : saidName(saidOf(result));
const isCalm = (one: Both): boolean => said(one.before) !== 'emergency' && said(one.after) !== 'emergency';

/** The first steps and supports that a caller is given. */
const givenTo = ({ verdict: { firstSteps, supports } }: OneSide): string =>
  [...[...firstSteps].sort(), '', ...[...supports].sort()].join();

/** What the definition says of each kind of difference: the callers who show it. */
function kindsOf(all: readonly Both[]): ReadonlyMap<string, readonly Both[]> {
  const kinds = new Map<string, Both[]>();
  const add = (key: string, one: Both): void => {
    const own = kinds.get(key) ?? [];
    own.push(one);
    kinds.set(key, own);
  };
  for (const one of all) {
    add(`${said(one.before)} > ${said(one.after)}`, one);
    const lists = [
      ['first-step', one.before.verdict.firstSteps, one.after.verdict.firstSteps],
      ['support', one.before.verdict.supports, one.after.verdict.supports],
    ] as const;
    for (const [what, before, after] of lists) {
      for (const id of before) if (!new Set<string>(after).has(id)) add(`${what} ${id} before`, one);
      for (const id of after) if (!new Set<string>(before).has(id)) add(`${what} ${id} after`, one);
    }
  }
  return kinds;
}

interface Reported {
  readonly key: string;
  readonly weights: readonly bigint[];
  readonly shown: Shown | undefined;
}

function reported({ cells, additions }: Comparison): readonly Reported[] {
  return [
    ...cells.map(({ before, after, ...rest }) => ({ key: `${saidName(before)} > ${saidName(after)}`, ...rest })),
    ...additions.map(({ kind, id, under, ...rest }) => ({ key: `${kind} ${id} ${under}`, ...rest })),
  ];
}

/** Answers away from the baseline, of questions that apply and are read, numbers of one band being one answer. */
function away(one: Both, callers: Callers): readonly string[] {
  return callers.questionnaire.questions
    .filter(({ id, baseline, kind }) => {
      const value = one.values.get(id);
      if (!one.applying.has(id) || value === undefined) return false;
      const variables = (callers.encoding.ofQuestion.get(id) ?? []).flatMap(
        (number) => callers.encoding.variables[number] ?? [],
      );
      if (kind.kind !== 'number') return !isSame(value, baseline);
      return variables.some(
        (variable) =>
          variable.kind === 'band' &&
          bandOf(variable.starts, Number(value)) !== bandOf(variable.starts, Number(baseline)),
      );
    })
    .map(({ id }) => id);
}

function isSame(left: FactValue | undefined, right: FactValue | undefined): boolean {
  const sorted = (value: FactValue | undefined) => (typeof value === 'object' ? [...value].sort() : value);
  return JSON.stringify(sorted(left)) === JSON.stringify(sorted(right));
}

/** Whether the callers hold somebody who gives all of the witness's answers. */
function holds(callers: readonly Both[], { witness }: Shown): boolean {
  return callers.some(
    ({ values, applying }) =>
      [...witness.values].every(([id, value]) => isSame(values.get(id), value)) &&
      [...applying].every((id) => witness.values.has(id)),
  );
}

function check(pair: SmallPair): boolean {
  const found = compiled(pair);
  if (found === undefined) return false;
  const { callers } = found;
  const { weights: drawn, of } = weighted(pair, callers);
  const comparison = comparer(callers, [{ weights: uniformWeights(callers) }, { weights: drawn }])(found);
  const all = everybody(pair);
  const kinds = kindsOf(all);
  const listed = reported(comparison);
  expect(listed.map(({ key }) => key).sort()).toEqual([...kinds.keys()].sort()); // none missed, none invented
  const weightOf = new Map(all.map((one) => [one, of(one)]));
  const measures = [() => 1n, (one: Both) => weightOf.get(one) ?? 0n];
  const total = (some: readonly Both[], measure: number) =>
    some.reduce((sum, one) => sum + (measures[measure]?.(one) ?? 0n), 0n);
  for (const measure of [0, 1]) {
    const whole = comparison.wholes[measure] ?? 0n;
    const everyone = total(all, measure);
    const isShare = (part: bigint | undefined, some: readonly Both[]) =>
      expect((part ?? -1n) * everyone).toBe(total(some, measure) * whole);
    for (const { key, weights } of listed) isShare(weights[measure], kinds.get(key) ?? []);
    isShare(comparison.calm[measure], all.filter(isCalm));
    const apart = all.filter(({ before, after }) => givenTo(before) !== givenTo(after));
    isShare(comparison.given.weights[measure], apart);
    isShare(comparison.given.calm[measure], apart.filter(isCalm));
    for (const { kind, id, under, calm } of comparison.additions)
      isShare(calm[measure], (kinds.get(`${kind} ${id} ${under}`) ?? []).filter(isCalm));
  }
  for (const { key, shown } of listed) {
    if (shown === undefined) {
      const [before, after] = key.split(' > ');
      expect(before).toBe(after);
      continue;
    }
    const some = kinds.get(key) ?? [];
    expect(holds(some, shown)).toBe(true);
    const least = Math.min(...some.map((one) => away(one, callers).length));
    expect(shown.witness.differing.length).toBe(least);
    const twin = some.find(({ values }) =>
      [...shown.witness.values].every(([id, value]) => isSame(values.get(id), value)),
    );
    for (const side of ['before', 'after'] as const) {
      expect(saidName(shown[side].said)).toBe(twin && said(twin[side]));
      expect(shown[side].isStopped).toBe(twin?.[side].isStopped);
      expect([...shown[side].rules].sort()).toEqual(rulesFor(pair[side].policy, twin?.[side]));
    }
  }
  return true;
}

/**
 * The rules that hold with the level as their floor; `otherwise` where no rule with a floor holds; none without a level. Where an answer
 * stops the call, those that make the caller an emergency.
 */
function rulesFor(policy: SmallPair['before']['policy'], side: OneSide | undefined): readonly string[] {
  if (side === undefined) return [];
  const { verdict, isStopped } = side;
  if (isStopped)
    return policy.rules
      .filter((rule) => verdict.rules.has(rule.id) && rule.atLeast === 'emergency')
      .map(({ id }) => id)
      .sort();
  if (verdict.result.kind === 'disposition') return [];
  const { level } = verdict.result;
  const floors = policy.rules.filter((rule) => verdict.rules.has(rule.id) && rule.atLeast !== undefined);
  const highest = Math.max(...floors.map((rule) => (rule.atLeast === undefined ? -1 : LEVELS.indexOf(rule.atLeast))));
  if (floors.length === 0) return ['otherwise'];
  expect(LEVELS[highest]).toBe(level);
  return floors
    .filter((rule) => rule.atLeast === level)
    .map(({ id }) => id)
    .sort();
}

test('two policies: every difference is found, its share is exact, its witness real and smallest, its rules those that decide', () => {
  let stopping = 0;
  fc.assert(
    fc.property(policyPair, (pair) => {
      fc.pre(isSmall(pair));
      if (pair.before.questionnaire.questions.some(({ stop }) => stop.length > 0)) stopping += 1;
      expect(check(pair)).toBe(true);
    }),
    { numRuns: RUNS, endOnFailure: true },
  );
  expect(stopping).toBeGreaterThan(RUNS / 10);
}, 120_000);

test('two versions of a questionnaire: the same over the callers who can answer both', () => {
  let joined = 0;
  fc.assert(
    fc.property(versionPair, (pair) => {
      fc.pre(isSmall(pair));
      const isJoined = check(pair);
      const apart = answerable(pair.before.questionnaire, pair.after.questionnaire).filter(
        ({ values }) => values.length === 0,
      );
      expect(isJoined).toBe(apart.length === 0);
      if (isJoined) joined += 1;
    }),
    { numRuns: 1.5 * RUNS, endOnFailure: true },
  );
  expect(joined).toBeGreaterThan(RUNS / 2);
}, 120_000);

test('for one caller: a policy may say whatever it says of some completion of the answers, and gives what it gives there', () => {
  let open = 0;
  let stopping = 0;
  fc.assert(
    fc.property(policyPair, answersFor, ({ before: { questionnaire, policy } }, draw) => {
      const answers = draw(questionnaire);
      const made = compileTogether(questionnaire, [policy]);
      const [compiledPolicy] = made.ok ? [...made.value.policies.values()] : [];
      if (compiledPolicy === undefined) throw new Error('over budget');
      const completed = completions(listCallers(questionnaire, policy), questionnaire, answers);
      const verdicts = completed.map(({ verdict }) => verdict);
      const { stops, sides } = compareCaller([compiledPolicy], answers, []);
      const [side] = sides;
      // A stop that was named stops the call where its question applies for certain, and where it may.
      const named = (option: string, id: string) => [answers.values.get(id) ?? []].flat().some((one) => one === option);
      const stopped = questionnaire.questions.filter(
        ({ id, stop }) =>
          stop.some((option) => named(option, id)) && completed.some(({ read }) => read(id) !== undefined),
      );
      expect(stops.map(({ question }) => question)).toEqual(stopped.map(({ id }) => id));
      const told = completed.map(({ verdict, read }) =>
        said({ verdict, isStopped: stopsNamed(questionnaire, read).length > 0 }),
      );
      const possible = new Set(stopped.length > 0 ? ['emergency'] : told);
      if (possible.size > 1) open += 1;
      if (stopped.length > 0) stopping += 1;
      expect(new Set(side?.possible)).toEqual(possible);
      const given = (has: (verdict: Verdict) => ReadonlySet<string>) =>
        [...new Set(verdicts.flatMap((verdict) => [...has(verdict)]))]
          .map((id) => `${id} ${verdicts.every((verdict) => has(verdict).has(id)) ? 'certain' : 'possible'}`)
          .sort();
      const listed = (some: CallerSide['supports'] = []) =>
        some.map(({ id, certainty }) => `${id} ${certainty}`).sort();
      expect(listed(side?.firstSteps)).toEqual(given((verdict) => verdict.firstSteps));
      expect(listed(side?.supports)).toEqual(given((verdict) => verdict.supports));
    }),
    { numRuns: RUNS, endOnFailure: true },
  );
  expect(open).toBeGreaterThan(RUNS / 5);
  expect(stopping).toBeGreaterThan(RUNS / 40);
}, 120_000);
