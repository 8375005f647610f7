import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createCallers, questionnaireConditions } from '../../src/callers/callers.ts';
import { trueOf } from '../../src/callers/cheapest.ts';
import { encodeAnswers } from '../../src/callers/encoding.ts';
import { nearestChanges } from '../../src/callers/nearest-change.ts';
import { witness } from '../../src/callers/witness.ts';
import type { Condition, FactValue } from '../../src/conditions/model.ts';
import { type CompiledPolicy, compilePolicy } from '../../src/decision/compile.ts';
import { contradictions, decide } from '../../src/decision/decide.ts';
import { LEVELS } from '../../src/policy/care-lists.ts';
import type { Answers } from '../../src/questionnaire/model.ts';
import { compareVectors, elementsKey, listedWays, parts, partValue, smallestWays } from './listed-ways.ts';
import { completions, type Listed, listCallers, rank, withRuns } from './listing.ts';
import { type Small, small, valuesOf } from './small-policies.ts';

const RUNS = 1000;

function law(check: (drawn: Small) => void): void {
  fc.assert(fc.property(small, check), { numRuns: RUNS, endOnFailure: true });
}

function compiled({ questionnaire, policy }: Small): CompiledPolicy {
  const compilation = compilePolicy(questionnaire, policy);
  if (!compilation.ok) throw new Error('over budget');
  return compilation.value;
}

function conditionsOf({ questionnaire, policy }: Small): readonly Condition[] {
  return [...policy.rules.map((rule) => rule.when), ...questionnaireConditions(questionnaire)];
}

const resultOf = ({ verdict }: Listed) =>
  verdict.result.kind === 'level' ? verdict.result.level : verdict.result.disposition;

test('what to ask next is ranked by the results that each of its answers leaves, and every question that matters is in it', () => {
  law((drawn) => {
    const { questionnaire, policy, answers } = drawn;
    const simple = withRuns(questionnaire, conditionsOf(drawn));
    const all = completions(listCallers(questionnaire, policy), questionnaire, answers);
    const decision = decide(compiled(drawn), answers);
    const output = (one: Listed) => JSON.stringify([resultOf(one), [...one.verdict.firstSteps].sort()]);
    const matters = questionnaire.questions.filter(({ id }) => {
      const seen = new Map<string, string>();
      return all.some((one) => {
        const others = JSON.stringify([...one.values].filter(([other]) => other !== id));
        const before = seen.get(others);
        seen.set(others, output(one));
        return before !== undefined && before !== output(one);
      });
    });
    const expected = matters.map((question) => {
      const { id, kind } = question;
      const value = (one: Listed) => simple(id, one.values.get(id) ?? '');
      const open =
        kind.kind === 'options'
          ? kind.options.filter((option) => !answers.values.has(id) || answers.unknownOptions.get(id)?.has(option))
          : [];
      const named = (one: Listed, option: string) => partValue(question, option, one.values.get(id) ?? []) === 1;
      const groups =
        kind.kind === 'options'
          ? [
              ...open.map((option) => all.filter((one) => named(one, option))),
              all.filter((one) => !open.some((option) => named(one, option))),
            ]
          : [...new Set(valuesOf(kind).map((one) => simple(id, one)))].map((one) =>
              all.filter((caller) => value(caller) === one),
            );
      const counts = groups.map((group) => new Set(group.map(resultOf)).size);
      return {
        question: id,
        expected: counts.reduce((sum, count) => sum + count, 0) / counts.length,
        worst: Math.max(...counts),
      };
    });
    const ranked = expected
      .map((one, place) => ({ one, place }))
      .sort((a, b) => a.one.expected - b.one.expected || a.one.worst - b.one.worst || a.place - b.place);
    expect(decision.ask).toEqual(decision.settled ? [] : ranked.map(({ one }) => one));
  });
}, 120_000);

test('a witness is the caller of the region with the fewest answers away from the baseline, the first in script order', () => {
  law((drawn) => {
    const { questionnaire, policy } = drawn;
    const [rule] = policy.rules;
    if (rule === undefined) return;
    const conditions = conditionsOf(drawn);
    const simple = withRuns(questionnaire, conditions);
    const callers = createCallers(questionnaire, conditions);
    const inside = listCallers(questionnaire, policy).filter(({ verdict }) => verdict.rules.has(rule.id));
    const describe = ({ read }: Listed) => {
      const away: string[] = [];
      const vector: number[] = [];
      for (const question of questionnaire.questions) {
        const usual = question.baseline ?? '';
        const value = read(question.id);
        const differs =
          value !== undefined &&
          parts(question).some(
            (part) =>
              partValue(question, part, simple(question.id, value)) !==
              partValue(question, part, simple(question.id, usual)),
          );
        if (differs) away.push(question.id);
        for (const part of parts(question)) {
          const mine = partValue(question, part, simple(question.id, value ?? usual));
          vector.push(mine === partValue(question, part, simple(question.id, usual)) ? -1 : mine);
        }
      }
      return { away, vector };
    };
    const smallest = inside
      .map(describe)
      .sort((a, b) => a.away.length - b.away.length || compareVectors(a.vector, b.vector))[0];
    const found = witness(callers, callers.region(rule.when));
    expect(found?.differing).toEqual(smallest?.away);
    if (found === undefined) return;
    const shown = inside.filter(({ read }) =>
      questionnaire.questions.every(({ id }) => sameAnswer(simple, id, read(id), found.values.get(id))),
    );
    expect(shown.length).toBeGreaterThan(0); // the witness is one of the region's callers
    expect(shown.some((one) => compareVectors(describe(one).vector, smallest?.vector ?? []) === 0)).toBe(true);
  });
}, 120_000);

function sameAnswer(
  simple: (id: string, value: FactValue) => FactValue,
  id: string,
  left: FactValue | undefined,
  right: FactValue | undefined,
): boolean {
  if (left === undefined || right === undefined) return left === right;
  return JSON.stringify(simple(id, left)) === JSON.stringify(simple(id, right));
}

for (const changeableOnly of [true, false]) {
  test(`the nearest changes (${changeableOnly ? 'of circumstances' : 'of anything'}) are the smallest of all callers with another level, and with each other level`, () => {
    law((drawn) => {
      const { questionnaire, policy } = drawn;
      const value = compiled(drawn);
      const answers = withoutContradictions(value, drawn.answers);
      const everyone = listCallers(questionnaire, policy);
      const all = completions(everyone, questionnaire, answers);
      const levels = new Set<string>(
        all.flatMap(({ verdict }) => (verdict.result.kind === 'level' ? verdict.result.level : [])),
      );
      const simple = withRuns(questionnaire, conditionsOf(drawn));
      const others = listedWays(everyone, questionnaire, answers, simple).filter(({ level }) => !levels.has(level));
      const places = new Map(
        questionnaire.questions
          .flatMap((question) => parts(question).map((part) => `${question.id}.${part}`))
          .map((key, index) => [key, index + 1]),
      );
      const goals = [...new Set(others.map((way) => way.level))].map((one) => (level: string) => level === one);
      for (const passes of [(level: string) => !levels.has(level), ...goals]) {
        const ways = others.filter((way) => passes(way.level));
        const least = smallestWays(ways, changeableOnly);
        const expected = least.map(({ elements }) => elementsKey(elements)).slice(0, 5);
        const target = everyoneAt(value, passes);
        const found = nearestChanges(value.callers, encodeAnswers(value.callers.encoding, answers), trueOf(target), {
          changeableOnly,
          most: 5,
        });
        const shown = (found?.ways ?? []).map((way) =>
          way
            .map((one) => {
              const variable = value.callers.encoding.variables[one.variable];
              const { question } = variable ?? { question: undefined };
              const key = `${question?.id}.${variable?.kind === 'option' ? variable.option : undefined}`;
              const start = variable?.kind === 'band' ? (variable.starts[one.value] ?? 0) : undefined;
              const shownValue = question === undefined || start === undefined ? one.value : rank(question, start);
              return (places.get(key) ?? 0) * 100 + shownValue;
            })
            .join(),
        );
        const [first] = least;
        expect(found?.changes).toBe(first === undefined ? undefined : first.needed + first.changed);
        expect(shown).toEqual(expected);
      }
    });
  }, 120_000);
}

function withoutContradictions(value: CompiledPolicy, answers: Answers): Answers {
  let left = answers;
  for (let wrong = contradictions(value, left); wrong.length > 0; wrong = contradictions(value, left)) {
    left = { ...left, values: new Map([...left.values].filter(([id]) => !wrong.includes(id))) };
  }
  return left;
}

/** The callers who get one of the levels that pass. */
function everyoneAt(value: CompiledPolicy, passes: (level: (typeof LEVELS)[number]) => boolean): number {
  const { forest } = value.callers;
  return LEVELS.reduce((region, level, place) => {
    const here = forest.and(value.atLeast[place] ?? 0, forest.not(value.atLeast[place + 1] ?? 0));
    return passes(level) ? forest.or(region, forest.and(value.scored, here)) : region;
  }, 0);
}

test('no order changes a decision: of rules, of the variables, of the parts of a condition', () => {
  law((drawn) => {
    const { questionnaire, policy, answers } = drawn;
    const before = decide(compiled(drawn), answers);
    const turned = {
      ...questionnaire,
      facts: questionnaire.facts.map((fact) => ({
        ...fact,
        branches: fact.branches.map((branch) => ({ ...branch, when: turn(branch.when) })),
      })),
    };
    const rules = [...policy.rules]
      .reverse()
      .map((rule) => ({ ...rule, when: turn(rule.when), first: [...rule.first].reverse() }));
    // The script order is one of the orders in which a question follows those that its gate reads.
    const order = questionnaire.questions.map((question) => question.id);
    const compilation = compilePolicy(turned, { ...policy, rules }, { order });
    expect(compilation.ok && decide(compilation.value, answers)).toEqual(before);
  });
}, 120_000);

function turn(condition: Condition): Condition {
  if ('terms' in condition)
    return { ...condition, terms: [...condition.terms].reverse().map((term) => ({ ...term, when: turn(term.when) })) };
  if ('of' in condition) return { ...condition, of: [...condition.of].reverse().map(turn) };
  return condition;
}
