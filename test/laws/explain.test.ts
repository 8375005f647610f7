import fc from 'fast-check';
import { expect, test } from 'vitest';
import { questionnaireConditions } from '../../src/callers/callers.ts';
import type { FactValue } from '../../src/conditions/model.ts';
import { changesInto } from '../../src/decision/changes.ts';
import { type CompiledPolicy, compilePolicy } from '../../src/decision/compile.ts';
import { contradictions } from '../../src/decision/decide.ts';
import { knownCaller } from '../../src/decision/known-caller.ts';
import { levelStandings } from '../../src/decision/level-standings.ts';
import { nearMisses } from '../../src/decision/near-misses.ts';
import { sufficientAnswers } from '../../src/decision/sufficient-answers.ts';
import { LEVELS, type Level } from '../../src/policy/care-lists.ts';
import type { Answers, Question, Questionnaire } from '../../src/questionnaire/model.ts';
import { changedElements, elementsKey, type ListedWay, listedWays, smallestWays } from './listed-ways.ts';
import { completions, differingParts, type Listed, listCallers, withRuns } from './listing.ts';
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

const levelOf = ({ verdict }: Listed): Level | undefined =>
  verdict.result.kind === 'level' ? verdict.result.level : undefined;

const resultOf = ({ verdict }: Listed): string =>
  verdict.result.kind === 'level' ? verdict.result.level : verdict.result.disposition;

function levelsOf(callers: readonly Listed[]): readonly Level[] {
  const found = new Set(callers.map(levelOf));
  return LEVELS.filter((level) => found.has(level));
}

/** What is known of each answer: the whole of it, or the options of a list. */
function knownParts(question: Question, answers: Answers): readonly string[] {
  const { id, kind } = question;
  if (!answers.values.has(id)) return [];
  if (kind.kind !== 'options') return [id];
  return kind.options
    .filter((option) => !answers.unknownOptions.get(id)?.has(option))
    .map((option) => `${id}.${option}`);
}

/** All subsets, the smaller first, and of equals the one that owns the earliest element not common to both. */
function subsetsInOrder<T>(list: readonly T[]): readonly (readonly T[])[] {
  let sets: readonly (readonly T[])[] = [[]];
  for (const one of [...list].reverse()) sets = [...sets.map((set) => [one, ...set]), ...sets];
  return [0, ...list.map((_, place) => place + 1)].flatMap((size) => sets.filter((set) => set.length === size));
}

test('the answers that suffice for a rule do, and are the fewest, the first in script order; so are the options that count', () => {
  let certain = 0;
  law((drawn) => {
    const { questionnaire, policy, answers } = drawn;
    const value = compiled(drawn);
    const { known } = knownCaller(value, answers);
    const everyone = listCallers(questionnaire, policy);
    const partsOf = (questions: readonly Question[]) => questions.flatMap((question) => knownParts(question, answers));
    const answered = questionnaire.questions.filter((question) => partsOf([question]).length > 0);
    for (const { rule, region } of value.rules) {
      // Some answers suffice where nobody who gives all of them escapes the rule.
      const escaping = everyone.filter(({ verdict }) => !verdict.rules.has(rule.id));
      const differing = [...new Set(escaping.map((one) => differingFrom(questionnaire, answers, one).join()))];
      const isEnough = (parts: readonly string[]) =>
        differing.every((some) => some.split(',').some((part) => parts.includes(part)));
      const found = sufficientAnswers(value.callers, known, region);
      const expected = subsetsInOrder(answered).find((set) => isEnough(partsOf(set)));
      expect(found?.questions).toEqual(expected?.map(({ id }) => id));
      if (expected === undefined) continue;
      certain++;
      const counted = (found?.variables ?? []).map((variable) => {
        const one = value.callers.encoding.variables[variable];
        return one?.kind === 'option' ? `${one.question.id}.${one.option}` : one?.question.id;
      });
      expect(new Set(counted)).toEqual(new Set(subsetsInOrder(partsOf(expected)).find(isEnough)));
    }
  });
  expect(certain).toBeGreaterThan(200);
}, 120_000);

test('beyond the budget the answers still suffice, and none of them can be left out', () => {
  let certain = 0;
  law((drawn) => {
    const { questionnaire, policy, answers } = drawn;
    const value = compiled(drawn);
    const { known } = knownCaller(value, answers);
    const everyone = listCallers(questionnaire, policy);
    for (const { rule, region } of value.rules.slice(0, 1)) {
      const found = sufficientAnswers(value.callers, known, region, { nodes: 0, memo: 0 });
      const escaping = everyone.filter(({ verdict }) => !verdict.rules.has(rule.id));
      const differing = escaping.map((one) => differingFrom(questionnaire, answers, one));
      const isEnough = (ids: readonly string[]) =>
        differing.every((some) => some.some((part) => ids.includes(part.split('.')[0] ?? '')));
      expect(found !== undefined).toBe(isEnough([...answers.values.keys()]));
      if (found === undefined) continue;
      certain++;
      expect(isEnough(found.questions)).toBe(true);
      for (const id of found.questions) expect(isEnough(found.questions.filter((one) => one !== id))).toBe(false);
    }
  });
  expect(certain).toBeGreaterThan(100);
}, 120_000);

/** The parts of the given answers from which a caller differs. */
function differingFrom(questionnaire: Questionnaire, answers: Answers, { values }: Listed): readonly string[] {
  return questionnaire.questions.flatMap((question) =>
    differingParts(question, answers, values.get(question.id)).map(({ option }) =>
      option === undefined ? question.id : `${question.id}.${option}`,
    ),
  );
}

/** The given answers without those that certainly do not apply. */
function consistent(value: CompiledPolicy, answers: Answers): Answers {
  const wrong = contradictions(value, answers);
  if (wrong.length === 0) return answers;
  return consistent(value, { ...answers, values: new Map([...answers.values].filter(([id]) => !wrong.includes(id))) });
}

/** A caller set out for enumeration: consistent answers, every caller there is, the levels possible now, numbers by their runs. */
function setOut(drawn: Small) {
  const { questionnaire, policy } = drawn;
  const value = compiled(drawn);
  const answers = consistent(value, drawn.answers);
  const everyone = listCallers(questionnaire, policy);
  const now = levelsOf(completions(everyone, questionnaire, answers));
  const simple = withRuns(questionnaire, [
    ...policy.rules.map((rule) => rule.when),
    ...questionnaireConditions(questionnaire),
  ]);
  return { questionnaire, value, answers, everyone, now, simple };
}

test('near misses are all single answers that make another level possible, with the other answers that do', () => {
  let missed = 0;
  law((drawn) => {
    const { questionnaire, value, answers, everyone, now, simple } = setOut(drawn);
    const expected = questionnaire.questions.flatMap((question) => {
      const before = answers.values.get(question.id);
      if (before === undefined) return [];
      const others = othersOf(question, answers).map((other) => {
        const changed = { ...answers, values: new Map([...answers.values, [question.id, other]]) };
        const levels = levelsOf(completions(everyone, questionnaire, changed));
        return {
          other,
          distance: differingParts(question, answers, other).length,
          added: levels.filter((one) => !now.includes(one)),
        };
      });
      const nearest = others.filter(({ other, distance, added }) =>
        added.some((level) =>
          others.every(
            (one) =>
              !one.added.includes(level) ||
              one.distance > distance ||
              (one.distance === distance && !isNearer(one.other, other, before)),
          ),
        ),
      );
      return nearest.map(
        ({ other, added }) => `${question.id} ${JSON.stringify(runOf(simple, question.id, other))} ${added}`,
      );
    });
    const found = nearMisses(knownCaller(value, answers), value.outcome, now);
    const shown = found.flatMap(({ question, levels, changes }) =>
      changes.map(({ changed }) => {
        expect(changed.map((one) => one.question)).toEqual([question]);
        return `${question} ${JSON.stringify(runOf(simple, question, changed[0]?.value ?? ''))} ${levels}`;
      }),
    );
    expect(new Set(shown)).toEqual(new Set(expected));
    expect(shown.length).toBe(new Set(shown).size);
    const gravest = found.map(({ levels }) => Math.max(...levels.map((level) => LEVELS.indexOf(level))));
    expect(gravest).toEqual([...gravest].sort((one, other) => other - one));
    if (shown.length > 0) missed++;
  });
  expect(missed).toBeGreaterThan(200);
}, 120_000);

/** Other values of an answer; what is open of a list stays open. */
function othersOf(question: Question, answers: Answers): readonly FactValue[] {
  const open = answers.unknownOptions.get(question.id);
  return valuesOf(question.kind).filter(
    (value) =>
      differingParts(question, answers, value).length > 0 &&
      (typeof value !== 'object' || value.every((option) => !open?.has(option))),
  );
}

/** Of two numbers on the same side of the answer, the one that lies nearer to it. */
function isNearer(one: FactValue, other: FactValue, answer: FactValue): boolean {
  if (typeof one !== 'number' || typeof other !== 'number' || typeof answer !== 'number') return false;
  return Math.sign(one - answer) === Math.sign(other - answer) && Math.abs(one - answer) < Math.abs(other - answer);
}

function runOf(simple: (id: string, value: FactValue) => FactValue, id: string, value: FactValue): FactValue {
  return typeof value === 'object' ? [...value].sort() : simple(id, value);
}

test('against a level stands every rule that certainly asks for more, and every rule that gives it is named', () => {
  const seen = new Set<string>();
  const by = { certain: 0, possible: 0 };
  law((drawn) => {
    const { questionnaire, policy, answers } = drawn;
    const value = compiled(drawn);
    const everyone = listCallers(questionnaire, policy);
    const all = completions(everyone, questionnaire, answers);
    const now = levelsOf(all);
    const ever = levelsOf(everyone);
    const reached = ({ verdict }: Listed): boolean =>
      policy.rules.some((rule) => rule.atLeast !== undefined && verdict.rules.has(rule.id));
    const sources = [
      ...policy.rules.flatMap(({ id, atLeast }) =>
        atLeast === undefined ? [] : [{ id, level: atLeast, holds: (one: Listed) => one.verdict.rules.has(id) }],
      ),
      { id: 'otherwise', level: policy.otherwise.level, holds: (one: Listed) => !reached(one) },
    ];
    for (const one of levelStandings(knownCaller(value, answers), value.outcome, now)) {
      seen.add(one.standing);
      const rank = LEVELS.indexOf(one.level);
      const giving = sources.filter(({ level }) => level === one.level).map(({ id }) => id);
      const above = sources.filter(({ level, holds }) => LEVELS.indexOf(level) > rank && all.every(holds));
      expect(new Set(one.giving)).toEqual(new Set(giving));
      expect(new Set(one.against)).toEqual(new Set(one.standing === 'no-level' ? [] : above.map(({ id }) => id)));
      const isOnly = new Set(all.map(resultOf)).size === 1;
      expect(one.standing).toBe(expectedStanding(one.level, { now, ever, isOnly }));
      const mayHold = sources.filter(({ level, holds }) => level === one.level && all.some(holds));
      expect(new Set(one.mayHold)).toEqual(new Set(one.standing === 'not-reached' ? mayHold.map(({ id }) => id) : []));
      // What may hold there never gives the level: a more intensive one follows, or none.
      for (const completion of all.filter((each) => mayHold.some(({ holds }) => holds(each)))) {
        if (one.standing !== 'not-reached') break;
        const level = levelOf(completion);
        expect(level === undefined || LEVELS.indexOf(level) > rank).toBe(true);
      }
      expect(one.nearest !== undefined).toBe(one.standing === 'not-reached');
      if (one.nearest === undefined) continue;
      const then = completions(everyone, questionnaire, changedAnswers(answers, one.nearest.changed));
      const sureThen = sources.filter(({ level, holds }) => level === one.level && then.every(holds));
      const perhapsThen = sources.filter(({ level, holds }) => level === one.level && then.some(holds));
      by[sureThen.length > 0 ? 'certain' : 'possible']++;
      expect(one.nearest.isCertain).toBe(sureThen.length > 0);
      expect(new Set(one.nearest.by)).toEqual(
        new Set((sureThen.length > 0 ? sureThen : perhapsThen).map(({ id }) => id)),
      );
    }
  });
  expect(Math.min(by.certain, by.possible)).toBeGreaterThan(5);
  expect(seen).toEqual(new Set(['result', 'possible', 'ruled-out', 'not-reached', 'never', 'no-level']));
}, 120_000);

interface Seen {
  readonly now: readonly Level[];
  readonly ever: readonly Level[];
  readonly isOnly: boolean;
}

function expectedStanding(level: Level, { now, ever, isOnly }: Seen): string {
  if (now.includes(level)) return isOnly ? 'result' : 'possible';
  if (!ever.includes(level)) return 'never';
  const [lowest] = now;
  if (lowest === undefined) return 'no-level';
  return LEVELS.indexOf(level) < LEVELS.indexOf(lowest) ? 'ruled-out' : 'not-reached';
}

test('the changes to a level are the smallest of circumstances, then the smallest of any answer, five of them at most; what is smaller keeps a place', () => {
  let found = 0;
  law((drawn) => {
    const { questionnaire, value, answers, everyone, now, simple } = setOut(drawn);
    const ways = listedWays(everyone, questionnaire, answers, simple);
    const targets = [
      ...LEVELS.filter((level) => !now.includes(level)).map((level) => [level]),
      LEVELS.filter((level) => !now.includes(level)),
    ];
    for (const goals of targets) {
      const there = ways.filter(({ level }) => goals.includes(level));
      const circumstances = smallestWays(there, true);
      const any = smallestWays(there, false);
      const [first] = circumstances;
      const [least] = any;
      const isSmaller = first !== undefined && least !== undefined && answersOf(least) < answersOf(first);
      const keys = [...circumstances.slice(0, isSmaller ? 4 : 5), ...any].map(({ elements }) => elementsKey(elements));
      const target = goals.reduce((set, level) => set | (1 << LEVELS.indexOf(level)), 0);
      const changes = changesInto(knownCaller(value, answers), { root: value.outcome, goals: target });
      const shown = changes.map(({ changed }) => {
        const then = changedAnswers(answers, changed).values;
        return elementsKey(changedElements(questionnaire, answers, (id) => then.get(id), simple));
      });
      expect(shown).toEqual([...new Set(keys)].slice(0, 5));
      found += shown.length;
    }
  });
  expect(found).toBeGreaterThan(200);
}, 120_000);

const answersOf = ({ needed, changed }: ListedWay): number => needed + changed;

test('every change to a level makes it possible, says so of circumstances alone, and there are none only where no caller gets it', () => {
  let found = 0;
  law((drawn) => {
    const { questionnaire, policy } = drawn;
    const value = compiled(drawn);
    const answers = consistent(value, drawn.answers);
    const everyone = listCallers(questionnaire, policy);
    const now = levelsOf(completions(everyone, questionnaire, answers));
    const ever = levelsOf(everyone);
    for (const [rank, level] of LEVELS.entries()) {
      if (now.includes(level)) continue;
      const changes = changesInto(knownCaller(value, answers), { root: value.outcome, goals: 1 << rank });
      expect(changes.length).toBeLessThanOrEqual(5);
      expect(changes.length > 0).toBe(ever.includes(level));
      for (const change of changes) {
        found++;
        const possible = levelsOf(completions(everyone, questionnaire, changedAnswers(answers, change.changed)));
        expect(possible).toContain(level);
        expect(change.levels).toEqual(possible);
        const ids = change.changed.map(({ question }) => question);
        const circumstances = questionnaire.questions.filter(({ changeable }) => changeable).map(({ id }) => id);
        expect(change.changeable).toBe(ids.every((id) => circumstances.includes(id)));
      }
    }
  });
  expect(found).toBeGreaterThan(200);
}, 120_000);

function changedAnswers(
  answers: Answers,
  changed: readonly { readonly question: string; readonly value: FactValue }[],
): Answers {
  return {
    ...answers,
    values: new Map([...answers.values, ...changed.map(({ question, value }) => [question, value] as const)]),
  };
}
