/**
 * Nodes and compile time of the shipped policies. Every compiled policy is checked against `evaluate` on random complete callers before it is timed.
 * Run with `npm run bench -- diagrams`.
 */

import { loadContent } from '../../src/cli/content.ts';
import { contentFiles } from '../../src/cli/content-files.ts';
import { compilePolicy, levelTables } from '../../src/decision/compile.ts';
import { decide } from '../../src/decision/decide.ts';
import { nodesBelow } from '../../src/diagram/walk.ts';
import type { Policy } from '../../src/policy/model.ts';
import type { Questionnaire } from '../../src/questionnaire/model.ts';
import { verifyCompiled } from './verify-compiled.ts';

const ROUNDS = 7;

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
  verifyCompiled(value);
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
const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
for (const row of rows)
  console.log(
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
