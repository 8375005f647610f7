import { expect, test } from 'vitest';
import { encodeAnswers } from '../../src/callers/encoding.ts';
import type { ReadFact } from '../../src/conditions/evaluate.ts';
import type { FactValue } from '../../src/conditions/model.ts';
import { type CompiledPolicy, levelTables } from '../../src/decision/compile.ts';
import { decide } from '../../src/decision/decide.ts';
import { evaluate, type Verdict } from '../../src/decision/evaluate.ts';
import { type Forest, type Node, TERMINALS } from '../../src/diagram/forest.ts';
import { walkTable } from '../../src/diagram/table.ts';
import { type Assignment, reachable, terminalsIn } from '../../src/diagram/walk.ts';
import { ACTIONS, FIRST_STEPS, LEVELS, SUPPORTS } from '../../src/policy/care-lists.ts';
import { readCaller } from '../../src/questionnaire/complete-caller.ts';
import type { Answers } from '../../src/questionnaire/model.ts';
import { completion, nothingKnown, partialCaller, type Random, randomFrom } from './random-callers.ts';
import { COMPILED, compiledPolicy, questionnaire } from './shipped-policies.ts';

const ENDINGS = questionnaire.dispositions.map(({ id }) => id);
const compiled = [...COMPILED.values()];
const NOTHING = nothingKnown(questionnaire, 'not-asked');

/** Two answers that hardly any random caller gives together without a red flag. */
const ABOUT_A_STRANGER: Answers = {
  ...NOTHING,
  values: new Map([
    ['role', 'other'],
    ['can_answer_for_them', 'no'],
  ]),
};

/** The terminal of the outcome diagram that stands for a result. */
function terminalOf({ result }: Verdict): number {
  return result.kind === 'level' ? LEVELS.indexOf(result.level) : LEVELS.length + ENDINGS.indexOf(result.disposition);
}

function follow(forest: Forest, root: Node, known: Assignment): number {
  let node = root;
  while (node >= TERMINALS) node = forest.child(node, known[forest.variable(node)] ?? -1);
  return node;
}

/** Everything that a policy's diagrams say of a complete caller and `evaluate` does not. */
function differences(
  made: CompiledPolicy,
  values: ReadonlyMap<string, FactValue>,
  verdict: Verdict,
): readonly string[] {
  const { forest, encoding } = made.callers;
  const known = encodeAnswers(encoding, { ...nothingKnown(questionnaire, 'not-asked'), values });
  const said: readonly (readonly [string, Node, number])[] = [
    ['the outcome', made.outcome, terminalOf(verdict)],
    ['the level if scored', made.level, LEVELS.indexOf(verdict.levelIfScored)],
    ...made.rules.map(({ rule, region }) => [rule.id, region, Number(verdict.rules.has(rule.id))] as const),
    ...FIRST_STEPS.map((id) => [id, made.firstSteps[id], Number(verdict.firstSteps.has(id))] as const),
    ...SUPPORTS.map((id) => [id, made.supports[id], Number(verdict.supports.has(id))] as const),
    ...ACTIONS.map((id) => [id, made.actions[id], Number(verdict.actions.has(id))] as const),
  ];
  return said.flatMap(([what, root, expected]) =>
    follow(forest, root, known) === expected ? [] : [`${made.policy.id}: ${what}`],
  );
}

test('2,000 random callers: the diagrams of every policy say what evaluate says', () => {
  const random = randomFrom(1);
  const results = new Map<string, Set<string>>(compiled.map(({ policy }) => [policy.id, new Set()]));
  for (let count = 0; count < 2000; count++) {
    const values = completion(questionnaire, count % 20 === 0 ? ABOUT_A_STRANGER : NOTHING, random);
    const read = readCaller(questionnaire, values);
    for (const made of compiled) {
      const verdict = evaluate(questionnaire, made.policy, read);
      const { result } = verdict;
      results.get(made.policy.id)?.add(result.kind === 'level' ? result.level : result.disposition);
      expect(differences(made, values, verdict)).toEqual([]);
    }
  }
  // The callers were varied enough to show something: every level and every disposition that answers can show.
  expect([...(results.get('intake-line') ?? [])].sort()).toEqual(
    [...LEVELS, 'cannot-talk', 'youth', 'third-party'].sort(),
  );
});

test('300 random partial callers: what random completions get lies within what is possible, under every policy', () => {
  const random = randomFrom(2);
  const tables = new Map(compiled.map((made) => [made, levelTables(made)]));
  for (let count = 0; count < 300; count++) {
    const answers = partialCaller(questionnaire, random);
    const reads = completions(answers, 40, random);
    for (const made of compiled) {
      const verdicts = reads.map((read) => evaluate(questionnaire, made.policy, read));
      const { forest, encoding } = made.callers;
      const known = encodeAnswers(encoding, answers);
      const possible = new Set(terminalsIn(reachable(forest, made.outcome, known)));
      expect(verdicts.map(terminalOf).filter((terminal) => !possible.has(terminal))).toEqual([]);

      const codes = known.map((code, variable) => (code < 0 ? (encoding.widths[variable] ?? 0) : code));
      const ranks = verdicts.map((verdict) => LEVELS.indexOf(verdict.levelIfScored));
      const bounds = tables.get(made);
      if (bounds === undefined) throw new Error('no tables');
      expect(walkTable(bounds.lowest, codes)).toBeLessThanOrEqual(Math.min(...ranks));
      expect(walkTable(bounds.highest, codes)).toBeGreaterThanOrEqual(Math.max(...ranks));
    }
  }
}, 60_000);

test.each([...COMPILED.keys()])('a whole decision rules out nothing that a random completion shows: %s', (id) => {
  const random = randomFrom(4);
  const made = compiledPolicy(id);
  for (let count = 0; count < 15; count++) {
    const answers = partialCaller(questionnaire, random);
    const verdicts = completions(answers, 40, random).map((read) => evaluate(questionnaire, made.policy, read));
    expect(outside(made, answers, verdicts)).toEqual([]);
  }
});

/** Random callers who agree with the answers, as what reads their facts. */
function completions(answers: Answers, count: number, random: Random): readonly ReadFact[] {
  return Array.from({ length: count }, () => readCaller(questionnaire, completion(questionnaire, answers, random)));
}

/** What the verdicts on completions show that the decision on the partial caller rules out. */
function outside(made: CompiledPolicy, answers: Answers, verdicts: readonly Verdict[]): readonly string[] {
  const decision = decide(made, answers);
  const wrong: string[] = [];
  for (const { result, firstSteps, supports, actions, rules } of verdicts) {
    const isPossible =
      result.kind === 'level'
        ? decision.levels.includes(result.level)
        : decision.dispositions.some(({ id }) => id === result.disposition);
    if (!isPossible) wrong.push('the result');
    if (decision.settled && result.kind === 'level' && result.level !== decision.lowest) wrong.push('settled');
    for (const id of FIRST_STEPS) if (clashes(decision.firstSteps[id], firstSteps.has(id))) wrong.push(id);
    for (const id of SUPPORTS) if (clashes(decision.supports[id], supports.has(id))) wrong.push(id);
    for (const id of ACTIONS) if (clashes(decision.actions[id], actions.has(id))) wrong.push(id);
    for (const id of decision.holding) if (!rules.has(id)) wrong.push(id);
    const mayHold = new Set([...decision.holding, ...decision.pending.map(({ rule }) => rule)]);
    for (const id of rules) if (!mayHold.has(id)) wrong.push(id);
  }
  return [...new Set(wrong)];
}

function clashes(decided: 'certain' | 'possible' | 'no', isSo: boolean): boolean {
  return (decided === 'certain' && !isSo) || (decided === 'no' && isSo);
}
