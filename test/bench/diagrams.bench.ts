/**
 * Nodes and compile time: the shipped policies, and generated ones of 80 and 160 questions with as many rules.
 * Every compiled policy is checked against `evaluate` on random complete callers before it is timed.
 * Run with `npm run bench -- diagrams`.
 */

import { encodeAnswers } from '../../src/callers/encoding.ts';
import { loadContent } from '../../src/cli/content.ts';
import { contentFiles } from '../../src/cli/content-files.ts';
import type { FactValue } from '../../src/conditions/model.ts';
import { type CompiledPolicy, compilePolicy, levelTables } from '../../src/decision/compile.ts';
import { decide } from '../../src/decision/decide.ts';
import { evaluate } from '../../src/decision/evaluate.ts';
import { nodesBelow, reachable } from '../../src/diagram/walk.ts';
import { LEVELS } from '../../src/policy/care-lists.ts';
import type { Policy } from '../../src/policy/model.ts';
import { readCaller } from '../../src/questionnaire/complete-caller.ts';
import type { Question, Questionnaire } from '../../src/questionnaire/model.ts';
import { generatePolicy } from './generated-policy.ts';

const ROUNDS = 7;
const CALLERS = 500;

function randomValue(question: Question): FactValue | undefined {
  const { kind } = question;
  if (kind.kind === 'values') return kind.values[Math.floor(Math.random() * kind.values.length)];
  if (kind.kind === 'options') return kind.options.filter(() => Math.random() < 0.15);
  if (kind.kind === 'number')
    return kind.min + kind.step * Math.floor(Math.random() * ((kind.max - kind.min) / kind.step + 1));
  return undefined;
}

/** @throws if the diagrams and `evaluate` differ on any of the callers */
function verify(questionnaire: Questionnaire, policy: Policy, compiled: CompiledPolicy): void {
  for (let caller = 0; caller < CALLERS; caller++) {
    const values = new Map(
      questionnaire.questions.flatMap((question) => {
        const value = randomValue(question);
        return value === undefined ? [] : [[question.id, value] as const];
      }),
    );
    const verdict = evaluate(questionnaire, policy, readCaller(questionnaire, values));
    const known = encodeAnswers(compiled.callers.encoding, {
      questionnaire: questionnaire.id,
      values,
      unknown: new Map(),
      unknownOptions: new Map(),
    });
    const level = reachable(compiled.callers.forest, compiled.level, known);
    if (level !== 1 << LEVELS.indexOf(verdict.levelIfScored))
      throw new Error(`${policy.id}: the diagrams and evaluate differ`);
  }
}

function median(numbers: readonly number[]): number {
  return [...numbers].sort((left, right) => left - right)[Math.floor(numbers.length / 2)] ?? 0;
}

function timed(work: () => unknown): number {
  const times = Array.from({ length: ROUNDS }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
  return median(times);
}

function measure(name: string, questionnaire: Questionnaire, policy: Policy): readonly string[] {
  const compilation = compilePolicy(questionnaire, policy);
  if (!compilation.ok) return [name, `over the budget of ${compilation.over.limit} ${compilation.over.what}`];
  const { value } = compilation;
  verify(questionnaire, policy, value);
  const { forest } = value.callers;
  const outputs = [
    value.outcome,
    ...value.atLeast,
    ...value.rules.map(({ region }) => region),
    ...Object.values(value.firstSteps),
    ...Object.values(value.supports),
    ...Object.values(value.actions),
  ];
  const nobody = { questionnaire: questionnaire.id, values: new Map(), unknown: new Map(), unknownOptions: new Map() };
  const tables = levelTables(value);
  return [
    name,
    questionnaire.questions.length,
    forest.widths.length,
    policy.rules.length,
    nodesBelow(forest, value.level).length,
    tables.lowest.variable.length,
    tables.highest.variable.length,
    nodesBelow(forest, ...outputs).length,
    compilation.value.callers.forest.size(),
    timed(() => compilePolicy(questionnaire, policy)).toFixed(1),
    timed(() => decide(value, nobody)).toFixed(1),
  ].map(String);
}

const loaded = await loadContent({ folder: 'questionnaires/adult-intake' }, contentFiles());
if (!loaded.ok) throw new Error('the shipped questionnaire does not load: run `intakeline check`');
const rows = [
  [
    'policy',
    'questions',
    'variables',
    'rules',
    'level',
    'lowest',
    'highest',
    'all outputs',
    'allocated',
    'compile ms',
    'decide ms (nothing known)',
  ],
  ...loaded.value.policies.map((policy) => measure(policy.id, loaded.value.questionnaire, policy)),
];
for (const size of [80, 160]) {
  const { questionnaire, policy } = generatePolicy(size, size);
  rows.push(measure(`generated ${size}`, questionnaire, policy));
}
const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
for (const row of rows)
  console.log(
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
