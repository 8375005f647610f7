import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Breach } from '../../src/analysis/breach.ts';
import { compileTogether } from '../../src/analysis/compile-together.ts';
import type { Statement } from '../../src/analysis/model.ts';
import { holdsUnder, type Proof, prove } from '../../src/analysis/prove.ts';
import { questionnaireConditions } from '../../src/callers/callers.ts';
import type { Witness } from '../../src/callers/witness.ts';
import { holds } from '../../src/conditions/evaluate.ts';
import type { Condition, FactValue } from '../../src/conditions/model.ts';
import { ALWAYS } from '../../src/conditions/model.ts';
import { evaluate, type Verdict } from '../../src/decision/evaluate.ts';
import { INCLUDED_IN } from '../../src/policy/care-lists.ts';
import type { Policy, Rule } from '../../src/policy/model.ts';
import type { Question, Questionnaire } from '../../src/questionnaire/model.ts';
import { type Listed, listCallers, rank, withRuns } from './listing.ts';
import { chance, drawCondition, readableOf, type SmallPair, smallPair, valuesOf } from './small-policies.ts';
import { careOf, conceivable, drawImplication, passes } from './small-statements.ts';

const RUNS = 1000;

interface Proving {
  readonly questionnaire: Questionnaire;
  readonly policy: Policy;
  readonly other: Policy;
  readonly callers: readonly Listed[];
  readonly proof: Proof;
  /** Answers as far as some condition tells them apart. */
  readonly simple: (id: string, value: FactValue) => FactValue;
  /** The same answers of each caller, in the order of the list, as texts. */
  readonly said: () => readonly string[];
}

/** Draws two policies and a statement about the first, proves it, and lists every caller for the definition to judge. */
function law<S extends Statement>(
  draw: Parameters<typeof smallPair<S>>[0],
  check: (statement: S, proving: Proving) => void,
): void {
  const drawn = smallPair(draw);
  fc.assert(
    fc.property(drawn, ({ questionnaire, policies: [policy, other], also: statement }) => {
      const others = 'when' in statement ? [statement.when] : [];
      const together = compileTogether(questionnaire, [policy, other], { others });
      const compiled = together.ok ? together.value.policies.get(policy.id) : undefined;
      if (!together.ok || compiled === undefined) throw new Error('over budget');
      const proof = prove(statement, compiled, together.value.policies);
      expect(holdsUnder(statement, compiled, together.value.policies)).toBe(proof.kind !== 'broken');
      const conditions: readonly Condition[] = [
        ...[policy, other].flatMap((one) => one.rules.map((rule) => rule.when)),
        ...questionnaireConditions(questionnaire),
        ...others,
      ];
      const simple = withRuns(questionnaire, conditions);
      const callers = listCallers(questionnaire, policy);
      let texts: readonly string[] | undefined;
      const said = () => {
        texts ??= callers.map(({ read }) => answersOf(questionnaire, simplified(simple, read)));
        return texts;
      };
      check(statement, { questionnaire, policy, other, callers, proof, simple, said });
    }),
    { numRuns: RUNS, endOnFailure: true },
  );
}

function breachesIn(proof: Proof): readonly Breach[] {
  return proof.kind === 'broken' ? proof.breaches : [];
}

/** The answers that a caller gives to the questions that apply, as a text. */
function answersOf(questionnaire: Questionnaire, value: (id: string) => FactValue | undefined): string {
  return questionnaire.questions.map(({ id, kind }) => answerKey(kind, value(id))).join(' ');
}

function answerKey(kind: Question['kind'], value: FactValue | undefined): string {
  if (typeof value === 'object' && kind.kind === 'options')
    return `[${kind.options.filter((option) => value.includes(option)).join()}]`;
  return String(value);
}

/** Ids of the questions that apply to a caller and whose answer is told apart from the baseline. */
function away({ questionnaire, simple }: Proving, { read }: Listed): readonly string[] {
  return questionnaire.questions
    .filter(({ id, kind, baseline }) => {
      const value = read(id);
      if (value === undefined || baseline === undefined) return false;
      return answerKey(kind, simple(id, value)) !== answerKey(kind, simple(id, baseline));
    })
    .map(({ id }) => id);
}

type Read = (id: string) => FactValue | undefined;

function simplified(simple: Proving['simple'], read: Read): Read {
  return (id) => {
    const value = read(id);
    return value === undefined ? undefined : simple(id, value);
  };
}

/** The place of the caller that a witness is: one who gives the same answers to the questions that apply; -1 where there is none. */
function placeOf({ questionnaire, said, simple }: Proving, { values }: Witness): number {
  return said().indexOf(
    answersOf(
      questionnaire,
      simplified(simple, (id) => values.get(id)),
    ),
  );
}

/** A witness is one of the callers meant, and none of those is closer to the baseline. */
function expectSmallest(proving: Proving, witness: Witness, violators: readonly Listed[]): void {
  const caller = proving.callers[placeOf(proving, witness)];
  if (caller === undefined) throw new Error('no such caller');
  const answers = (one: Listed) => proving.said()[proving.callers.indexOf(one)];
  expect(violators.map(answers)).toContain(answers(caller));
  expect(witness.differing).toEqual(away(proving, caller));
  expect(witness.differing.length).toBe(Math.min(...violators.map((one) => away(proving, one).length)));
}

test('an implication is proved exactly if no caller breaks it, and vacuous exactly if no caller or no result could', () => {
  const seen = { proved: 0, broken: 0, vacuous: 0, 'by-construction': 0 };
  law(
    (draw, { questionnaire }) => drawImplication(draw, questionnaire),
    ({ kind, when, scoredOnly, result }, proving) => {
      const meant = proving.callers.filter(
        ({ read, verdict }) => holds(when, read) && (!scoredOnly || verdict.result.kind === 'level'),
      );
      const isWrong = (passed: boolean): boolean => passed === (kind === 'never');
      const violators = meant.filter(({ verdict }) => isWrong(passes(verdict, result)));
      const isIdle = !conceivable(proving.questionnaire, scoredOnly).some((one) => isWrong(passes(one, result)));
      const expected = meant.length === 0 || isIdle ? 'vacuous' : violators.length === 0 ? 'proved' : 'broken';
      expect(proving.proof.kind).toBe(expected);
      seen[expected]++;
      for (const breach of breachesIn(proving.proof)) {
        if (breach.kind !== 'result') throw new Error('another kind of breach');
        expectSmallest(proving, breach.witness.caller, violators);
      }
    },
  );
  // Expected over ten times as often.
  expect(Math.min(seen.proved, seen.broken, seen.vacuous)).toBeGreaterThan(10);
}, 120_000);

/** Places of two callers in the list. */
interface Pair {
  readonly own: number;
  readonly other: number;
}

/** All pairs of callers who differ in one question by a step that passes. The list goes through the answers like a counter. */
function pairsOf(
  { questionnaire, callers }: Proving,
  question: Question,
  isStep: (own: FactValue, other: FactValue) => boolean,
): readonly Pair[] {
  const values = valuesOf(question.kind);
  const later = questionnaire.questions.slice(question.index + 1);
  const stride = later.reduce((product, { kind }) => product * valuesOf(kind).length, 1);
  const steps = values.map((own) => values.flatMap((other, index) => (isStep(own, other) ? [index] : [])));
  return callers.flatMap((_, own) => {
    const index = Math.floor(own / stride) % values.length;
    return (steps[index] ?? []).map((other) => ({ own, other: own + (other - index) * stride }));
  });
}

const isOneOptionMore = (more: FactValue, less: FactValue): boolean =>
  typeof more === 'object' &&
  typeof less === 'object' &&
  more.length === less.length + 1 &&
  less.every((option) => more.includes(option));

/** Whether an answer is worse than another by one step: the next rank, the next number, one option. */
function isWorseByOne({ order, ...question }: Question): (own: FactValue, other: FactValue) => boolean {
  if (order.kind === 'ranks')
    return (own, other) => order.ranks.get(String(own)) === (order.ranks.get(String(other)) ?? 0) + 1;
  const isMore = (own: FactValue, other: FactValue): boolean =>
    question.kind.kind === 'options'
      ? isOneOptionMore(own, other)
      : rank({ order, ...question }, own) === rank({ order, ...question }, other) + 1;
  return order.kind === 'less' ? (own, other) => isMore(other, own) : isMore;
}

/** How many questions are put to either and not answered as the baseline is; for the question that differs the witness's own answer counts. */
function awayOfPair(proving: Proving, { own, other }: Pair, question: string): number {
  const of = (place: number): readonly string[] => {
    const caller = proving.callers[place];
    return caller === undefined ? [] : away(proving, caller);
  };
  return new Set([...of(own), ...of(other).filter((id) => id !== question)]).size;
}

function checkPairs(
  questions: readonly string[],
  proving: Proving,
  breaking: (question: Question) => readonly Pair[],
): void {
  const { callers, proof, questionnaire, said } = proving;
  const found = new Map(breachesIn(proof).map((breach) => [breach.kind === 'pair' ? breach.question : '', breach]));
  for (const question of questionnaire.questions) {
    const broken = questions.includes(question.id) ? breaking(question) : [];
    const breach = found.get(question.id);
    expect(breach !== undefined, question.id).toBe(broken.length > 0);
    if (breach?.kind !== 'pair') continue;
    const shown = { own: placeOf(proving, breach.witness.caller), other: placeOf(proving, breach.other.caller) };
    const answers = ({ own, other }: Pair) => `${said()[own]} / ${said()[other]}`;
    expect(new Set(broken.map(answers))).toContain(answers(shown));
    const least = Math.min(...broken.map((pair) => awayOfPair(proving, pair, question.id)));
    expect(awayOfPair(proving, shown, question.id)).toBe(least);
    expect(breach.witness.verdict).toEqual(callers[shown.own]?.verdict);
    expect(breach.other.verdict).toEqual(callers[shown.other]?.verdict);
  }
}

test('a policy is monotone exactly if no answer that is worse by one step shows less care, whatever the follow-ups', () => {
  law(
    (_, { questionnaire }): Extract<Statement, { kind: 'monotone' | 'unaffected-by' }> => ({
      kind: 'monotone',
      questions: questionnaire.questions.filter(({ order }) => order.kind !== 'unordered').map(({ id }) => id),
    }),
    ({ questions }, proving) => {
      const { questionnaire, policy, proof } = proving;
      const care = proving.callers.map(({ verdict }) => careOf(verdict, questionnaire, policy));
      const named = questionnaire.questions.filter(({ id }) => questions.includes(id));
      const isComparable = named.some((question) =>
        valuesOf(question.kind).some((own) =>
          valuesOf(question.kind).some((other) => isWorseByOne(question)(own, other)),
        ),
      );
      expect(proof.kind === 'vacuous').toBe(!isComparable);
      checkPairs(questions, proving, (question) =>
        pairsOf(proving, question, isWorseByOne(question)).filter(
          ({ own, other }) => (care[own] ?? 0) < (care[other] ?? 0),
        ),
      );
    },
  );
}, 120_000);

test('a policy is unaffected by questions exactly if no other answer to one changes level, disposition or a first step', () => {
  law(
    (draw, { questionnaire }): Extract<Statement, { kind: 'monotone' | 'unaffected-by' }> => ({
      kind: 'unaffected-by',
      questions: draw(
        fc.subarray(
          questionnaire.questions.map(({ id }) => id),
          { minLength: 1 },
        ),
      ),
    }),
    ({ questions }, proving) => {
      const placed = proving.callers.map(({ verdict }) =>
        JSON.stringify([verdict.result, [...verdict.firstSteps].sort()]),
      );
      const isStep = (own: FactValue, other: FactValue): boolean =>
        typeof own === 'object' ? isOneOptionMore(own, other) || isOneOptionMore(other, own) : own !== other;
      checkPairs(questions, proving, (question) =>
        pairsOf(proving, question, isStep).filter(({ own, other }) => placed[own] !== placed[other]),
      );
    },
  );
}, 120_000);

type Comparison = Extract<Statement, { kind: 'equivalent-to' | 'at-least-as-protective-as' }>;

test('policies are compared as they are caller by caller, and a policy beside itself is vacuous', () => {
  const seen = { proved: 0, broken: 0, vacuous: 0, 'by-construction': 0 };
  law(
    (draw, { questionnaire, policies: [own, other] }: SmallPair): Comparison => ({
      kind: draw(fc.constantFrom('equivalent-to', 'at-least-as-protective-as')),
      policy: chance(draw, 10) ? own.id : other.id,
      when: chance(draw, 50) ? ALWAYS : drawCondition(draw, readableOf(questionnaire), 1),
    }),
    ({ kind, policy, when }, proving) => {
      const { questionnaire, other, proof } = proving;
      const theirs = listCallers(questionnaire, other);
      const told = ({ result, levelIfScored, firstSteps, supports, actions }: Verdict) => {
        const end = questionnaire.dispositions.find(
          ({ id }) => result.kind === 'disposition' && id === result.disposition,
        );
        const shown = end?.level === 'open' ? levelIfScored : undefined;
        return JSON.stringify([result, shown, ...[firstSteps, supports, actions].map((set) => [...set].sort())]);
      };
      const violators = proving.callers.filter(({ read, verdict }, place) => {
        const their = theirs[place]?.verdict;
        if (their === undefined || !holds(when, read)) return false;
        if (kind === 'equivalent-to') return told(verdict) !== told(their);
        const isLost = [...their.firstSteps].some((step) => {
          const including = INCLUDED_IN[step];
          return !verdict.firstSteps.has(step) && (including === undefined || !verdict.firstSteps.has(including));
        });
        return isLost || careOf(verdict, questionnaire, proving.policy) < careOf(their, questionnaire, other);
      });
      const isMeant = proving.callers.some(({ read }) => holds(when, read));
      const isVacuous = policy === proving.policy.id || !isMeant;
      const expected = isVacuous ? 'vacuous' : violators.length === 0 ? 'proved' : 'broken';
      expect(proof.kind).toBe(expected);
      seen[expected]++;
      for (const breach of breachesIn(proof)) {
        if (breach.kind !== 'policies') throw new Error('another kind of breach');
        expectSmallest(proving, breach.witness.caller, violators);
        expect(breach.other.verdict).toEqual(theirs[placeOf(proving, breach.other.caller)]?.verdict);
      }
    },
  );
  expect(Math.min(seen.proved, seen.broken, seen.vacuous)).toBeGreaterThan(10); // expected over five times as often
}, 120_000);

test('questions come first exactly if nobody is asked another one before them, and no other answer keeps one from being asked', () => {
  law(
    (draw, { questionnaire }): Extract<Statement, { kind: 'asked-before' }> => {
      const ids = questionnaire.questions.map(({ id }) => id);
      const some = () => draw(fc.subarray(ids));
      return {
        kind: 'asked-before',
        questions: draw(fc.subarray(ids, { minLength: 1 })),
        gatedOnlyBy: some(),
        onlyAfter: some(),
      };
    },
    ({ questions, gatedOnlyBy, onlyAfter }, proving) => {
      const { questionnaire, callers } = proving;
      const ids = questionnaire.questions.map(({ id }) => id);
      const named = ids.filter((id) => questions.includes(id));
      const before = new Map(
        ids
          .filter((id) => ![...questions, ...gatedOnlyBy, ...onlyAfter].includes(id))
          .map((earlier) => {
            const later = named.filter((id) => ids.indexOf(id) > ids.indexOf(earlier));
            return [
              earlier,
              callers.filter(({ read }) => read(earlier) !== undefined && later.some((id) => read(id) !== undefined)),
            ] as const;
          }),
      );
      const asks = (place: number, id: string) => callers[place]?.read(id) !== undefined;
      const gated = new Map(
        questionnaire.questions
          .filter(({ id }) => !gatedOnlyBy.includes(id))
          .map((gate) => {
            const pairs = pairsOf(proving, gate, (own, other) => own !== other);
            return [gate.id, pairs.filter(({ own, other }) => named.some((id) => !asks(own, id) && asks(other, id)))];
          }),
      );
      const breaches = breachesIn(proving.proof);
      const orders = breaches.flatMap((one) => (one.kind === 'order' ? [one] : []));
      const gates = breaches.flatMap((one) => (one.kind === 'gate' ? [one] : []));
      const broken = (map: ReadonlyMap<string, readonly unknown[]>) =>
        [...map].filter(([, violators]) => violators.length > 0).map(([id]) => id);
      expect(orders.map(({ earlier }) => earlier)).toEqual(broken(before));
      expect(gates.map(({ gate }) => gate)).toEqual(broken(gated));
      for (const { earlier, question, caller } of orders) {
        expectSmallest(proving, caller, before.get(earlier) ?? []);
        expect([...caller.values.keys()]).toEqual(expect.arrayContaining([earlier, question]));
      }
      for (const { gate, question, caller } of gates) {
        const pairs = gated.get(gate) ?? [];
        const least = Math.min(...pairs.map((pair) => awayOfPair(proving, pair, gate)));
        const shown = proving.said()[placeOf(proving, caller)];
        const own = pairs.filter((pair) => proving.said()[pair.own] === shown && asks(pair.other, question));
        expect(Math.min(...own.map((pair) => awayOfPair(proving, pair, gate)))).toBe(least);
        expect(caller.values.has(question)).toBe(false);
      }
    },
  );
}, 120_000);

/** A rule without each of its effects, by what is left out. */
function withLess(rule: Rule): readonly (readonly [string, Rule])[] {
  const without = <T>(list: readonly T[], one: T) => list.filter((other) => other !== one);
  return [
    ...(rule.atLeast === undefined ? [] : [[`at_least: ${rule.atLeast}`, { ...rule, atLeast: undefined }] as const]),
    ...rule.first.map((one) => [`first: ${one}`, { ...rule, first: without(rule.first, one) }] as const),
    ...rule.add.map((one) => [`add: ${one}`, { ...rule, add: without(rule.add, one) }] as const),
    ...rule.do.map((one) => [`do: ${one}`, { ...rule, do: without(rule.do, one) }] as const),
  ];
}

test('an effect is idle exactly if without it every caller is told the same result, and the same rules as its reason', () => {
  law(
    (): Statement => ({ kind: 'every-effect-counts' }),
    (_, { questionnaire, policy, callers, proof }) => {
      const told = (by: Policy, verdict: Verdict): string => {
        const { result, levelIfScored, firstSteps, supports, actions, rules } = verdict;
        const end = questionnaire.dispositions.find(
          ({ id }) => result.kind === 'disposition' && id === result.disposition,
        );
        const lists = [firstSteps, supports, actions].map((set) => [...set].sort());
        if (end?.level === 'none') return JSON.stringify([result, lists]);
        const floors = by.rules.filter((rule) => rule.atLeast !== undefined && rules.has(rule.id));
        const deciding = floors.filter((rule) => rule.atLeast === levelIfScored).map(({ id }) => id);
        return JSON.stringify([result, levelIfScored, deciding, lists]);
      };
      const before = callers.map(({ verdict }) => told(policy, verdict));
      const expected = policy.rules.flatMap((rule) =>
        withLess(rule)
          .filter(([, less]) => {
            const changed = { ...policy, rules: policy.rules.map((one) => (one === rule ? less : one)) };
            // Of the others the rule says nothing, with the effect or without it.
            return callers.every(
              ({ read, verdict }, place) =>
                !verdict.rules.has(rule.id) || told(changed, evaluate(questionnaire, changed, read)) === before[place],
            );
          })
          .map(([effect]) => `\`${effect}\` of the rule \`${rule.id}\``),
      );
      const idle = breachesIn(proof).map((breach) => (breach.kind === 'idle' ? breach.what : breach.kind));
      expect(idle).toEqual(expected);
    },
  );
}, 120_000);
