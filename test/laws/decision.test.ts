import fc from 'fast-check';
import { expect, test } from 'vitest';
import { encodeAnswers } from '../../src/callers/encoding.ts';
import { holds } from '../../src/conditions/evaluate.ts';
import { type CompiledPolicy, compilePolicy, levelTables } from '../../src/decision/compile.ts';
import { contradictions, decide } from '../../src/decision/decide.ts';
import { restorePolicy, storePolicy } from '../../src/decision/stored-policy.ts';
import { walkTable } from '../../src/diagram/table.ts';
import { reachable } from '../../src/diagram/walk.ts';
import { ACTIONS, FIRST_STEPS, LEVELS, SUPPORTS } from '../../src/policy/care-lists.ts';
import { completions, type Listed, listCallers } from './listing.ts';
import { type Small, small, valuesOf } from './small-policies.ts';

const RUNS = 1000;

/** Compiles what a generator drew; small ones are never over budget. */
function compiled({ questionnaire, policy }: Small): CompiledPolicy {
  const compilation = compilePolicy(questionnaire, policy);
  if (!compilation.ok) throw new Error('over budget');
  return compilation.value;
}

/** Holds in every completion, in some, in none. */
function certaintyOver(callers: readonly Listed[], holds: (caller: Listed) => boolean): 'certain' | 'possible' | 'no' {
  const count = callers.filter(holds).length;
  if (count === callers.length) return 'certain';
  return count === 0 ? 'no' : 'possible';
}

const levelOf = ({ verdict }: Listed) => (verdict.result.kind === 'level' ? verdict.result.level : undefined);
const resultOf = ({ verdict }: Listed) =>
  verdict.result.kind === 'level' ? verdict.result.level : verdict.result.disposition;

function law(check: (drawn: Small) => void): void {
  fc.assert(fc.property(small, check), { numRuns: RUNS, endOnFailure: true });
}

test('the diagrams say of every complete caller what evaluate says', () => {
  law((drawn) => {
    const value = compiled(drawn);
    const { forest, encoding } = value.callers;
    const ends = drawn.questionnaire.dispositions.map((one) => one.id);
    for (const { values, verdict } of listCallers(drawn.questionnaire, drawn.policy)) {
      const known = encodeAnswers(encoding, {
        questionnaire: 'small',
        values,
        unknown: new Map(),
        unknownOptions: new Map(),
      });
      const { result } = verdict;
      const terminal =
        result.kind === 'level' ? LEVELS.indexOf(result.level) : LEVELS.length + ends.indexOf(result.disposition);
      const said: readonly (readonly [number, number])[] = [
        [value.outcome, terminal],
        [value.level, LEVELS.indexOf(verdict.levelIfScored)],
        ...value.rules.map(({ rule, region }) => [region, Number(verdict.rules.has(rule.id))] as const),
        ...FIRST_STEPS.map((id) => [value.firstSteps[id], Number(verdict.firstSteps.has(id))] as const),
        ...SUPPORTS.map((id) => [value.supports[id], Number(verdict.supports.has(id))] as const),
        ...ACTIONS.map((id) => [value.actions[id], Number(verdict.actions.has(id))] as const),
      ];
      expect(said.filter(([root, expected]) => reachable(forest, root, known) !== 1 << expected)).toEqual([]);
    }
  });
}, 120_000);

test('what is possible of a partial caller is what some completion gets, and what is certain is what all get', () => {
  law((drawn) => {
    const { questionnaire, policy, answers } = drawn;
    const all = completions(listCallers(questionnaire, policy), questionnaire, answers);
    const decision = decide(compiled(drawn), answers);
    const levels = new Set(all.map(levelOf));
    expect(decision.levels).toEqual(LEVELS.filter((level) => levels.has(level)));
    expect(decision.lowest).toBe(decision.levels[0]);
    expect(decision.highest).toBe(decision.levels.at(-1));
    expect(decision.silent).toBe(
      certaintyOver(all, ({ verdict }) => verdict.result.kind === 'level' && verdict.result.silent),
    );
    const shown = questionnaire.dispositions.flatMap(({ id, when }) => {
      const is = when === undefined ? 'no' : certaintyOver(all, ({ read }) => holds(when, read));
      return is === 'no' ? [] : [{ id, certainty: is }];
    });
    expect(decision.dispositions).toEqual(shown);
    for (const id of FIRST_STEPS)
      expect(decision.firstSteps[id]).toBe(certaintyOver(all, ({ verdict }) => verdict.firstSteps.has(id)));
    for (const id of SUPPORTS)
      expect(decision.supports[id]).toBe(certaintyOver(all, ({ verdict }) => verdict.supports.has(id)));
    for (const id of ACTIONS)
      expect(decision.actions[id]).toBe(certaintyOver(all, ({ verdict }) => verdict.actions.has(id)));
    for (const { id } of policy.rules) {
      const is = certaintyOver(all, ({ verdict }) => verdict.rules.has(id));
      expect(decision.holding.includes(id)).toBe(is === 'certain');
      expect(decision.pending.some((one) => one.rule === id)).toBe(is === 'possible');
    }
    const outputs = all.map((one) =>
      JSON.stringify([resultOf(one), levelOf(one) && [...one.verdict.firstSteps].sort()]),
    );
    expect(decision.settled).toBe(new Set(outputs).size === 1);
  });
}, 120_000);

test('a third party sees the levels that the answers leave possible were the person scored', () => {
  law((drawn) => {
    const { questionnaire, policy, answers } = drawn;
    const open = new Set(questionnaire.dispositions.filter((one) => one.level === 'open').map((one) => one.id));
    const all = completions(listCallers(questionnaire, policy), questionnaire, answers);
    const shown = all.filter(({ verdict }) => verdict.result.kind === 'level' || open.has(verdict.result.disposition));
    const levels = new Set(shown.map(({ verdict }) => verdict.levelIfScored));
    expect(decide(compiled(drawn), answers).levelsIfScored).toEqual(LEVELS.filter((level) => levels.has(level)));
  });
}, 120_000);

test('a pending rule waits for exactly the unanswered questions that can change whether it holds', () => {
  law((drawn) => {
    const { questionnaire, policy, answers } = drawn;
    const all = completions(listCallers(questionnaire, policy), questionnaire, answers);
    const decision = decide(compiled(drawn), answers);
    for (const { rule, waitsFor } of decision.pending) {
      const matters = questionnaire.questions
        .map((question) => question.id)
        .filter((id) => {
          const seen = new Map<string, boolean>();
          return all.some(({ values, verdict }) => {
            const others = JSON.stringify([...values].filter(([other]) => other !== id));
            const holds = verdict.rules.has(rule);
            const before = seen.get(others);
            seen.set(others, holds);
            return before !== undefined && before !== holds;
          });
        });
      expect(waitsFor).toEqual(matters);
    }
  });
}, 120_000);

test('the lowest and highest tables give the least and the greatest level of all completions', () => {
  law((drawn) => {
    const { questionnaire, policy, answers } = drawn;
    const value = compiled(drawn);
    const { widths } = value.callers.encoding;
    const codes = encodeAnswers(value.callers.encoding, answers).map((code, variable) =>
      code === -1 ? (widths[variable] ?? 0) : code,
    );
    const ranks = completions(listCallers(questionnaire, policy), questionnaire, answers).map(({ verdict }) =>
      LEVELS.indexOf(verdict.levelIfScored),
    );
    const tables = levelTables(value);
    expect(walkTable(tables.lowest, codes)).toBe(Math.min(...ranks));
    expect(walkTable(tables.highest, codes)).toBe(Math.max(...ranks));
  });
}, 120_000);

test('one more answer never adds a level, a disposition, a first step or a support', () => {
  law((drawn) => {
    const value = compiled(drawn);
    const before = decide(value, drawn.answers);
    const open = drawn.questionnaire.questions.find((question) => !drawn.answers.values.has(question.id));
    if (open === undefined) return;
    for (const said of valuesOf(open.kind)) {
      const after = decide(value, { ...drawn.answers, values: new Map([...drawn.answers.values, [open.id, said]]) });
      expect(before.levels).toEqual(expect.arrayContaining([...after.levels]));
      for (const id of FIRST_STEPS) if (before.firstSteps[id] === 'no') expect(after.firstSteps[id]).toBe('no');
      for (const id of SUPPORTS) if (before.supports[id] === 'no') expect(after.supports[id]).toBe('no');
      for (const rule of before.holding) expect(after.holding).toContain(rule);
    }
  });
}, 120_000);

test('an answer contradicts the others exactly if its question applies in no completion', () => {
  law((drawn) => {
    const { questionnaire, policy, answers } = drawn;
    const all = completions(listCallers(questionnaire, policy), questionnaire, answers);
    const expected = [...answers.values.keys()].filter((id) => all.every(({ read }) => read(id) === undefined));
    expect(new Set(contradictions(compiled(drawn), answers))).toEqual(new Set(expected));
  });
}, 120_000);

test('the deciding rules cover every completion that gets a level, and none of them can be left out', () => {
  law((drawn) => {
    const { questionnaire, policy, answers } = drawn;
    const all = completions(listCallers(questionnaire, policy), questionnaire, answers);
    const scored = all.filter((one) => levelOf(one) !== undefined);
    const { deciding, lowest, holding } = decide(compiled(drawn), answers);
    const floor = (id: string) => policy.rules.find((rule) => rule.id === id)?.atLeast;
    const certain = holding.filter((id) => floor(id) === lowest);
    if (lowest === undefined) expect([deciding.kind, scored.length]).toEqual(['none', 0]);
    if (deciding.kind === 'rules' && certain.length > 0) expect(new Set(deciding.rules)).toEqual(new Set(certain));
    if (lowest === undefined || certain.length > 0) return;
    const reached = ({ verdict }: Listed) =>
      policy.rules.some((rule) => rule.atLeast !== undefined && verdict.rules.has(rule.id));
    const gives = (id: string) => (one: Listed) => (id === 'otherwise' ? !reached(one) : one.verdict.rules.has(id));
    const ids = deciding.kind === 'otherwise' ? ['otherwise'] : deciding.kind === 'none' ? [] : deciding.rules;
    const covered = (some: readonly string[]) => scored.every((one) => some.some((id) => gives(id)(one)));
    expect(covered(ids)).toBe(true);
    for (const id of ids) {
      if (ids.length > 1) expect(covered(ids.filter((other) => other !== id))).toBe(false);
      const level = id === 'otherwise' ? policy.otherwise.level : floor(id);
      expect(LEVELS.indexOf(level ?? 'information')).toBeGreaterThanOrEqual(LEVELS.indexOf(lowest));
    }
  });
}, 120_000);

test('a policy stored and restored decides as the compiled one, and its diagrams say the same of every caller', () => {
  law((drawn) => {
    const { questionnaire, policy, answers } = drawn;
    const value = compiled(drawn);
    const restored = restorePolicy({ questionnaire, policy, others: [] }, storePolicy(value));
    expect(decide(restored, answers)).toEqual(decide(value, answers));
    expect(contradictions(restored, answers)).toEqual(contradictions(value, answers));
    const outputs = ({ outcome, shownLevel, silent, rules }: CompiledPolicy) => [
      outcome,
      shownLevel,
      silent,
      ...rules.map((one) => one.region),
    ];
    for (const { values } of listCallers(questionnaire, policy)) {
      const known = encodeAnswers(value.callers.encoding, {
        questionnaire: 'small',
        values,
        unknown: new Map(),
        unknownOptions: new Map(),
      });
      const says = (one: CompiledPolicy) => outputs(one).map((root) => reachable(one.callers.forest, root, known));
      if (says(restored).join() !== says(value).join()) expect(says(restored)).toEqual(says(value));
    }
    // New conditions may be compiled beside stored nodes: the nodes are found again, not made twice.
    for (const { rule, region } of restored.rules) expect(restored.callers.region(rule.when)).toBe(region);
  });
}, 120_000);
